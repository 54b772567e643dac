import ArgumentParser
import Doudi

/// Puts the question of `doudi solve` to the solver.
struct SolveJob {
  private let folder: String
  private let question: SolveOptions
  private let chance: ChanceOptions
  private let session: Session
  private let subject: DrawSubject
  private let control: SolveControl
  private let output: String
  private let outputs: [DrawOutput]
  private var years: [Int] { outputs.map(\.year) }

  init(_ folder: String, _ question: SolveOptions, _ chance: ChanceOptions, _ session: Session) throws {
    (self.folder, self.question, self.chance, self.session) = (folder, question, chance, session)
    subject = try DrawSubject(folder, session)
    session.loader.remember(SourceFile(path: "--vary \(question.vary)", text: question.vary))
    guard
      let control = SolveControl(
        question.vary, from: question.from.flatMap { Month($0) }, space: subject.space, into: session.bag)
    else { throw session.reported() }
    self.control = control
    let all = subject.drawn.written(for: []).scenario.outputs
    output = try subject.headline(question.of, among: all)
    let (years, name) = (try Self.years(question.year, subject.space.years), output)
    outputs = all.filter { $0.name == name && years.contains($0.year) }
    try checkStart()
  }

  /// `--from` names a month of the horizon that is not after the years asked for.
  private func checkStart() throws {
    guard let from = control.from else { return }
    guard control.isAmount else {
      throw ValidationError(
        Bilingual(zh: "--from只用于标准（amount.…）", en: "--from is for standards (amount.…)"))
    }
    let last = outputs.map(\.year).max() ?? from.year
    if let horizon = subject.projection?.model.scenario.horizon, !horizon.contains(from) || from.year > last {
      throw ValidationError(
        Bilingual(
          zh: "--from应在\(horizon.first)与\(last)-12之间",
          en: "--from lies between \(horizon.first) and \(last)-12"))
    }
  }

  private static func years(_ text: String?, _ all: [Int]) throws -> [Int] {
    guard let text else { return all.suffix(1) }
    if text == "all" { return all }
    guard let year = Int(text), all.contains(year) else {
      throw ValidationError(
        Bilingual(
          zh: "--year应在\(all.first ?? 0)与\(all.last ?? 0)之间，或写all",
          en: "--year is one of \(all.first ?? 0) to \(all.last ?? 0), or all"))
    }
    return [year]
  }

  /// Answers: one, or one for each leaf.
  func rows() throws -> (heading: Heading, rows: [SolveReport.Row], isMoney: Bool) {
    let wide = SolveInputs(
      session: session, folder: folder, control: control, output: output, outputs: outputs)
    let scenario = try wide.scenario(starting: Standards(subject.projection, control).highest, subject)
    let questions = try self.questions().map { try ask($0.control, $0.region, wide, scenario) }
    let solver = Solver(
      run: { try wide.official($0, $1) }, drawn: { try wide.drawn($0, $1, $2, chance) })
    let drafts = try questions.map { try draft($0.request, wide, scenario, solver) }
    let rows = try zip(questions, solver.settle(drafts)).map { question, solution in
      SolveReport.Row(
        region: Word(
          solution.request.region, subject.central.name(region: solution.request.region)),
        before: question.now, costBefore: question.cost, solution: solution,
        kept: drafts.count == 1 ? try kept(solution, wide) : nil)
    }
    return (subject.central.heading, rows, subject.projection != nil)
  }

  /// The nearest value that keeps the limits, where the answer breaks some.
  private func kept(_ solution: Solution, _ inputs: SolveInputs) throws -> SolveReport.Kept? {
    let request = solution.request
    guard !solution.official.broken.isEmpty else { return nil }
    func run(_ overrides: [String]) throws -> OfficialCost {
      try inputs.official(overrides, [request]).first ?? solution.official
    }
    let keeper = LimitKeeper(before: try run([]).broken) { try run([request.control.override($0)]) }
    // The range ends where the budget does; what keeps the limits may cost more.
    let isOpen = question.high == nil && control.isAmount
    let beyond = isOpen ? [2, 4].map { $0 * request.range.upperBound } : []
    return SolveReport.Kept(
      broken: keeper.broken(solution.official), nearest: try keeper.nearest(to: solution, beyond: beyond))
  }

  /// What is turned, and whose money it is.
  private func questions() throws -> [(control: SolveControl, region: String)] {
    guard question.each else { return [(control, question.region ?? place ?? subject.space.root)] }
    let leaves = subject.space.leaves.filter {
      control.input.regions.isEmpty || control.input.regions.contains($0)
    }
    return leaves.map { (control.narrowed(to: $0), $0) }
  }

  /// The one leaf that the control is for.
  private var place: String? { control.input.regions.count == 1 ? control.input.regions.first : nil }

  private func ask(
    _ control: SolveControl, _ region: String, _ inputs: SolveInputs, _ scenario: DrawnScenario
  ) throws -> (request: SolveRequest, now: Double?, cost: Double) {
    let cost = subject.central.central(outputs, regions: [region]).reduce(0, +)
    guard cost.isFinite else {
      session.tell(Bilingual(zh: "doudi: 没有区划\(region)", en: "doudi: there is no region \(region)"))
      throw ExitCode(ExitStatus.invalid)
    }
    let standards = Standards(subject.projection, control)
    let budget = try SolveBudget(question.budget).money(cost)
    func request(_ range: ClosedRange<Double>) -> SolveRequest {
      SolveRequest(
        control: control, output: output, region: region, years: years, budget: budget,
        step: question.step ?? standards.step(control.unit), range: range)
    }
    let range = try inputs.range(question, standards, scenario, of: request(0...1))
    return (request(range), standards.only, cost)
  }

  private func draft(
    _ request: SolveRequest, _ inputs: SolveInputs, _ scenario: DrawnScenario, _ solver: Solver
  ) throws -> SolveDraft {
    let found =
      if let share = chance.share {
        try solver.draft(request, on: chanceCurve(request, inputs, scenario, share))
      } else {
        try solver.draft(request, on: CostCurve(inputs.sums(scenario, of: request, [])))
      }
    if let found { return found }
    session.tell(
      Bilingual(
        zh: "doudi: 在这个范围内没有结果；可写--low、--high",
        en: "doudi: there is no result in this range; try --low, --high"))
    throw ExitCode(ExitStatus.invalid)
  }

  private func chanceCurve(
    _ request: SolveRequest, _ inputs: SolveInputs, _ scenario: DrawnScenario, _ share: Double
  ) throws -> ChanceCurve {
    let drawn = try inputs.draws(scenario.space, chance)
    session.tell(Bilingual(zh: "种子 \(chance.seed)", en: "seed \(chance.seed)"))
    return ChanceCurve(
      try inputs.sums(scenario, of: request, drawn.inputs), columns: drawn.allColumns, probability: share)
  }
}

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
  private let years: [Int]

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
    years = try Self.years(question.year, subject.space.years)
    if question.from != nil, !control.isAmount {
      throw ValidationError(
        Bilingual(zh: "--from只用于标准（amount.…）", en: "--from is for standards (amount.…)"))
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
    let isMoney = subject.projection != nil
    let heading = subject.central.heading
    guard question.each else {
      let region = question.region ?? place ?? subject.space.root
      return (heading, [try row(control, region)], isMoney)
    }
    let leaves = subject.space.leaves.filter {
      control.input.regions.isEmpty || control.input.regions.contains($0)
    }
    return (heading, try leaves.map { try row(control.narrowed(to: $0), $0) }, isMoney)
  }

  /// The one leaf that the control is for.
  private var place: String? { control.input.regions.count == 1 ? control.input.regions.first : nil }

  private func row(_ control: SolveControl, _ region: String) throws -> SolveReport.Row {
    let outputs = years.compactMap { year in
      subject.drawn.written(for: []).scenario.outputs.first { $0.name == output && $0.year == year }
    }
    let before = subject.central.central(outputs, regions: [region]).reduce(0, +)
    guard before.isFinite else {
      session.tell(Bilingual(zh: "doudi: 没有区划\(region)", en: "doudi: there is no region \(region)"))
      throw ExitCode(ExitStatus.invalid)
    }
    let standards = Standards(subject.projection, control)
    let inputs = SolveInputs(
      session: session, folder: folder, control: control, output: output, region: region, outputs: outputs)
    let scenario = try inputs.scenario(starting: standards.highest, subject)
    let budget = try SolveBudget(question.budget).money(before)
    let request = SolveRequest(
      control: control, output: output, region: region, years: years, budget: budget,
      step: question.step ?? standards.step(control.unit),
      range: try inputs.range(question, standards, scenario, budget: budget))
    guard let solution = try solve(request, inputs, scenario) else {
      session.tell(
        Bilingual(
          zh: "doudi: 在这个范围内没有结果；可写--low、--high",
          en: "doudi: there is no result in this range; try --low, --high"))
      throw ExitCode(ExitStatus.invalid)
    }
    return SolveReport.Row(
      region: Word(region, subject.central.name(region: region)), before: standards.only,
      costBefore: before, solution: solution)
  }

  private func solve(
    _ request: SolveRequest, _ inputs: SolveInputs, _ scenario: DrawnScenario
  ) throws -> Solution? {
    let solver = Solver { try inputs.official($0) }
    guard let share = chance.share else {
      return try solver.solve(request, on: CostCurve(try inputs.sums(scenario, of: request, [])))
    }
    let path = chance.uncertainty ?? folder + "/uncertainty.yaml"
    let file = try session.uncertainty(scenario.space, path)
    let drawn = try SampledDraws(
      file, correlation: session.correlation(file), leaves: scenario.space.leaves, method: .sobol,
      draws: chance.draws, replicates: 1, seed: chance.seed)
    session.tell(Bilingual(zh: "种子 \(chance.seed)", en: "seed \(chance.seed)"))
    return try solver.solve(
      request,
      on: ChanceCurve(
        try inputs.sums(scenario, of: request, drawn.inputs), columns: drawn.allColumns, probability: share))
  }
}

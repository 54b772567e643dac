import ArgumentParser
import Doudi

/// Puts the question of `doudi solve --close-gap` to full runs.
struct GapJob {
  private let session: Session
  private let subject: DrawSubject
  private let inputs: SolveInputs
  private let question: SolveOptions
  private let projection: Projection
  private let amount: String
  private let output: String
  private let outputs: [DrawOutput]
  private let region: String

  init(_ folder: String, _ question: SolveOptions, _ session: Session) throws {
    (self.question, self.session) = (question, session)
    subject = try DrawSubject(folder, session)
    session.loader.remember(SourceFile(path: "--vary \(question.vary)", text: question.vary))
    guard let control = SolveControl(question.vary, from: nil, space: subject.space, into: session.bag) else {
      throw session.reported()
    }
    guard let projection = subject.projection, let amount = control.amount, control.input.regions.isEmpty,
      control.input.areas == [.rural]
    else {
      throw ValidationError(
        Bilingual(
          zh: "--close-gap须写--vary amount.标准@rural", en: "--close-gap goes with --vary amount.NAME@rural"))
    }
    (self.projection, self.amount) = (projection, amount)
    region = question.region ?? subject.space.root
    let all = subject.drawn.written(for: []).scenario.outputs
    let name = try subject.headline(question.of, among: all)
    (output, outputs) = (name, all.filter { $0.name == name })
    inputs = SolveInputs(
      session: session, folder: folder, control: control, output: output, outputs: [])
  }

  /// The path by the year asked for, or what of it the budget allows; and the year by which all could be closed.
  func report(by year: Int) throws -> GapReport {
    guard subject.space.years.contains(year) else {
      throw ValidationError(
        Bilingual(zh: "\(year)不在测算期内", en: "\(year) is no year of the horizon"))
    }
    let path = try self.path(by: year)
    let budgets = try self.budgets(path)
    let search = GapSearch(budgets: budgets) { try costs(path, $0) }
    let percent = try search.largestPercent()
    let share = Rational(Int128(percent ?? 0), over: 100)
    var later: Int?
    if percent != 100 {
      later = try subject.space.years.first { try $0 > year && isAffordable(by: $0) }
    }
    return GapReport(
      subject.central.heading, path, percent: percent, share: share, costs: try costs(path, share),
      budgets: budgets, later: later, places: path.leaves.map { subject.central.name(region: $0.region.text) }
    )
  }

  private func isAffordable(by year: Int) throws -> Bool {
    let path = try self.path(by: year)
    return try zip(costs(path, .one), budgets(path)).allSatisfy { $0 <= $1 }
  }

  private func path(by year: Int) throws -> GapPath {
    let first = question.from.flatMap { Month($0) } ?? projection.model.scenario.horizon.first
    let step = question.step.flatMap { Rational(decimal: "\($0)") } ?? .one
    if let path = GapPath(projection, amount: amount, first: first, last: year, step: step) { return path }
    session.tell(
      Bilingual(
        zh: "doudi: \(amount)没有低于城镇的农村标准", en: "doudi: no rural \(amount) is below the urban one"))
    throw ExitCode(ExitStatus.invalid)
  }

  private func outputs(_ path: GapPath) -> [DrawOutput] {
    path.months.compactMap { month in outputs.first { $0.year == month.year } }
  }

  private func costs(_ path: GapPath, _ share: Rational) throws -> [Double] {
    try inputs.costs(path.overrides(share: share), outputs(path), region)
  }

  /// Money for each year, or a share of what each year costs without the path.
  private func budgets(_ path: GapPath) throws -> [Double] {
    let central = subject.central.central(outputs(path), regions: [region])
    return try central.map { try SolveBudget(question.budget).money($0) }
  }
}

import ArgumentParser
import Doudi

/// Runs what `doudi compare` is asked to hold side by side.
struct CompareJob {
  private let session: Session
  private let folders: [String]

  init(_ session: Session, _ folders: [String]) throws {
    (self.session, self.folders) = (session, folders)
    for folder in folders where YearlyLoader.isYearly(folder, loader: session.loader) {
      session.tell(
        Bilingual(
          zh: "doudi: \(folder) 按年步长，不能用compare；可用 doudi sweep \(folder) --grid",
          en:
            "doudi: \(folder) has yearly steps, which compare does not take; try doudi sweep \(folder) --grid"
        ))
      throw ExitCode(ExitStatus.invalid)
    }
  }

  private var sets: [String] { session.options.overrides }
  private var reforms: [String] { session.options.reforms }

  /// The runs; ends the command where a scenario is faulty.
  func runs() throws -> [ComparedRun] {
    guard folders.count == 1, let folder = folders.first else {
      return try folders.enumerated().map { try run($0, $1, reforms: reforms, sets: sets) }
    }
    guard !reforms.isEmpty else {
      return [try run(0, folder, reforms: [], sets: []), try run(1, folder, reforms: [], sets: sets)]
    }
    return try (0...reforms.count).map {
      try run($0, folder, reforms: Array(reforms.prefix($0)), sets: sets)
    }
  }

  private func run(_ position: Int, _ folder: String, reforms: [String], sets: [String]) throws -> ComparedRun
  {
    let projection = try session.projection(folder, reforms: reforms, sets: sets)
    let scenario = projection.model.scenario
    let laid = Array(scenario.reforms.suffix(reforms.count))
    return ComparedRun(
      position, name: name(scenario, laid, sets, isFirst: position == 0), folder: folder, reforms: laid,
      sets: sets, report: RunReport(projection))
  }

  /// The scenario's title; of one folder what is laid on it last.
  private func name(_ scenario: ScenarioFile, _ laid: [Reform], _ sets: [String], isFirst: Bool) -> Bilingual
  {
    guard folders.count == 1, !isFirst else { return scenario.title }
    if let last = laid.last {
      let above = laid.count > 1 ? ComparedRun.letters[min(laid.count - 1, 4)] : "A"
      return Bilingual(zh: "\(above) + \(last.title.zh)", en: "\(above) + \(last.title.en)")
    }
    let text = sets.map { "--set \($0)" }.joined(separator: " ")
    return Bilingual(zh: "A \(text)", en: "A \(text)")
  }
}

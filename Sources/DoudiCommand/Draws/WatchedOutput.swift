import ArgumentParser
import Doudi

/// The output of which an ensemble counts how regions move together.
struct WatchedOutput {
  let comovement: Comovement
  let central: any RunWords

  /// Takes a table of the ensemble.
  func take(_ table: OutcomeTable) throws { try comovement.take(table) }

  /// What was counted; nil for fewer than two draws.
  func report() throws -> ComovementReport? { try ComovementReport(comovement, central) }

  /// The same; a pass that an earlier run had finished is gone over once more.
  func report(completedBy run: EnsembleRun) throws -> ComovementReport? {
    if comovement.draws + comovement.failed < run.plan.draws {
      comovement.clear()
      try run.with(run.plan.only(output: comovement.place)).run { try take($0) }
    }
    return try report()
  }
}

extension Session {
  /// What `--components` counts beside the fan; ends the command where there is no such output or too many regions.
  func watched(_ run: EnsembleRun, of wanted: String?, _ central: any RunWords) throws -> WatchedOutput {
    let headline = try headline(wanted, among: run.outputs)
    if let found = Comovement(run.nodes, run.outputs, of: headline) {
      return WatchedOutput(comovement: found, central: central)
    }
    let (count, most) = (run.nodes.leafCount, Comovement.mostRegions)
    tell(
      count < 2
        ? Bilingual(zh: "doudi: 只有一个区划，没有协方差", en: "doudi: one region alone has no covariances")
        : Bilingual(
          zh: "doudi: \(count)个区划，--components最多\(most)个：每两个区划一个协方差，装不下；可在上一级的方案中计算",
          en:
            "doudi: \(count) regions; --components takes \(most) at most, a covariance for each pair of them; use a scenario of the level above"
        ))
    throw ExitCode(ExitStatus.invalid)
  }

  /// The output that a table shows: the one asked for, else all money, else the first of all.
  func headline(_ wanted: String?, among outputs: [DrawOutput]) throws -> String {
    let names = outputs.filter { $0.parent == .sum }.map(\.name)
    guard let wanted else { return names.contains("total") ? "total" : names.first ?? "" }
    guard !names.contains(wanted) else { return wanted }
    let near = nearestName(to: wanted, among: names)
    tell(
      Bilingual(
        zh: "doudi: 没有输出“\(wanted)”" + (near.map { "，是否想写“\($0)”？" } ?? ""),
        en: "doudi: there is no output \"\(wanted)\"" + (near.map { "; did you mean \"\($0)\"?" } ?? "")))
    throw ExitCode(ExitStatus.invalid)
  }
}

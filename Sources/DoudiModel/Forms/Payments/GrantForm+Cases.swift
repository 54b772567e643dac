import DoudiInputs
import DoudiUnits

/// Grants against the threshold that divides the levels.
extension GrantForm: CaseTester {
  func test(
    _ cases: [(row: HouseholdCase, cell: Int)], rule: RuleHeader, year: Int, month: Month, world: World
  ) -> CaseTest? {
    guard let split else { return nil }
    var test = CaseTest(rule: rule, year: year)
    for (row, cell) in cases {
      guard let grant = row.grant else { continue }
      let threshold = split.threshold.value(cell, month, world)
      test.add(row, figure: grant, threshold: threshold)
      let isLarge = grant > threshold || (grant == threshold && isAbove(cell, month, world))
      test.decidedByCounty =
        (test.decidedByCounty ?? 0) + (isLarge && !isPilot(cell, month, world) ? 1 : 0)
    }
    if let cell = cases.first(where: { $0.row.grant != nil })?.cell {
      test.meaning = meaning(cell, month, world)
    }
    return test
  }

  /// True where a grant of exactly the threshold is a large one.
  private func isAbove(_ cell: Int, _ month: Month, _ world: World) -> Bool {
    atThreshold.map { world.flag($0, cell, month) } ?? true
  }

  /// Which level decides.
  private func meaning(_ cell: Int, _ month: Month, _ world: World) -> Bilingual {
    if isPilot(cell, month, world) {
      return Bilingual(zh: "试点：各档均由镇街审批", en: "pilot: townships decide all of them")
    }
    return isAbove(cell, month, world)
      ? Bilingual(
        zh: "界限以上(含恰等)由县级审批，以下由镇街审批", en: "the county decides from the threshold on, the township below it")
      : Bilingual(
        zh: "界限以内(含恰等)由镇街审批，超过由县级审批", en: "the township decides up to the threshold, the county above it")
  }
}

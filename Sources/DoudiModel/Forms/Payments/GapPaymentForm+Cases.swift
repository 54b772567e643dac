import DoudiInputs
import DoudiUnits

/// Income against the standard: y < S is a gap, y = S is none.
extension GapPaymentForm: CaseTester {
  func test(
    _ cases: [(row: HouseholdCase, cell: Int)], rule: RuleHeader, year: Int, month: Month, world: World
  ) -> CaseTest? {
    var test = CaseTest(rule: rule, year: year)
    var afterOutlays = 0
    for (row, cell) in cases {
      guard let income = row.income, let standard = world.amounts[amount].figure(cell, month)?.value
      else { continue }
      test.add(row, figure: income, threshold: standard)
      if income >= standard, let outlay = row.outlay, income - outlay < standard {
        afterOutlays += 1
      }
    }
    test.belowAfterOutlays = afterOutlays
    test.meaning = Bilingual(
      zh: "收入低于标准有差额；恰等于标准差额为零", en: "an income below the standard leaves a gap; exactly on it there is none")
    return test
  }
}

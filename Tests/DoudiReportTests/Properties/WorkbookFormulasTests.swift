import Testing
import _DoudiTestSupport

@testable import DoudiReport

@Suite("Formulas of workbooks of random places")
struct WorkbookFormulasTests {
  /// Recomputing every formula gives the number beside it: in every unit, fitted or rounded, with last year's
  /// figures or without.
  @Test func everyFormulaGivesWhatItHas() throws {
    try forAll(
      seed: 61, count: 24, generator: { (RandomPlace.draw(&$0), $0.int(in: 0...5), $0.int(in: 0...1)) }
    ) { random, form, last in
      var place = random.place
      if last == 1 {
        place.scenario += "\nlast_year: last-year.csv"
        place.files["last-year.csv"] = """
          region,programme,budget,outturn,status,source
          990000,aid,123456.78,98765.43,observed,accounts

          """
      }
      let book = try WorkbookTests.book(
        place, MoneyUnit.allCases[form % 3], form > 2 ? .rounded : .adjusted)
      return book.sheets().dropLast().allSatisfy(Self.holds)
    }
  }

  /// A wrong value is found.
  @Test func aWrongValueIsFound() throws {
    let place = RandomPlace(seed: 3, leaves: 2, months: 24, hasThresholds: true).place
    var sheet = try #require(try WorkbookTests.book(place).sheets().first { $0.name == "汇总" })
    #expect(Self.holds(sheet))
    let found = try #require(sheet.formulas.first)
    guard case .formula(let text, let value) = found.cell.content else { return }
    sheet.rows[found.row].cells[found.column].content = .formula(text, value + 0.01)
    #expect(!Self.holds(sheet))
  }

  private static func holds(_ sheet: Sheet) -> Bool {
    let formula = Formula(sheet: sheet)
    let wrong = sheet.formulas.first { found in
      guard case .formula(let text, let kept) = found.cell.content, let value = formula.value(text) else {
        return true
      }
      return !(abs(value - kept) <= 1e-9 * max(1, abs(kept)))
    }
    return wrong == nil
  }
}

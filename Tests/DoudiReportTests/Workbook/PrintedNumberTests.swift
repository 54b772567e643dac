import Testing

@testable import DoudiReport

@Suite("Numbers as printed")
struct PrintedNumberTests {
  @Test(
    arguments: [
      ("1,234.50", 123_450, 2), ("-0.07", -7, 2), ("0", 0, 0), ("12", 12, 0), ("0.0000", 0, 4),
    ] as [(String, Int64, Int)])
  func readsWhatAScreenPrints(_ text: String, _ units: Int64, _ places: Int) throws {
    let number = try #require(PrintedNumber(text))
    #expect(number.units == units)
    #expect(number.places == places)
    #expect(NumberText.scaled(number.units, places: number.places) == text)
  }

  @Test(arguments: ["", "—", "未提供", "1.2.3", "1.", "12 %", "9223372036854775808"])
  func wordsAreNoNumbers(_ text: String) { #expect(PrintedNumber(text) == nil) }

  @Test func sumsAreExact() {
    // 0.1 + 0.2 is not 0.3 in doubles.
    let tenths = [PrintedNumber("0.1"), PrintedNumber("0.2")]
    #expect(PrintedNumber.sum(tenths) == PrintedNumber("0.3"))
    #expect(PrintedNumber.sum([PrintedNumber("1"), nil]) == nil)
    #expect(PrintedNumber.sum([]) == nil)
    #expect(PrintedNumber.sum([PrintedNumber("1"), PrintedNumber("1.0")]) == nil)
    let large = PrintedNumber(units: .max, places: 0)
    #expect(PrintedNumber.sum([large, large]) == nil)
  }

  @Test func differencesTakeTheFinerDigit() throws {
    let found = try #require(PrintedNumber.difference(PrintedNumber("60"), PrintedNumber("59.75")))
    #expect(found.isEqual(to: PrintedNumber("0.25")))
    #expect(!found.isEqual(to: PrintedNumber("0.2")))
    #expect(found.isEqual(to: PrintedNumber("0.250")))
    #expect(PrintedNumber.difference(nil, PrintedNumber("1")) == nil)
    #expect(!found.isEqual(to: nil))
  }

  @Test func moneyToTheFenShowsTheDigitsOfItsUnit() {
    let number = PrintedNumber(fen: 123_456_789, unit: .wan)
    #expect(number.value == 123.456789)
    #expect(number.shownPlaces == 2)
    #expect(PrintedNumber(fen: 123, unit: .yuan).value == 1.23)
    #expect(PrintedNumber(fen: 123_456_789, unit: .yi).value == 0.0123456789)
  }
}

import DoudiInputs
import Testing

@testable import DoudiReport

@Suite("Assumptions in the words of a workbook")
struct SheetAssumptionsTests {
  /// As `doudi run` prints them.
  @Test func valuesInBothLanguages() {
    let names = ["371002": Bilingual(zh: "环翠区", en: "Huancui")]
    for (value, unit, zh, en) in [
      ("urban 27.6; rural 38.7", "%", "城镇 27.6；农村 38.7 %", "urban 27.6; rural 38.7 %"),
      ("1", "flag", "是", "yes"), ("urban 0; rural 1", "flag", "城镇 否；农村 是", "urban no; rural yes"),
      ("1", "years", "1 年", "1 year"), ("2", "years", "2 年", "2 years"), ("1.3", "1", "1.3", "1.3"),
      ("371002 urban 3", "CNY/person/month", "环翠区 城镇 3 元/人/月", "Huancui urban 3 CNY/person/month"),
      ("2027-01: 5, 2029-01: 6", "%", "2027-01: 5, 2029-01: 6 %", "2027-01: 5, 2029-01: 6 %"),
      ("minimum_wage", "CNY/month", "minimum_wage", "minimum_wage"), ("", "%", "", ""),
    ] {
      #expect(SheetAssumptions(language: .zh, names: names).words(value, unit) == zh)
      #expect(SheetAssumptions(language: .en, names: names).words(value, unit) == en)
    }
  }

  /// One number of the unit is read back; anything else is none.
  @Test func oneNumberIsReadBack() {
    for (words, unit, language, number) in [
      ("7.9 %/年", "%/year", Language.zh, "7.9"), ("7.9 %/year", "%/year", .en, "7.9"),
      ("1 年", "years", .zh, "1"), ("1 year", "years", .en, "1"), ("1.3", "1", .zh, "1.3"),
      ("城镇 27.6；农村 38.7 %", "%", .zh, nil), ("是", "flag", .zh, nil), ("1", "flag", .en, nil),
      ("7.9 %", "%/year", .en, nil), ("", "%", .zh, nil), ("minimum_wage", "CNY/month", .zh, nil),
    ] {
      #expect(SheetAssumptions.number(words, of: unit, language) == number, "\(words)")
    }
  }
}

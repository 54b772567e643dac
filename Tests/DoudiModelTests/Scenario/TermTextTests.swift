import DoudiInputs
import Testing
import _DoudiTestSupport

@testable import DoudiModel

@Suite struct TermTextTests {
  @Test(arguments: [
    ("60", "%", "60 %"), ("0", "flag", "false"), ("1", "flag", "true"), ("2035", "1", "2035"),
    ("urban 27.6; rural 38.7", "%", "{urban: 27.6 %, rural: 38.7 %}"),
    (
      "990001 rural 7; 990001 6; 5", "count",
      "{value: 5 count, regions: {\"990001\": {rural: 7 count, value: 6 count}}}"
    ),
    ("990001 9; 8", "count", "{value: 8 count, regions: {\"990001\": 9 count}}"),
    ("2019-01: 1700, 2028-01: 1800", "CNY/month", "{2019-01: 1700 CNY/month, 2028-01: 1800 CNY/month}"),
    ("990001", "CNY", "990001 CNY"),
  ]) func isWrittenAsAScenarioWouldWriteIt(_ text: String, _ unit: String, _ yaml: String) {
    #expect(TermText(text, unit: unit)?.yaml == yaml)
  }

  @Test(arguments: ["", "consumption_pc", "urban consumption_pc; 3", "1, 2", "2019-13: 5"])
  func whatIsNoNumberIsRefused(_ text: String) {
    #expect(TermText(text, unit: "%") == nil)
  }

  /// What a run records of a term, told back, is the same term: every spelling the reader takes.
  @Test(arguments: OverrideLayerTests.spellings) func aRecordedTermCanBeTold(_ spelling: String) throws {
    let place = SmallPlace(
      rules: "- id: S1\n  form: flat\n  gives: price\n  unit: CNY/person/month\n  amount: \(spelling)")
    let told = try #require(try place.load().inputs.first { $0.name == "S1.amount" }?.recorded)
    let yaml = try #require(TermText(told.text, unit: told.unit ?? "")?.yaml)
    let again = try place.load(overrides: ["S1.amount=\(yaml)"]).inputs.first { $0.name == "S1.amount" }
    #expect(again?.recorded.text == told.text)
  }
}

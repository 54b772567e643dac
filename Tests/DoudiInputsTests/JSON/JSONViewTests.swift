import Testing

@testable import DoudiInputs

@Suite("JSON read lazily, with places")
struct JSONViewTests {
  private func read(_ text: String) -> JSONView? {
    try? JSONView.read(SourceFile(path: "x.json", text: text))
  }

  /// RFC 8259, sections 2 to 7.
  @Test(arguments: [
    "null", " true ", "0", "-0", "1.5e-3", "1E+2", "\"\"", "\"\\u4e2d\\n\"", "[]", "[ 1 , [ ] ]", "{}",
    "{\"a\":{\"b\":[1,2]}}", "\"\u{7F}\"",
  ])
  func whatIsJSONIsRead(_ text: String) { #expect(read(text) != nil) }

  @Test(arguments: [
    "", "nul", "01", "1.", ".5", "+1", "1e", "'a'", "\"a", "\"\\x\"", "\"\\u12\"", "\"\n\"", "[1,]", "[1 2]",
    "{\"a\"}",
    "{\"a\":1,}", "{a:1}", "[1]x", "NaN", "Infinity",
  ])
  func whatIsNoneIsRefused(_ text: String) { #expect(read(text) == nil) }

  @Test func deepListsAreRefusedAndDoNotEndTheProgram() {
    #expect(read(String(repeating: "[", count: 60) + String(repeating: "]", count: 60)) != nil)
    #expect(read(String(repeating: "[", count: 100_000)) == nil)
  }

  @Test func aFaultSaysWhere() {
    let file = SourceFile(path: "x.json", text: "{\n \"中\": 1,\n \"b\": tru}")
    do {
      _ = try JSONView.read(file)
      Issue.record("it was read")
    } catch {
      #expect("\(error.span)" == "x.json:3:10")
    }
  }

  @Test func valuesKnowTheirTextAndPlace() throws {
    let json = try #require(
      read("{\"a\": [1, \"x\\\"\\u00e9\\ud83d\\ude00\", null, false],\n\"b\": {\"c\": -12}}"))
    let list = try #require(json["a"]?.elements)
    #expect(list.map(\.cell) == ["1", "x\"é😀", "", "false"])
    #expect(json["b"]?["c"]?.whole == -12)
    #expect(json["b"]?["c"].map { "\($0.span)" } == "x.json:2:12")
    #expect(json["a"].map { String(decoding: $0.bytes, as: UTF8.self) }?.hasPrefix("[1, ") == true)
    #expect(json["z"] == nil)
    #expect(json.values(ofKeys: ["a", "b"])?.count == 2)
    #expect(json.values(ofKeys: ["b", "a"]) == nil)
    #expect(json.values(ofKeys: ["a"]) == nil)
    #expect(read("{\"\\u0061\":1}")?.values(ofKeys: ["a"])?.map(\.cell) == ["1"])
    #expect(json.members?.map(\.key) == ["a", "b"])
  }
}

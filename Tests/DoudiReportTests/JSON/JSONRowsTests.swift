import DoudiInputs
import DoudiReport
import DoudiUnits
import Foundation
import Testing

@Suite("JSON rows")
struct JSONRowsTests {
  private func written(_ columns: [Column]) throws -> String {
    let table = Table(id: "t", title: Bilingual(zh: "", en: ""), columns: columns)
    return String(decoding: try ByteOutput.collect { try JSONRows.write(table, to: $0) }, as: UTF8.self)
  }

  @Test func keysInOrderAndFiguresOfEachKind() throws {
    let text = try written([
      Column("b", .fen([12])), Column("a", .persons([0.1])), Column("none", .persons([.nan])),
      Column("exact", .exact([Rational(5)])), Column("six", .sixPlaces([Rational(1, over: 3)])),
      Column("slack", .numbers([Rational(-1, over: 3)])), Column("value", .figures(["54.5"])),
      Column("values", .figures(["urban 1; rural 2"])), Column("text", .texts([nil])),
    ])
    #expect(
      text == """
        [
        {"b":12,"a":0.1,"none":null,"exact":"5/1","six":"0.333333","slack":-0.333333,"value":54.5,\
        "values":"urban 1; rural 2","text":null}
        ]
        """)
  }

  @Test func textsAreEscaped() throws {
    let wild = "\" \\ \n \r \t \u{1} 低保 \u{2028} 😀"
    let text = try written([Column("t", .texts([wild]))])
    let rows = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: String]])
    #expect(rows == [["t": wild]])
  }

  @Test func emptyTable() throws {
    #expect(try written([Column("t", .texts([]))]) == "[]")
  }
}

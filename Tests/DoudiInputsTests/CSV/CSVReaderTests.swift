import DoudiInputs
import Testing

@Suite struct CSVReaderTests {
  @Test(arguments: ["\n", "\r\n", "\r"])
  func readsQuotesAndLineEnds(end: String) throws {
    let lines = ["a,b,c", "1,\"x, \"\"y\"\"\",", "", "威海,\"two\nlines\",3"]
    for mark in ["", "\u{FEFF}"] {
      for last in ["", end] {
        let table = try #require(Samples.table(mark + lines.joined(separator: end) + last))
        #expect(table.header == ["a", "b", "c"])
        #expect(table.rowCount == 2)
        #expect((0..<3).map { table.field(row: 0, column: $0) } == ["1", "x, \"y\"", ""])
        #expect((0..<3).map { table.field(row: 1, column: $0) } == ["威海", "two\nlines", "3"])
        #expect(table.span(row: 0, column: 1) == SourceSpan(file: "t.csv", line: 2, column: 3, length: 10))
        #expect(table.span(row: 1, column: 1) == SourceSpan(file: "t.csv", line: 4, column: 4, length: 4))
        #expect(table.span(row: 1, column: 2) == SourceSpan(file: "t.csv", line: 5, column: 8, length: 1))
      }
    }
  }

  @Test func outsideTheTableIsEmpty() throws {
    let table = try #require(Samples.table("a,b\n1,2\n"))
    #expect(table.field(row: 1, column: 0) == "")
    #expect(table.field(row: 0, column: 2) == "")
    #expect(table.span(row: 5, column: 5).start == SourcePosition(line: 1, column: 1))
    #expect(table.column(named: "b") == 1)
    #expect(table.column(named: "c") == nil)
    #expect(table.headerSpan(column: 1).start.column == 3)
  }

  @Test func rowsWithAFaultAreLeftOut() throws {
    let bag = DiagnosticBag()
    let table = CSVReader.read(SourceFile(path: "t", text: "a,b\n1\n2,3\n4,5,6\n"), into: bag)
    #expect(table?.rowCount == 1)
    #expect(table?.field(row: 0, column: 0) == "2")
    #expect(bag.all.map(\.span.start.line) == [2, 4])
  }

  @Test(arguments: ["\"", "\"\"", ",", "a\n\"", "a\r", "\"a\"x", "a,b\n\",\n", "\r\r\n", "a\n\"\"\"\n"])
  func oddTextsEnd(text: String) {
    let bag = DiagnosticBag()
    guard let table = CSVReader.read(SourceFile(path: "t", text: text), into: bag) else { return }
    for row in -1...table.rowCount { _ = (table.field(row: row, column: 0), table.span(row: row, column: 0)) }
  }
}

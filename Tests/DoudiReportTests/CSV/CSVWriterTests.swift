import DoudiInputs
import DoudiReport
import DoudiUnits
import Testing

@Suite("CSV files")
struct CSVWriterTests {
  private func written(_ columns: [Column], kinds: [RowKind] = []) throws -> String {
    let table = Table(id: "t", title: Bilingual(zh: "", en: ""), columns: columns, rowKinds: kinds)
    return String(decoding: try ByteOutput.collect { try CSVWriter.write(table, to: $0) }, as: UTF8.self)
  }

  /// A negative fraction is a figure; what only begins like one is a text.
  @Test func negativeFractionsAreFigures() throws {
    let texts = ["-70/3", "-70/x", "-/3", "-70/3/2", "-7 0/3", "=1/3", "80/7"]
    let text = try written([Column("moved", .texts(texts))])
    #expect(text == "moved\n-70/3\n'-70/x\n'-/3\n'-70/3/2\n'-7 0/3\n'=1/3\n80/7\n")
  }

  @Test func figuresOfEachKind() throws {
    let text = try written([
      Column("code", .words([1, -1], [Word("010101"), Word("371002")])), Column("fen", .fen([-5, 123])),
      Column("cny", .yuan([-5, 12_345])), Column("persons", .persons([34_390, .nan])),
      Column("exact", .exact([Rational(875, over: 3), nil])),
      Column("six", .sixPlaces([Rational(875, over: 3), nil])),
      Column("number", .numbers([Rational(1, over: 8), nil])),
    ])
    #expect(
      text == """
        code,fen,cny,persons,exact,six,number
        371002,-5,-0.05,34390,875/3,291.666667,0.125
        ,123,123.45,,,,

        """)
  }

  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""),
    ("two\nlines", "\"two\nlines\""),
    ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@x", "'@x"), ("\tx", "'\tx"), ("\rx", "\"'\rx\""),
    ("x=1", "x=1"),
    ("低保，元", "低保，元"),
  ])
  func texts(_ text: String, _ expected: String) throws {
    #expect(try written([Column("t", .texts([text]))]) == "t\n" + expected + "\n")
  }

  @Test func numbersThatAreNegativeGetNoApostrophe() throws {
    #expect(
      try written([Column("n", .numbers([Rational(-1)])), Column("p", .persons([-2.5]))]) == "n,p\n-1,-2.5\n")
  }

  @Test func figuresAreNumbersOrTexts() throws {
    let texts = ["-10524137", "-0.25", "12", nil, "-", "=1+1", "+5", "see -1"]
    let rows = ["-10524137", "-0.25", "12", "", "'-", "'=1+1", "'+5", "see -1"]
    #expect(try written([Column("n", .figures(texts))]) == "n\n" + rows.joined(separator: "\n") + "\n")
    #expect(try written([Column("n", .units([-1, nil], places: 2))]) == "n\n-0.01\n\n")
  }

  @Test func totalsAreLeftOut() throws {
    #expect(try written([Column("n", .fen([1, 2, 3]))], kinds: [.body, .body, .total]) == "n\n1\n2\n")
  }
}

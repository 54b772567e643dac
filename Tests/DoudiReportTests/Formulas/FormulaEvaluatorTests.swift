import DoudiUnits
import Testing

@testable import DoudiReport

@Suite("Formulas worked out")
struct FormulaEvaluatorTests {
  /// Sheet S: A1 to A4 are 0.1, 0.2, a text, empty; B1 is 9570.360000000001 as the writer writes 9570.36.
  private struct Cells: FormulaCells {
    let numbers = [
      "A1": "0.1", "A2": "0.2", "B1": "9570.360000000001", "B2": "3", "B3": "-2.5", "C1": "30108.45",
      "C2": "29108.44", "E1": "6.00000021888647E-10", "E2": "6E-10", "D1": "1E-07", "D2": "0",
    ]

    func value(_ sheet: String, _ place: CellPlace) -> FormulaValue {
      guard sheet == "S" || sheet == "它's" else { return .error }
      if place.name == "A3" { return .text("不符") }
      return numbers[place.name].flatMap(FormulaNumber.init(cell:)).map { .number($0) } ?? .blank
    }
    func values(_ sheet: String, _ first: CellPlace, _ last: CellPlace) -> [FormulaValue]? {
      (first.row...last.row).flatMap { row in
        (first.column...last.column).map { value(sheet, CellPlace(row, $0)) }
      }
    }
    func sum(_ sheet: String, _ first: CellPlace, _ last: CellPlace) -> FormulaNumber? { nil }
  }

  private func value(_ text: String) throws -> FormulaValue {
    FormulaEvaluator(cells: Cells(), sheet: "S").value(try #require(FormulaParser.parse(text), "\(text)"))
  }

  private func number(_ text: String) throws -> FormulaNumber {
    let found = try value(text)
    guard case .number(let number) = found else { return FormulaNumber(exact: .notRepresentable, bound: 0) }
    return number
  }

  private func shown(_ text: String) throws -> String { FormulaChecks.words(try value(text)) }

  /// Each worked by hand.
  @Test func everyFormThatIsWritten() throws {
    #expect(try shown("SUM(A1:A4)") == "0.3")
    #expect(try shown("C1-C2") == "1000.01")
    #expect(try shown("B2/A2*100") == "1500")
    #expect(try shown("(A2-A1)/A1*100") == "100")
    #expect(try shown("B1*12") == "114844.32")
    #expect(try shown("ROUND(B1*B2*A1/10000,2)") == "0.29")
    #expect(try shown("ROUND(B3,0)") == "-3")
    #expect(try shown("'它''s'!B2") == "3")
    #expect(try shown("它.S!B2") == "#VALUE!")
    #expect(try shown("IF(ABS(B3)<=0.000001*MAX(1,ABS(C1)),\"通过\",\"不符\")") == "不符")
    #expect(try shown("IF(MIN(0.004,0.01)<=MIN(B2,0.004),\"通过\",\"不符\")") == "通过")
    #expect(try shown("IF(ABS(D1)<=0.000001*MAX(1,ABS(C1)),\"通过\",\"不符\")") == "通过")
    #expect(try shown("COUNTIF(A1:A4,\"不符\")") == "1")
    #expect(try shown("-B2+$B$2*2") == "3")
    #expect(try shown("ROUND((SUM(B2:B2)+SUM(B3:B3))/10,2)") == "0.05")
  }

  @Test func whatHasNoValueSaysSo() throws {
    for text in ["B2/D2", "A3+1", "A1:A2", "ROUND(B2,-1)", "ROUND(B2,0.5)", "IF(B2,1,2)"] {
      #expect(try value(text) == .error, "\(text)")
    }
    #expect(try shown("A4+0") == "0")
  }

  @Test func whatIsNotWrittenIsNotTakenApart() {
    let deep = String(repeating: "(", count: 60) + "1" + String(repeating: ")", count: 60)
    for text in [
      "", "1+", "SUM()", "SUM(A1:A2", "INDIRECT(\"A1\")", "A1&A2", "A1^2", "1%", "[1]S!A1", "'S!A1", "A0",
      "XFDA1",
      "\"a", "ROUND(1)", "IF(1,2)", "A1 A2", "#REF!+1", deep, String(repeating: "1+", count: 9000) + "1",
    ] {
      #expect(FormulaParser.parse(text) == nil, "\(text.prefix(20))")
    }
  }

  /// What a program that computes with doubles may show is no fault; another printed digit is.
  @Test func doublesAgreeAndDigitsDoNot() throws {
    for (text, shown) in [
      ("C1-C2", "1000.0100000000020"), ("E1-E2", "2.18886469878154E-17"),
      ("SUM(A1:A2)", "0.30000000000000004"),
      ("A1/B2*100", "3.33333333333333"),
      ("B1*12", "114844.32"),
    ] {
      let own = try #require(FormulaNumber(cell: shown))
      #expect(try number(text).agrees(with: own), "\(text)")
    }
    for (text, shown) in [("C1-C2", "1000.011"), ("B1*12", "114844.3200001"), ("A1/B2*100", "3.33333333334")]
    {
      let own = try #require(FormulaNumber(cell: shown))
      #expect(try !number(text).agrees(with: own), "\(text)")
    }
  }

  /// A trillion yuan to the fen is 15 digits, as many as every program keeps.
  @Test func aFenInATrillionIsSeen() throws {
    let a = try #require(FormulaNumber(cell: "99999999999.99"))
    let b = try #require(FormulaNumber(cell: "99999999999.98"))
    #expect(!a.agrees(with: b))
    let doubled = a + a
    let sum = try #require(doubled)
    let off = try #require(FormulaNumber(cell: "199999999999.97"))
    #expect(!sum.agrees(with: off))
  }

  @Test func numbersAsFilesWriteThem() throws {
    for (text, exact) in [
      ("15", "15/1"), ("-0.25", "-1/4"), ("1.5E+3", "1500/1"), ("2E-2", "1/50"), ("0", "0/1"), ("-0", "0/1"),
      ("8599.809999999999", "859981/100"), ("0.1000000000000000055", "1/10"), ("1e-300", "0/1"),
      (".5", "1/2"),
      ("12345678901234567", "12345678901234600/1"),
    ] {
      #expect(FormulaNumber.exact(text)?.exactText == exact, "\(text)")
    }
    for text in ["", "-", ".", "1,5", "0x10", "1E", "1E+99999", "1E+300", "nan", "1 ", "--1"] {
      #expect(FormulaNumber(cell: text) == nil, "\(text)")
    }
  }
}

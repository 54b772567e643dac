import DoudiInputs
import DoudiReport
import Testing

@Suite("Diagnostics for people")
struct DiagnosticTextTests {
  private func text(_ line: String, column: Int, length: Int, _ language: Language = .zh) -> [String] {
    let loader = SourceLoader(root: "")
    loader.remember(SourceFile(path: "a.yaml", text: "first\n" + line + "\n"))
    let diagnostic = Diagnostic(
      code: "DD1103", severity: .error,
      span: SourceSpan(file: "a.yaml", line: 2, column: column, length: length),
      message: Bilingual(zh: "缺少单位", en: "the unit is missing"),
      hint: Bilingual(zh: "写单位", en: "write a unit"))
    return DiagnosticText(language: language, style: .plain, loader: loader).text(diagnostic)
      .split(separator: "\n").map(String.init)
  }

  @Test func placeMessageExcerptAndHint() {
    #expect(
      text("  rural: 3900", column: 10, length: 4, .en) == [
        "error[DD1103] a.yaml:2:10  the unit is missing",
        "    2 |   rural: 3900",
        "      |          ^^^^",
        "   hint: write a unit",
      ])
    #expect(text("  rural: 3900", column: 10, length: 4)[0] == "错误[DD1103] a.yaml:2:10  缺少单位")
  }

  @Test func theCaretStandsUnderWideCharacters() {
    let lines = text("名称: 低保标准 3900", column: 5, length: 4)
    #expect(lines[2] == "      |       ^^^^^^^^")
  }

  @Test func tabsAndLongLinesKeepTheCaretInPlace() {
    #expect(text("\tx: 1", column: 2, length: 1)[2] == "      |  ^")
    let long = String(repeating: "长", count: 300) + "X" + String(repeating: "尾", count: 300)
    let lines = text(long, column: 301, length: 1)
    let caret = DisplayWidth.of(lines[2]) - 1
    var width = 0
    let under = lines[1].unicodeScalars.first { scalar in
      defer { width += DisplayWidth.of(scalar) }
      return width == caret
    }
    #expect(under == "X")
    #expect(DisplayWidth.of(lines[1]) < 120)
  }

  @Test func placesBeyondTheFileHaveNoExcerpt() {
    let loader = SourceLoader(root: "")
    let diagnostic = Diagnostic(
      code: "DD1001", severity: .note, span: SourceSpan(file: "none", line: 9, column: 9),
      message: Bilingual(zh: "无", en: "none"))
    #expect(
      DiagnosticText(language: .zh, style: .plain, loader: loader).text(diagnostic)
        == "提示[DD1001] none:9:9  无")
  }
}

import DoudiReport
import Testing

/// Widths from Unicode's EastAsianWidth.txt: W and F take two columns.
@Suite("Display width")
struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("低保", 4), ("万元/月", 7), ("（一）", 6), ("“引”", 4), ("ｱ", 1), ("Ａ", 2), ("e\u{301}", 1),
    ("─", 1), ("…", 1), ("㎡", 2), ("한", 2), ("—", 1),
  ])
  func width(_ text: String, _ expected: Int) {
    #expect(DisplayWidth.of(text) == expected)
  }

  @Test func cutsBetweenWideCharacters() {
    #expect(DisplayWidth.cut("临时救助", to: 8) == "临时救助")
    #expect(DisplayWidth.cut("临时救助", to: 7) == "临时救…")
    #expect(DisplayWidth.cut("临时救助", to: 6) == "临时…")
  }
}

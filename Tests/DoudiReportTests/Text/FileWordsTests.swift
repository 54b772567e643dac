import DoudiInputs
import Testing

@testable import DoudiReport

@Suite("Files in the words of an export")
struct FileWordsTests {
  private let report = FileWords(held: ["fan", "assumptions", "compare_standards", "sensitivity"])

  @Test(arguments: [
    (Labels.moreRegions(9), "共9个区划，其余见data/fan.csv", "9 regions; the others are in data/fan.csv"),
    (
      Labels.rowsShown(10, 84, "compare_standards.csv"), "共84项，此处列前10项，全部见data/compare_standards.csv",
      "The first 10 of 84; all are in data/compare_standards.csv"
    ),
    (
      Labels.otherAmounts, "其余标准没有差别，见data/compare_standards.csv",
      "The other amounts do not differ; they are in data/compare_standards.csv"
    ),
  ])
  func filesBesideAreNamedWithTheirFolder(_ line: Bilingual, _ zh: String, _ en: String) {
    #expect(report.line(line) == Bilingual(zh: zh, en: en))
    // Once is enough.
    #expect(report.line(report.line(line)) == Bilingual(zh: zh, en: en))
  }

  @Test(arguments: [
    (Labels.moreRegions(9), "共9个区划", "9 regions"),
    (Labels.rowsShown(10, 84, "compare_memo.csv"), "共84项，此处列前10项", "The first 10 of 84"),
    (Labels.otherAmounts, "其余标准没有差别", "The other amounts do not differ"),
  ])
  func whatIsNotHeldIsLeftOut(_ line: Bilingual, _ zh: String, _ en: String) {
    #expect(FileWords.none.line(line) == Bilingual(zh: zh, en: en))
  }

  @Test func otherLinesStay() {
    for line in [Labels.roundedNote, Labels.noDifference, Labels.chancesOfParts] {
      #expect(FileWords(held: ["probabilities"]).line(line) == line)
    }
    #expect(FileWords.none.text("1,024 of 2,048: data, and more") == "1,024 of 2,048: data, and more")
  }

  /// No line of an export names an option of another command's output.
  @Test func nothingNamesOut() {
    let lines = [
      Labels.moreRegions(3), Labels.moreRows(3, "fan.csv"), Labels.rowsShown(1, 2, "fan.csv"),
      Labels.ofRegions,
      Labels.otherNeighbours,
    ]
    for files in [FileWords.none, report] {
      for line in lines.map(files.line) {
        #expect(
          !line.zh.contains("--out") && !line.en.contains("--out") && !line.en.isEmpty && !line.zh.isEmpty)
      }
    }
  }
}

import Doudi
import Testing

/// Blocks that begin with "$ doudi allocate SPEC --lang LANGUAGE --unit UNIT" show lines of that allocation, in their
/// order; "…" stands for lines left out.
@Suite struct ShownAllocationsTests {
  @Test(arguments: ["docs/scenarios/allocations.md"])
  func theOutputShownIsReal(document: String) throws {
    let pages = try Pages()
    let blocks = Pages.blocks(of: try pages.text(document)).filter { ($0.first ?? "").contains(" allocate ") }
    #expect(!blocks.isEmpty)
    for block in blocks {
      let words = (block.first ?? "").split(separator: " ").map(String.init)
      let verb = try #require(words.firstIndex(of: "allocate"))
      let language = try #require(
        words.firstIndex(of: "--lang").flatMap { Language(rawValue: words[$0 + 1]) })
      let unit = words.firstIndex(of: "--unit").flatMap { MoneyUnit(rawValue: words[$0 + 1]) } ?? .wan
      var rest = try printed(words[verb + 1], language, unit, pages)[...]
      for line in block.dropFirst() where line != "…" && !line.isEmpty {
        let found = try #require(
          rest.firstIndex(of: line), "\(document): not printed, or not in this order: \(line)")
        rest = rest[(found + 1)...]
      }
    }
  }

  private func printed(
    _ spec: String, _ language: Language, _ unit: MoneyUnit, _ pages: Pages
  ) throws -> [String] {
    let study = AllocationStudy(loader: SourceLoader(root: ""), bag: DiagnosticBag())
    let outcome = try #require(study.run(pages.root.appendingPathComponent(spec).path))
    let writer = TextTableWriter(language: language, unit: unit)
    return AllocationReport(outcome).screenTables(unit).map(writer.text).joined(separator: "\n")
      .split(separator: "\n").map(String.init)
  }
}

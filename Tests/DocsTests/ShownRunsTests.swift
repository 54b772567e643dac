import Doudi
import Testing

/// Output that a document shows is output of the program.
///
/// A fenced block whose first line is "$ … run SCENARIO --lang LANGUAGE" shows lines of that run in
/// the order in which they are printed; "…" stands for lines left out.
@Suite struct ShownRunsTests {
  static let documents =
    ["README.md", "README.zh-CN.md"]
    + ["weihai", "jilin", "jimo", "xuanwei", "shenxian"].map { "docs/scenarios/\($0)-2027.md" }
    + ["docs/scenarios/provinces.md"]

  @Test(arguments: documents)
  func theOutputShownIsReal(document: String) throws {
    let pages = try Pages()
    let blocks = Pages.blocks(of: try pages.text(document)).filter { Self.run($0.first ?? "") != nil }
    #expect(!blocks.isEmpty, "\(document) shows no run")
    var printed: [String: [String]] = [:]
    for block in blocks {
      guard let command = block.first, let run = Self.run(command) else { continue }
      let lines = try printed[command] ?? output(run.scenario, run.language, pages)
      printed[command] = lines
      compare(block.dropFirst(), with: lines, "\(document), \(command)")
    }
  }

  /// Scenario and language of a command line; nil for any other line.
  static func run(_ line: String) -> (scenario: String, language: Language)? {
    let words = line.split(separator: " ").map(String.init)
    guard words.first == "$", let verb = words.firstIndex(of: "run"), words.count > verb + 1,
      let option = words.firstIndex(of: "--lang"), words.count > option + 1,
      let language = Language(rawValue: words[option + 1])
    else { return nil }
    return (words[verb + 1], language)
  }

  private func compare(_ shown: some Sequence<String>, with printed: [String], _ place: String) {
    var rest = printed[...]
    for line in shown where line != "…" && !line.isEmpty {
      guard let found = rest.firstIndex(of: line) else {
        Issue.record("\(place): not printed, or not in this order: \(line)")
        return
      }
      rest = rest[(found + 1)...]
    }
  }

  /// What `run` prints, line by line.
  private func output(_ scenario: String, _ language: Language, _ pages: Pages) throws -> [String] {
    let loader = ModelLoader(loader: SourceLoader(root: ""), bag: DiagnosticBag())
    let model = try #require(loader.load(folder: pages.root.appendingPathComponent(scenario).path))
    let report = RunReport(model.run())
    let writer = TextTableWriter(language: language, unit: .wan)
    let tables = report.screenTables(.wan).map(writer.text).joined(separator: "\n")
    return (report.heading(.wan).text(language) + "\n\n" + tables).split(separator: "\n").map(String.init)
  }
}

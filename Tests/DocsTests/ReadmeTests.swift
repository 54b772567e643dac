import Doudi
import Testing

/// The output a README shows is the output of the program.
@Suite struct ReadmeTests {
  @Test(arguments: [(Language.en, "README.md"), (Language.zh, "README.zh-CN.md")])
  func theOutputShownIsReal(language: Language, readme: String) throws {
    let pages = try Pages()
    let command = "$ .build/release/doudi run scenarios/weihai-2027 --lang \(language.rawValue)"
    let block = try #require(Pages.block(of: try pages.text(readme), with: command), "\(readme) shows no run")
    let shown = block.filter { $0 != command && $0 != "…" && !$0.isEmpty }
    #expect(shown.count > 8)
    var rest = try output("scenarios/weihai-2027", language, pages)[...]
    for line in shown {
      guard let found = rest.firstIndex(of: line) else {
        Issue.record("\(readme) shows a line the program does not print (in this order): \(line)")
        return
      }
      rest = rest[(found + 1)...]
    }
  }

  /// What `run` prints, line by line.
  private func output(_ scenario: String, _ language: Language, _ pages: Pages) throws -> [String] {
    let bag = DiagnosticBag()
    let loader = ModelLoader(loader: SourceLoader(root: ""), bag: bag)
    let model = try #require(loader.load(folder: pages.root.appendingPathComponent(scenario).path))
    let report = RunReport(model.run(), withEffects: false)
    let writer = TextTableWriter(language: language, unit: .wan)
    let text =
      report.heading(.wan).text(language) + "\n" + report.screenTables(.wan).map(writer.text).joined()
    return text.split(separator: "\n").map(String.init)
  }
}

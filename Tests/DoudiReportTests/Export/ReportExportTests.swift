import DoudiInputs
import Foundation
import Testing
import _DoudiTestSupport

@testable import DoudiReport

@Suite("The folder of a report")
struct ReportExportTests {
  private let none = "/nonexistent/python3"

  private func content(proposal: Bool = true) throws -> ExportContent {
    let place = SmallPlace(
      rules: """
        - {id: S1, form: flat, gives: benefit, unit: CNY/person/month, amount: 325 CNY/person/month}
        - {id: G1, form: path, gives: poor, indicator: poor, between: step}
        - {id: P1, form: allowance, programme: aid, group: poor, amount: benefit}
        """,
      observations: """
        990001,urban,2020,poor,0,persons,observed,report
        990001,rural,2020,poor,1000,persons,observed,report
        """)
    let comparison = try ComparedPlaces.comparison(
      place, [([], []), (proposal ? ["amount.benefit@rural=350"] : [], [])])
    let run = comparison.runs[0].report
    return ExportContent(
      run: run, comparison: proposal ? comparison : nil, provenance: Provenance(run, inputs: [], sets: []))
  }

  private func files(_ folder: String) -> [String: Data] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return Dictionary(
      uniqueKeysWithValues: names.compactMap { name in
        (try? Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))).map { (name, $0) }
      })
  }

  @Test func allButThePicturesIsThereWithoutPython() throws {
    let folder = try TemporaryFolder()
    let form = PrintForm(language: .zh, unit: .wan)
    let reason = try ReportExport.write(
      try content(), form, tiles: TilePlaces(), python: none, to: folder.path + "/r")
    #expect(reason == Labels.noPython(none))
    let found = files(folder.path + "/r")
    #expect(
      Set(found.keys).isSuperset(of: [
        "report.md", "memo.md", "report.html", "provenance.json", "figures/programmes.vl.json",
        "figures/memo-money.vl.json", "figures/memo-standards.vl.json", "data/summary.csv",
        "data/compare_money.csv",
      ]))
    #expect(!found.keys.contains { $0.hasSuffix(".png") || $0.hasSuffix(".svg") })
    let page = String(decoding: found["report.html"] ?? Data(), as: UTF8.self)
    #expect(page.contains("figures/programmes.vl.json") && !page.contains("<svg"))
    let spec = try #require(
      try JSONSerialization.jsonObject(with: found["figures/programmes.vl.json"] ?? Data()) as? [String: Any])
    let source = (spec["usermeta"] as? [String: Any])?["doudi"] as? [String: Any]
    #expect(source?["run_id"] as? String == (try content()).provenance.runID)
  }

  @Test func theSameInputGivesTheSameBytes() throws {
    let folder = try TemporaryFolder()
    let form = PrintForm(language: .en, unit: .yuan)
    for name in ["/a", "/b"] {
      try ReportExport.write(try content(), form, tiles: TilePlaces(), python: none, to: folder.path + name)
    }
    #expect(files(folder.path + "/a") == files(folder.path + "/b"))
    #expect(files(folder.path + "/a").count > 10)
  }

  @Test func everyFileOfTheFolderIsListed() throws {
    let folder = try TemporaryFolder()
    try ReportExport.write(
      try content(proposal: false), SmallTables.form, tiles: TilePlaces(), python: none,
      to: folder.path + "/r")
    let found = files(folder.path + "/r")
    #expect(found["memo.md"] == nil)
    let provenance = try #require(
      try JSONSerialization.jsonObject(with: found["provenance.json"] ?? Data()) as? [String: Any])
    let listed = (provenance["files"] as? [[String: Any]] ?? []).compactMap { $0["path"] as? String }
    #expect(Set(listed) == Set(found.keys).subtracting(["provenance.json"]))
  }

  @Test func aTableThatIsRoundedSaysSo() throws {
    let form = PrintForm(language: .zh, unit: .wan, printing: .rounded)
    let documents = ReportExport.documents(try content(), form, tiles: TilePlaces())
    #expect(documents.map(\.id) == ["report", "memo"])
    let text = MarkdownWriter(document: documents[0], pictures: []).text
    #expect(text.contains(Labels.roundedNote.zh) && !text.contains(Labels.fitted.zh))
  }
}

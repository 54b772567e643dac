import Doudi
import Testing

/// Figures that a document shows are of the run as it is now: a figure carries the run in its metadata.
///
/// After a change of the run: `doudi export scenarios/weihai-2027 --to report -o out/report --lang en` (and zh), then
/// copy `fan.svg` and `programmes.svg` of its `figures/`.
@Suite struct ShownFiguresTests {
  @Test(arguments: ["fan.svg", "programmes.svg", "fan.zh-CN.svg", "programmes.zh-CN.svg"])
  func itsRunIsThatOfTheScenario(figure: String) throws {
    let pages = try Pages()
    let text = try pages.text("docs/figures/" + figure)
    let shown = try #require(
      text.firstMatch(of: #/&quot;run_id&quot;:&quot;(\w+)&quot;,&quot;scenario&quot;:&quot;([\w-]+)&quot;/#))
    let loader = ModelLoader(loader: SourceLoader(root: ""), bag: DiagnosticBag())
    let folder = pages.root.appendingPathComponent("scenarios/\(shown.2)").path
    let model = try #require(loader.load(folder: folder))
    #expect(String(shown.1) == RunIdentifier.text(of: model), "\(figure) is of an earlier run")
  }
}

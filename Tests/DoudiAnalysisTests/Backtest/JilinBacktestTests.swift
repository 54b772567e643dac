import DoudiAnalysis
import DoudiInputs
import Testing

@Suite struct JilinBacktestTests {
  static let scenarios: String = {
    let parts = #filePath.split(separator: "/").dropLast(4)
    return "/" + parts.joined(separator: "/") + "/scenarios"
  }()

  @Test func prints() throws {
    let bag = DiagnosticBag()
    let result = Backtest(loader: SourceLoader(root: Self.scenarios), bag: bag).run(folder: "jilin-2027")
    for d in bag.all { print(d.code, d.span, d.message.en, d.hint?.en ?? "") }
    let found = try #require(result)
    for r in found.rows {
      print(r.target, r.area, r.series.name, r.actual, r.values.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.key.rawValue) \($0.value)" }, BacktestMethod.allCases.map { r.error($0) ?? .nan })
    }
    for s in found.summaries { print(s.series?.name ?? "all", s.count, s.meanErrors.sorted { $0.key.rawValue < $1.key.rawValue }.map { ($0.key.rawValue, $0.value) }, s.best?.rawValue ?? "-") }
  }
}

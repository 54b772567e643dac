import DoudiAnalysis
import DoudiInputs

/// Two regions whose yearly counts can be continued with pencil and paper.
enum PanelPlace {
  static let backtest = """
    schema: 1
    backtest: tiny
    title: {zh: 回测, en: Back-test}
    fits: [{from: 2013, to: 2014}, {from: 2013, to: 2016}]
    areas: [urban]
    series: [aid_persons]
    damped: 80 %
    regions: ["990200"]

    """

  /// A tenth less a year from 10,000 and from 20,000, in 10k persons and in persons, 2010 to 2016.
  private static let second = [20_000, 18_000, 16_200, 14_580, 13_122, 11_809.8, 10_628.82]
  static let falling = ["1", "0.9", "0.81", "0.729", "0.6561", "0.59049", "0.531441"].enumerated().map {
    step, rate in
    "990100,urban,\(2010 + step),aid_persons,\(rate),10k persons,observed,s\n"
      + "990200,urban,\(2010 + step),aid_persons,\(second[step]),persons,observed,s\n"
  }.joined()

  static func table(_ rows: String) -> String {
    "region,area,period,indicator,value,unit,status,source\n" + rows
  }

  /// Runs a back-test; files are kept in memory, those of `overlay` in the folder "other".
  static func run(
    backtest: String = backtest, rows: String = falling, years: PanelYears? = nil, overlay: String? = nil
  ) -> (result: PanelResult?, problems: [Diagnostic]) {
    let (bag, loader) = (DiagnosticBag(), SourceLoader(root: ""))
    var files = [
      "tiny/backtest.yaml": backtest, "tiny/scenario.yaml": TinyPlace.scenario,
      "tiny/regions.csv": TinyPlace.regions, "tiny/data.csv": table(rows),
    ]
    if let overlay { files["other/data.csv"] = table(overlay) }
    for (path, text) in files { loader.remember(SourceFile(path: path, text: text)) }
    let panel = PanelBacktest(loader: loader, bag: bag, dataFolder: overlay == nil ? nil : "other")
    return (panel.run(folder: "tiny", years: years)?.result, bag.all)
  }
}

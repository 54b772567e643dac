public import DoudiInputs
public import DoudiModel
import DoudiUnits

/// Fits to the yearly counts of many regions up to a year and compares with a later one.
///
/// The fit and the naive rules get a table that ends with the first year; the counts of the
/// later year are looked up in another one, after all have spoken.
public struct PanelBacktest {
  private let loader: SourceLoader
  private let bag: DiagnosticBag
  private let dataFolder: String?

  /// A back-test.
  /// - Parameters:
  ///   - loader: reads files and keeps them for excerpts.
  ///   - bag: collects every problem (DD16xx, and those of files).
  ///   - dataFolder: a folder whose files stand in for observation files of the same name.
  public init(loader: SourceLoader, bag: DiagnosticBag, dataFolder: String? = nil) {
    (self.loader, self.bag, self.dataFolder) = (loader, bag, dataFolder)
  }

  /// True where `backtest.yaml` of a folder is about yearly counts of many regions: it has `fits`.
  public static func isAsked(in folder: String, loader: SourceLoader) -> Bool {
    PanelReader.top(folder, loader, DiagnosticBag())?.mapping["fits"] != nil
  }

  /// The comparison that `backtest.yaml` of a scenario folder asks for.
  /// - Parameters:
  ///   - folder: the scenario, of which regions and figures are read and no rules.
  ///   - years: compared instead of those of the file.
  /// - Returns: nil where anything is wrong, all of it reported; the files read beside the result.
  public func run(folder: String, years: PanelYears? = nil) -> (result: PanelResult, scenario: ScenarioFile)?
  {
    let models = ModelLoader(loader: loader, bag: bag, dataFolder: dataFolder)
    guard let file = PanelReader(loader: loader, bag: bag).read(folder: folder, given: years),
      let (scenario, tree, table) = models.figures(of: folder), !bag.hasErrors
    else { return nil }
    let shown = self.shown(file, tree)
    checkScenario(file, scenario)
    guard !bag.hasErrors else { return nil }
    let comparison = PanelComparison(tree: tree, reports: table, damping: file.damping, bag: bag)
    let blocks = file.years.flatMap { years in
      file.series.flatMap { series in
        file.areas.compactMap { comparison.block(years, series.value, $0.value) }
      }
    }
    guard !blocks.isEmpty else {
      nothing(file)
      return nil
    }
    return (
      PanelResult(
        scenario: scenario.id, title: file.title, damping: file.damping, blocks: blocks, shown: shown),
      scenario
    )
  }

  private func checkScenario(_ file: PanelFile, _ scenario: ScenarioFile) {
    guard file.scenario.value != scenario.id else { return }
    bag.error(
      .backtestScenario, at: file.scenario.span,
      Bilingual(
        zh: "回测写的是“\(file.scenario.value)”，本方案为“\(scenario.id)”",
        en: "the back-test is of \"\(file.scenario.value)\", this scenario is \"\(scenario.id)\""))
  }

  private func shown(_ file: PanelFile, _ tree: RegionTree) -> [RegionCode] {
    file.shown.compactMap { one in
      if let code = RegionCode(one.value), tree.region(code) != nil { return code }
      bag.error(
        .backtestRegion, at: one.span,
        Bilingual(zh: "方案中没有区划“\(one.value)”", en: "the scenario has no region \"\(one.value)\""))
      return nil
    }
  }

  private func nothing(_ file: PanelFile) {
    guard let first = file.years.first else { return }
    bag.error(
      .backtestCounts, at: first.span,
      Bilingual(zh: "没有一组年份可以比较", en: "no two years can be compared"))
  }
}

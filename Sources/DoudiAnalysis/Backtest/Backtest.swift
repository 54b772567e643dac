public import DoudiInputs
public import DoudiModel
import DoudiUnits

/// Runs a scenario from an earlier month and compares it with what was reported since.
///
/// The run and the naive rules get a table that ends at the cutoff; the reports of the
/// target months are looked up in another one, after both have spoken.
public struct Backtest {
  private let loader: SourceLoader
  private let bag: DiagnosticBag
  private let dataFolder: String?

  /// A back-test.
  /// - Parameters:
  ///   - loader: reads files and keeps them for excerpts.
  ///   - bag: collects every problem (DD16xx, and those of scenarios and books).
  ///   - dataFolder: a folder whose files stand in for observation files of the same name.
  public init(loader: SourceLoader, bag: DiagnosticBag, dataFolder: String? = nil) {
    (self.loader, self.bag, self.dataFolder) = (loader, bag, dataFolder)
  }

  /// The comparison that `backtest.yaml` of a scenario folder asks for.
  /// - Parameters:
  ///   - folder: the scenario.
  ///   - overrides: applied over the back-test's own assumptions.
  /// - Returns: nil where anything is wrong, all of it reported.
  public func run(folder: String, overrides: [Override] = []) -> BacktestResult? {
    guard let file = BacktestReader(loader: loader, bag: bag).read(folder: folder),
      let last = file.targets.last?.value
    else { return nil }
    let view = PastView(
      cutoff: file.cutoff.value, last: last, assumptions: file.assumptions, span: file.cutoff.span)
    let models = ModelLoader(loader: loader, bag: bag, dataFolder: dataFolder)
    guard let (model, reports) = models.load(folder: folder, seenFrom: view, overrides: overrides) else {
      return nil
    }
    BacktestCheck(file: file, model: model, bag: bag).run()
    guard !bag.hasErrors else { return nil }
    let projection = model.run()
    BacktestFaults(file: file, bag: bag).report(projection)
    guard !bag.hasErrors else { return nil }
    let comparison = BacktestComparison(file: file, projection: projection, reports: reports, bag: bag)
    let rows = comparison.rows()
    guard !bag.hasErrors else { return nil }
    return BacktestResult(model, file, rows: rows)
  }
}

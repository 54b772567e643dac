import ArgumentParser
import Doudi

/// What `doudi check` looks at besides a scenario of months and its files.
extension Session {
  /// Checks a scenario's folder or a file; the model of a scenario of months.
  func checked(_ path: String) throws -> Model? {
    try checkData()
    let name = path.lowercased()
    if path == "backtest.yaml" || path.hasSuffix("/backtest.yaml") {
      checkBacktest(in: path == "backtest.yaml" ? "." : String(path.dropLast("/backtest.yaml".count)))
      return nil
    }
    if isAllocation(path) {
      _ = AllocationStudy(loader: loader, bag: bag, dataFolder: options.data).run(path, overrides: overrides)
      return nil
    }
    let isFile = [".yaml", ".yml", ".csv"].contains(where: name.hasSuffix)
    let folder = isFile ? Self.folder(of: path) : path
    if YearlyLoader.isYearly(folder, loader: loader) {
      // Its tables and rules mean something together alone.
      checkYearly(folder)
      return nil
    }
    if isFile, isUncertainty(path) {
      if let model = loadedModel(folder) { checkUncertainty(path, DrawSpace(model)) }
      return nil
    }
    if isFile {
      return FileCheck(loader: loader, bag: bag).check(path, overrides: overrides, dataFolder: options.data)
    }
    let model = loadedModel(folder)
    if let model { checkUncertainty(in: folder, DrawSpace(model)) }
    return model
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }

  private func loadedModel(_ folder: String) -> Model? {
    models(options.reforms).load(folder: folder, overrides: overrides)
  }

  private func checkBacktest(in folder: String) {
    if PanelBacktest.isAsked(in: folder, loader: loader) {
      _ = PanelBacktest(loader: loader, bag: bag, dataFolder: options.data).run(folder: folder, years: nil)
    } else {
      _ = Backtest(loader: loader, bag: bag, dataFolder: options.data)
        .run(folder: folder, overrides: overrides)
    }
  }

  private func checkYearly(_ folder: String) {
    let reader = YearlyLoader(loader: loader, bag: bag, dataFolder: options.data)
    guard let model = reader.load(folder: folder, overrides: overrides) else { return }
    checkUncertainty(in: folder, DrawSpace(model))
  }

  private func checkUncertainty(in folder: String, _ space: DrawSpace) {
    let path = folder + "/uncertainty.yaml"
    if loader.exists(path) { checkUncertainty(path, space) }
  }

  private func checkUncertainty(_ path: String, _ space: DrawSpace) {
    guard let file = UncertaintyReader(space, loader: loader, bag: bag).read(path),
      let first = file.inputs.first
    else { return }
    _ = CorrelationFactor.make(file, span: first.span, into: bag)
  }

  /// True for a file of uncertain parameters beside a scenario.
  private func isUncertainty(_ path: String) -> Bool {
    let quiet = DiagnosticBag()
    guard !path.lowercased().hasSuffix(".csv"), loader.exists(Self.folder(of: path) + "/scenario.yaml"),
      let file = loader.load(path, into: quiet), let node = YAMLReader.read(file, into: quiet)
    else { return false }
    return node.mapping?["inputs"] != nil && node.mapping?["scenario"] == nil
  }
}

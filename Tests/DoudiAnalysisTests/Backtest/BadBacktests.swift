import DoudiInputs
import _DoudiTestSupport

/// Runs the YAML files of bad/ as back-tests of the tiny place, and reads the tables as what was paid.
enum BadBacktests {
  static let files = BrokenFiles(near: #filePath, levels: 1)

  /// Everything reported for a file.
  static func diagnostics(of name: String) -> [Diagnostic] {
    let bag = DiagnosticBag()
    guard let file = SourceLoader(root: files.folder).load(name, into: bag) else { return bag.all }
    if name.hasSuffix(".csv") {
      guard let model = try? PaidPlace.place.load() else { return [] }
      return PaidPlace.read(file.text, path: name, model: model).problems
    }
    return TinyPlace.run(backtest: file.text).problems
  }
}

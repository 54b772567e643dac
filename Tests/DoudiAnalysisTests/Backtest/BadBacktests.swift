import DoudiInputs
import _DoudiTestSupport

/// Runs the files of bad/ as back-tests of the tiny place.
enum BadBacktests {
  static let files = BrokenFiles(near: #filePath, levels: 1)

  /// Everything reported for a file.
  static func diagnostics(of name: String) -> [Diagnostic] {
    let bag = DiagnosticBag()
    guard let file = SourceLoader(root: files.folder).load(name, into: bag) else { return bag.all }
    return TinyPlace.run(backtest: file.text).problems
  }
}

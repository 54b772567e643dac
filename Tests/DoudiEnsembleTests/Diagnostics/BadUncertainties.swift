import DoudiEnsemble
import DoudiInputs
import _DoudiTestSupport

/// The files of bad/: YAML as uncertain parameters of ``UncertainPlace``, tables as designs for it, or as targets of a calibration.
enum BadUncertainties {
  static let files = BrokenFiles(near: #filePath, levels: 1)

  /// Everything reported for a file.
  static func diagnostics(of name: String) -> [Diagnostic] {
    guard let model = try? UncertainPlace.model else { return [] }
    if name.hasSuffix(".yaml") { return UncertainPlace.read(name, in: files.folder, model).problems }
    let bag = DiagnosticBag()
    guard let file = SourceLoader(root: files.folder).load(name, into: bag) else { return bag.all }
    if name.hasPrefix("targets-") {
      return (try? CalibrationPlace.targets(file.text).problems) ?? []
    }
    return UncertainPlace.design(file.text, model).problems
  }
}

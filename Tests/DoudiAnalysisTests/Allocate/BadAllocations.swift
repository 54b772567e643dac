import DoudiAnalysis
import DoudiInputs
import _DoudiTestSupport

/// The specifications of bad/, each with its own rows or the sound ones of rows.csv.
enum BadAllocations {
  static let files = BrokenFiles(near: #filePath)

  /// Everything reported for a specification.
  static func diagnostics(of name: String) -> [Diagnostic] {
    let bag = DiagnosticBag()
    _ = AllocationStudy(loader: SourceLoader(root: ""), bag: bag).run(files.folder + "/" + name)
    // What the need's scenario does not use of its data is another matter.
    return bag.all.filter { $0.code != "DD1414" }
  }
}

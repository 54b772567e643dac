import DoudiInputs
import DoudiModel
import Foundation
import _DoudiTestSupport

/// The folders of Tests/bad: one fault each, found by the public loader.
enum BadModels {
  /// The repository.
  static let root = "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
  static let files = BrokenFiles(folder: root + "/Tests/bad")

  /// Everything reported for a scenario folder, or for one file; faults of the run included.
  static func diagnostics(of name: String) -> [Diagnostic] {
    let bag = DiagnosticBag()
    let loader = SourceLoader(root: files.folder)
    if name.hasSuffix(".yaml") || name.hasSuffix(".csv") {
      _ = FileCheck(loader: loader, bag: bag).check(name)
      return bag.all
    }
    guard let model = ModelLoader(loader: loader, bag: bag).load(folder: name) else { return bag.all }
    for diagnostic in model.run().diagnostics { bag.report(diagnostic) }
    return bag.all
  }

  /// All diagnostic codes that stand in the sources of a target, DD13xx to DD15xx.
  static func codesInSources(of target: String) -> Set<String> {
    var found: Set<String> = []
    let start = root + "/Sources/" + target
    for path in FileManager.default.enumerator(atPath: start)?.compactMap({ $0 as? String }) ?? []
    where path.hasSuffix(".swift") && !path.hasSuffix("DiagnosticCode+Model.swift") {
      let text = (try? String(contentsOfFile: start + "/" + path, encoding: .utf8)) ?? ""
      for match in text.matches(of: /"(DD1[345][0-9]{2})"/) { found.insert(String(match.1)) }
    }
    return found
  }
}

import DoudiInputs
import DoudiModel
import Foundation

/// The folders of Tests/bad: one fault each, found by the public loader.
enum BadModels {
  static let root: String = {
    var url = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { url.deleteLastPathComponent() }
    return url.path
  }()
  static let folder = root + "/Tests/bad"

  /// What each scenario, or file by itself, is expected to give, as "path:code:line:column".
  static func expected() -> [String: Set<String>] {
    let bag = DiagnosticBag()
    guard let file = SourceLoader(root: folder).load("expected.csv", into: bag),
      let table = CSVReader.read(file, into: bag)
    else { return [:] }
    var result: [String: Set<String>] = [:]
    for row in 0..<table.rowCount {
      let parts = (1..<5).map { table.field(row: row, column: $0) }
      result[table.field(row: row, column: 0), default: []].insert(parts.joined(separator: ":"))
    }
    return result
  }

  /// Everything reported for a scenario folder, or for one file; faults of the run included.
  static func diagnostics(of name: String) -> [Diagnostic] {
    let bag = DiagnosticBag()
    let loader = SourceLoader(root: folder)
    if name.hasSuffix(".yaml") || name.hasSuffix(".csv") {
      _ = FileCheck(loader: loader, bag: bag).check(name)
      return bag.all
    }
    guard let model = ModelLoader(loader: loader, bag: bag).load(folder: name) else { return bag.all }
    for diagnostic in model.run().diagnostics { bag.report(diagnostic) }
    return bag.all
  }

  /// Path, code and place as in expected.csv.
  static func place(_ diagnostic: Diagnostic) -> String {
    let path = diagnostic.span.file.replacing(folder + "/", with: "")
    return "\(path):\(diagnostic.code):\(diagnostic.span.start.line):\(diagnostic.span.start.column)"
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

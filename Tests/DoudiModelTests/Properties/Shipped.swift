import DoudiModel
import Foundation
import _DoudiTestSupport

/// The scenarios that ship.
enum Shipped {
  static let names = ["weihai-2027", "jilin-2027"]

  static let folder: String = {
    var url = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { url.deleteLastPathComponent() }
    return url.path + "/scenarios"
  }()

  static func model(_ name: String, overrides: [String] = []) throws -> Model {
    let (model, diagnostics) = LoadedScenario.load("\(folder)/\(name)", overrides: overrides)
    guard let model else { throw FaultyPlace(diagnostics: diagnostics) }
    return model
  }

  static func run(_ name: String, overrides: [String] = []) throws -> SmallRun {
    SmallRun(try model(name, overrides: overrides).run())
  }

  /// A copy of all scenarios in which `change` may rewrite each text file.
  static func copy(_ change: (_ path: String, _ text: String) -> String) throws -> TemporaryFolder {
    let target = try TemporaryFolder()
    let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    for path in paths.sorted() where path.hasSuffix(".yaml") || path.hasSuffix(".csv") {
      let text = try String(contentsOfFile: folder + "/" + path, encoding: .utf8)
      try target.write(change(path, text), to: path)
    }
    return target
  }

  static func run(_ name: String, in folder: TemporaryFolder) throws -> SmallRun {
    let (model, diagnostics) = LoadedScenario.load("\(folder.path)/\(name)")
    guard let model else { throw FaultyPlace(diagnostics: diagnostics) }
    return SmallRun(model.run())
  }
}

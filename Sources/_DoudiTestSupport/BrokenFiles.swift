public import DoudiInputs
import Foundation

/// A folder of broken files, and what each must give: `expected.csv` beside them lists, for every
/// file (or folder), the code and the place of each fault.
///
/// Its columns are the name, then `path` where a case consists of several files, then `code`, `line`
/// and `column`.
public struct BrokenFiles: Sendable {
  /// Where the files lie.
  public let folder: String
  /// What is expected of each name, as the columns after the first joined by ":".
  public let expected: [String: Set<String>]
  private let namesPaths: Bool

  /// Reads the list of a folder; without a list nothing is expected, and a test of it has no case.
  /// - Parameter folder: where the files and `expected.csv` lie.
  public init(folder: String) {
    self.folder = folder
    let bag = DiagnosticBag()
    let table = SourceLoader(root: folder).load("expected.csv", into: bag)
      .flatMap { CSVReader.read($0, into: bag) }
    var found: [String: Set<String>] = [:]
    for row in 0..<(table?.rowCount ?? 0) {
      guard let table else { break }
      let parts = (1..<table.header.count).map { String(table.field(row: row, column: $0)) }
      found[String(table.field(row: row, column: 0)), default: []].insert(parts.joined(separator: ":"))
    }
    (expected, namesPaths) = (found, table?.column(named: "path") != nil)
  }

  /// The list of `bad/`, some folders above the file of a test.
  /// - Parameters:
  ///   - testFile: the test's own path.
  ///   - levels: folders between that file and the one which holds `bad/`.
  public init(near testFile: String, levels: Int = 0) {
    let parts = testFile.split(separator: "/").dropLast(levels + 1)
    self.init(folder: "/" + parts.joined(separator: "/") + "/bad")
  }

  /// The names in the list, in order: arguments of a test.
  public var names: [String] { expected.keys.sorted() }

  /// Every code of the list.
  public var codes: Set<String> {
    let column = namesPaths ? 1 : 0
    return Set(
      expected.values.joined().compactMap { place in
        let parts = place.split(separator: ":")
        return parts.indices.contains(column) ? String(parts[column]) : nil
      })
  }

  /// Code and place of each diagnostic as the list has them.
  public func places(_ diagnostics: some Sequence<Diagnostic>) -> Set<String> {
    Set(
      diagnostics.map { one in
        let place = "\(one.code):\(one.span.start.line):\(one.span.start.column)"
        return namesPaths ? one.span.file.replacing(folder + "/", with: "") + ":" + place : place
      })
  }

  /// Names in the folder that the list lacks.
  /// - Parameter isCase: whether a name in the folder is a case.
  /// - Returns: the names in order.
  /// - Throws: where the folder cannot be read.
  public func unlisted(where isCase: (_ name: String) -> Bool = { _ in true }) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0 != "expected.csv" && isCase($0) && expected[$0] == nil }.sorted()
  }
}

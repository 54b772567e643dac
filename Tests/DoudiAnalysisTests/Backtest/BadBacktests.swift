import DoudiInputs

/// Runs the files of bad/ as back-tests of the tiny place.
enum BadBacktests {
  static let folder: String = {
    let parts = #filePath.split(separator: "/").dropLast(2)
    return "/" + parts.joined(separator: "/") + "/bad"
  }()

  /// What a file is expected to give, as "code:line:column".
  static func expected() -> [String: Set<String>] {
    let bag = DiagnosticBag()
    guard let file = SourceLoader(root: folder).load("expected.csv", into: bag),
      let table = CSVReader.read(file, into: bag)
    else { return [:] }
    var result: [String: Set<String>] = [:]
    for row in 0..<table.rowCount {
      let parts = (1..<4).map { table.field(row: row, column: $0) }
      result[table.field(row: row, column: 0), default: []].insert(parts.joined(separator: ":"))
    }
    return result
  }

  /// Everything reported for a file.
  static func diagnostics(of name: String) -> [Diagnostic] {
    let bag = DiagnosticBag()
    guard let file = SourceLoader(root: folder).load(name, into: bag) else { return bag.all }
    return TinyPlace.run(backtest: file.text).problems
  }
}

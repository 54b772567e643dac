import Foundation

/// The rows of a reference table that lies beside a test file.
///
/// - Parameters:
///   - path: relative to the test file's folder, e.g. "Reference/money.csv": plain ASCII with a
///     header line, without quotes.
///   - testFile: the test file; leave the default.
/// - Returns: each row's fields, without the header.
/// - Throws: where the file cannot be read or has no row, so that no test passes for want of cases.
public func referenceRows(_ path: String, testFile: String = #filePath) throws -> [[String]] {
  let folder = URL(fileURLWithPath: testFile).deletingLastPathComponent()
  let text = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
  let lines = text.split(separator: "\n").dropFirst()
  guard !lines.isEmpty else { throw EmptyReferenceTable(path: path) }
  return lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
}

/// A reference table without rows.
public struct EmptyReferenceTable: Error {
  /// The table's path as asked for.
  public let path: String
}

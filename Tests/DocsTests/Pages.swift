import Foundation

/// The documents of this repository.
struct Pages {
  let root: URL

  init(testFile: String = #filePath) throws {
    var folder = URL(fileURLWithPath: testFile).deletingLastPathComponent()
    while !FileManager.default.fileExists(atPath: folder.appendingPathComponent("Package.swift").path) {
      let parent = folder.deletingLastPathComponent()
      if parent.path == folder.path { throw Missing(path: "Package.swift") }
      folder = parent
    }
    root = folder
  }

  struct Missing: Error { let path: String }

  /// A file's text.
  func text(_ path: String) throws -> String {
    do { return try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8) } catch {
      throw Missing(path: path)
    }
  }

  /// Names of the pages in a folder, sorted, without their ending.
  func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(folder).path)
      .filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }.sorted()
  }

  func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path)
  }

  /// Every Markdown file that people read: the root's, the documents', the targets'.
  func all() throws -> [String] {
    var found: [String] = []
    for folder in [
      "", "docs", "docs/methods", "docs/methods/ensemble", "docs/decisions", "scenarios", "Fuzz",
    ] {
      guard exists(folder.isEmpty ? "." : folder) else { continue }
      found += try names(in: folder).map { (folder.isEmpty ? "" : folder + "/") + $0 + ".md" }
    }
    let targets = try FileManager.default.contentsOfDirectory(
      atPath: root.appendingPathComponent("Sources").path)
    return found + targets.map { "Sources/\($0)/README.md" }.filter(exists)
  }

  /// The fenced blocks of a text, each as its lines.
  static func blocks(of text: String) -> [[String]] {
    var (blocks, open): ([[String]], [String]?) = ([], nil)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if !line.hasPrefix("```") {
        open?.append(line)
      } else if let block = open {
        blocks.append(block)
        open = nil
      } else {
        open = []
      }
    }
    return blocks
  }
}

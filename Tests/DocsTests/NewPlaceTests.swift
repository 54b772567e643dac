import Doudi
import DoudiInputs
import DoudiModel
import DoudiUnits
import Foundation
import Testing

/// The recipe for a new place is followed to the letter: its blocks are written as files beside the
/// shared data and the nation's book, then checked and run.
@Suite struct NewPlaceTests {
  /// Files by path, from "`path`" followed by a fenced block.
  private static func files(of text: String) -> [String: String] {
    var (found, path, open): ([String: String], String?, [String]?) = ([:], nil, nil)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("```") {
        if let body = open, let name = path { found[name] = body.joined(separator: "\n") + "\n" }
        (open, path) = open == nil ? ([], path) : (nil, nil)
      } else if open != nil {
        open?.append(line)
      } else if line.hasPrefix("`scenarios/"), line.hasSuffix("`") {
        path = String(line.dropFirst().dropLast())
      }
    }
    return found
  }

  @Test func followedToTheLetterItRuns() throws {
    let pages = try Pages()
    let files = Self.files(of: try pages.text("docs/new-place.md"))
    #expect(files.count == 5)
    let manager = FileManager.default
    let root = manager.temporaryDirectory.appendingPathComponent("doudi-place-\(UUID().uuidString)")
    defer { try? manager.removeItem(at: root) }
    for (path, text) in files {
      #expect(!pages.exists(path), "\(path) is there already")
      let url = root.appendingPathComponent(path)
      try manager.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    for shared in ["scenarios/data", "scenarios/books/100000-nation"] {
      try manager.createSymbolicLink(
        at: root.appendingPathComponent(shared), withDestinationURL: pages.root.appendingPathComponent(shared)
      )
    }
    let bag = DiagnosticBag()
    let loader = SourceLoader(root: "")
    let model = ModelLoader(loader: loader, bag: bag).load(folder: root.path + "/scenarios/yutian-2027")
    let faults = bag.all.filter { $0.severity != .note }
    #expect(faults.isEmpty, "\(faults.map(\.message.en))")
    let run = try #require(model).run()
    #expect(run.diagnostics.isEmpty, "\(run.diagnostics.map(\.message.en))")
    #expect(run.total > .zero)
    let volumes = BookShelf(loader: loader, bag: bag).volumes(of: run.model)
    let own = try #require(volumes.last)
    #expect(own.rules.count == 3 && own.rules.allSatisfy { own.digests($0.rule.citation) })
  }

  /// The county is one of the census, as the recipe says.
  @Test func theCountyIsInTheCensus() throws {
    let rows = try Pages().text("scenarios/counties/regions.csv")
    #expect(rows.contains("\n130229,") && rows.contains("玉田县"))
  }
}

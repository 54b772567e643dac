import DoudiInputs
import Foundation
import Testing

@Suite struct SourceLoaderTests {
  private func temporaryFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("doudi-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  @Test(arguments: [
    ("scenarios/w", "scenario.yaml", "scenarios/w/scenario.yaml"),
    ("scenarios/w", "../a.yaml", "scenarios/a.yaml"),
    ("", "a.yaml", "a.yaml"), (".", "b/./a.yaml", "b/a.yaml"), ("x", "/abs/a.yaml", "/abs/a.yaml"),
    ("..", "../a", "../../a"),
  ])
  func pathsAreShownAsTyped(root: String, path: String, shown: String) {
    #expect(SourceLoader(root: root).shownPath(path) == shown)
  }

  @Test func readsOnceAndRemembers() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("id: 威海\n".utf8).write(to: folder.appendingPathComponent("a.yaml"))
    let loader = SourceLoader(root: folder.path)
    let bag = DiagnosticBag()
    let file = try #require(loader.load("a.yaml", into: bag))
    #expect(loader.load("a.yaml", into: bag) === file)
    #expect(loader.file(file.path) === file)
    #expect(file.line(1) == "id: 威海")
    #expect(bag.all.isEmpty)
  }

  @Test func suggestsANearFile() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("a: 1\n".utf8).write(to: folder.appendingPathComponent("scenario.yaml"))
    let bag = DiagnosticBag()
    #expect(SourceLoader(root: folder.path).load("scenaro.yaml", into: bag) == nil)
    #expect(bag.all.first?.hint?.en.hasSuffix("scenario.yaml?") == true)
  }

  @Test func pointsAtTheReference() {
    let bag = DiagnosticBag()
    let place = SourceSpan(file: "s.yaml", line: 3, column: 7, length: 4)
    #expect(SourceLoader(root: "/nowhere").load("x.yaml", into: bag, referrer: place) == nil)
    #expect(bag.all.first?.span == place)
  }

  @Test func refusesTooMuchYAML() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let text = "#" + String(repeating: "x", count: SourceLoader.yamlLimit)
    try Data(text.utf8).write(to: folder.appendingPathComponent("big.yaml"))
    let bag = DiagnosticBag()
    #expect(SourceLoader(root: folder.path).load("big.yaml", into: bag) == nil)
    #expect(YAMLReader.read(SourceFile(path: "big", text: text), into: bag) == nil)
    #expect(bag.all.map(\.code) == ["DD1003", "DD1003"])
    #expect(SourceLoader(root: "").load("/dev/zero", into: bag) == nil)
  }
}

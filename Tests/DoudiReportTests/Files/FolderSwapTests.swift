import DoudiReport
import Foundation
import Testing

@Suite("Folders that appear whole")
struct FolderSwapTests {
  private func folder() throws -> String {
    let path = NSTemporaryDirectory() + "/doudi-swap-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  private func make(_ path: String, _ text: String) throws {
    let swap = try FolderSwap(path)
    try swap.write("data/a.csv") { $0.buffer.append(text) }
    try swap.write("provenance.json") { $0.buffer.append("{}") }
    try swap.commit()
  }

  private func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  @Test func anOlderExportIsReplacedAsAWhole() throws {
    let above = try folder()
    let path = above + "/deep/export"
    try make(path, "old")
    try "left over".write(toFile: path + "/data/b.csv", atomically: true, encoding: .utf8)
    try make(path, "new")
    #expect(try text(path + "/data/a.csv") == "new")
    #expect(!FileManager.default.fileExists(atPath: path + "/data/b.csv"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: above + "/deep") == ["export"])
  }

  @Test func theOldOneStaysUntilTheCommitAndAfterAFailure() throws {
    let above = try folder()
    let path = above + "/export"
    try make(path, "old")
    do {
      let swap = try FolderSwap(path)
      try swap.write("data/a.csv") { $0.buffer.append("new") }
      #expect(try text(path + "/data/a.csv") == "old")
    }
    #expect(try text(path + "/data/a.csv") == "old")
    #expect(try FileManager.default.contentsOfDirectory(atPath: above) == ["export"])
  }

  @Test func aFolderOfSomebodyElseIsLeftAlone() throws {
    let path = try folder()
    try "mine".write(toFile: path + "/letter.txt", atomically: true, encoding: .utf8)
    #expect(throws: OutputFailure.self) { _ = try FolderSwap(path) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: path) == ["letter.txt"])
  }

  @Test func anEmptyFolderAndALinkToOneAreTaken() throws {
    let above = try folder()
    try FileManager.default.createDirectory(atPath: above + "/empty", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: above + "/link", withDestinationPath: above + "/empty")
    try make(above + "/link", "x")
    #expect(try text(above + "/empty/data/a.csv") == "x")
    #expect(try text(above + "/link/data/a.csv") == "x")
  }

  /// Hashes of sha256sum.
  @Test func filesAreHashedAsTheyAreWritten() throws {
    let swap = try FolderSwap(try folder() + "/export")
    try swap.write("abc") { $0.buffer.append("abc") }
    try swap.write("empty") { _ in }
    #expect(swap.files.map(\.bytes) == [3, 0])
    #expect(
      swap.files.map(\.sha256) == [
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      ])
  }
}

import DoudiReport
import Foundation
import Testing

@Suite("Files that appear together")
struct FileSetTests {
  private func folder() throws -> String {
    let path = NSTemporaryDirectory() + "/doudi-files-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  private struct Stop: Error {}

  @Test func nothingIsThereBeforeTheCommit() throws {
    let path = try folder() + "/deep/er"
    let files = try FileSet(folder: path)
    try files.write("a.csv") { $0.buffer.append("a\n") }
    #expect(!FileManager.default.fileExists(atPath: path + "/a.csv"))
    #expect(try files.commit() == [path + "/a.csv"])
    #expect(try String(contentsOfFile: path + "/a.csv", encoding: .utf8) == "a\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: path) == ["a.csv"])
  }

  @Test func aFailureLeavesOldFilesAndNoPieces() throws {
    let path = try folder()
    try "old".write(toFile: path + "/a.csv", atomically: true, encoding: .utf8)
    do {
      let files = try FileSet(folder: path)
      try files.write("a.csv") { output in
        output.buffer.append("half")
        throw Stop()
      }
    } catch is Stop {}
    #expect(try String(contentsOfFile: path + "/a.csv", encoding: .utf8) == "old")
    #expect(try FileManager.default.contentsOfDirectory(atPath: path) == ["a.csv"])
  }

  @Test func aFileThatOthersOpenIsMovedLikeAnyOther() throws {
    let path = try folder()
    let files = try FileSet(folder: path)
    try files.write("a.bin", byName: { try "whole".write(toFile: $0, atomically: false, encoding: .utf8) })
    #expect(!FileManager.default.fileExists(atPath: path + "/a.bin"))
    try files.commit()
    #expect(try String(contentsOfFile: path + "/a.bin", encoding: .utf8) == "whole")
    let failing = try FileSet(folder: path)
    #expect(throws: OutputFailure(path: path + "/b.bin", code: 28)) {
      try failing.write("b.bin", byName: { throw OutputFailure(path: $0, code: 28) })
    }
  }

  @Test func aFileInTheWayIsAnOutputFailure() throws {
    let path = try folder() + "/file"
    try "x".write(toFile: path, atomically: true, encoding: .utf8)
    #expect(throws: OutputFailure.self) { _ = try FileSet(folder: path) }
    #expect(throws: OutputFailure.self) { _ = try FileSet(folder: path + "/below") }
  }
}

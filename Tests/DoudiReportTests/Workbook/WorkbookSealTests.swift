import Foundation
import Testing
import _DoudiTestSupport

@testable import DoudiReport

@Suite("Workbooks that know their hash")
struct WorkbookSealTests {
  private func book(_ folder: TemporaryFolder) throws -> String {
    let path = folder.path + "/book.xlsx"
    try Workbook(try ExportedPlace.content(), language: .zh).write(to: path)
    return path
  }

  @Test func whatWasWrittenVerifies() throws {
    let folder = try TemporaryFolder()
    let path = try book(folder)
    let found = try #require(WorkbookSeal.read(path))
    #expect(found.isSound)
    #expect(found.seal.runID == (try ExportedPlace.content()).provenance.runID)
    #expect(try Verification(path).isSound)
  }

  /// Wherever it is: at the start, in a sheet, in the directory, in the comment itself.
  @Test func aChangedByteIsFound() throws {
    let folder = try TemporaryFolder()
    let path = try book(folder)
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    try forAll(seed: 22, count: 60, generator: { $0.int(in: 4...(bytes.count - 1)) }) { place in
      var edited = bytes
      edited[place] ^= 1
      try Data(edited).write(to: URL(fileURLWithPath: path))
      guard let found = try? Verification(path) else { return true }
      return !found.isSound
    }
  }

  @Test func anArchiveWithoutTheCommentIsUnreadable() throws {
    let folder = try TemporaryFolder()
    let path = try book(folder)
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    bytes.removeLast(10)
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    #expect(throws: UnreadableExport.self) { try Verification(path) }
    #expect(throws: UnreadableExport.self) { try RunSide(reading: path) }
  }
}

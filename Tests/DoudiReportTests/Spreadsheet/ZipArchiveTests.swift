import Foundation
import Testing
import _DoudiTestSupport

@testable import DoudiReport

@Suite("Archives that are read")
struct ZipArchiveTests {
  private func open(_ archive: TinyArchive, _ change: (inout [UInt8]) -> Void = { _ in }) throws -> ZipArchive
  {
    let folder = try TemporaryFolder()
    var bytes = archive.bytes
    change(&bytes)
    try Data(bytes).write(to: URL(fileURLWithPath: folder.path + "/a.zip"))
    return try ZipArchive(folder.path + "/a.zip")
  }

  private func read(_ entry: ZipEntry) -> (bytes: [UInt8], last: Int) {
    var (bytes, piece) = ([UInt8](), [UInt8](repeating: 0, count: 5))
    while true {
      let got = piece.withUnsafeMutableBytes { room in
        room.baseAddress.map { entry.read(into: $0, room.count) } ?? -1
      }
      if got <= 0 { return (bytes, got) }
      bytes += piece.prefix(got)
    }
  }

  @Test func entriesAreRead() throws {
    let archive = try open(TinyArchive([("a", "hello, 世界"), ("b/c", "")]))
    #expect(archive.has("b/c") && !archive.has("c"))
    let (bytes, last) = read(try archive.entry("a", most: 100))
    #expect(String(decoding: bytes, as: UTF8.self) == "hello, 世界" && last == 0)
    #expect(throws: SpreadsheetFault.self) { try archive.entry("none", most: 100) }
  }

  /// Whatever the archive says of its size.
  @Test func anEntryEndsAtItsLimit() throws {
    let entry = try open(TinyArchive([("a", "0123456789")])).entry("a", most: 9)
    #expect(read(entry).last == -1)
    #expect(entry.fault != nil)
  }

  @Test func aWrongChecksumIsAFault() throws {
    let archive = try open(TinyArchive([("a", "0123456789")])) { bytes in
      if let place = bytes.firstIndex(of: UInt8(ascii: "5")) { bytes[place] = UInt8(ascii: "6") }
    }
    let entry = try archive.entry("a", most: 100)
    #expect(read(entry).last == -1)
    #expect(entry.fault != nil)
  }

  @Test func whatIsNoWholeArchiveIsRefused() throws {
    let whole = TinyArchive([("a", "0123456789")])
    for count in 0..<whole.bytes.count {
      #expect(throws: SpreadsheetFault.self) { try open(whole) { $0.removeLast($0.count - count) } }
    }
    #expect(throws: SpreadsheetFault.self) { try open(TinyArchive([("a", "1"), ("a", "2")])) }
    #expect(throws: SpreadsheetFault.self) { try ZipArchive("/none") }
  }
}

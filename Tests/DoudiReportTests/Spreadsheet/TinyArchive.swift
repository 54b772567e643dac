import Foundation

@testable import DoudiReport

/// An archive written by hand: entries without compression, after the format's description.
struct TinyArchive {
  var entries: [(name: String, bytes: [UInt8])] = []

  init(_ entries: [(name: String, text: String)] = []) {
    self.entries = entries.map { ($0.name, Array($0.text.utf8)) }
  }

  /// Every entry of an archive that is there, in its order.
  init(reading path: String, names: [String]) throws {
    let archive = try ZipArchive(path)
    for name in names where archive.has(name) {
      let entry = try archive.entry(name, most: 1 << 30)
      var bytes: [UInt8] = []
      var piece = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let got = piece.withUnsafeMutableBytes { room in
          room.baseAddress.map { entry.read(into: $0, room.count) } ?? -1
        }
        if got <= 0 { break }
        bytes += piece.prefix(got)
      }
      entries.append((name, bytes))
    }
  }

  subscript(name: String) -> String {
    get {
      entries.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    }
    set {
      if let place = entries.firstIndex(where: { $0.name == name }) {
        entries[place].bytes = Array(newValue.utf8)
      } else {
        entries.append((name, Array(newValue.utf8)))
      }
    }
  }

  /// The bytes of the archive.
  var bytes: [UInt8] {
    var body: [UInt8] = []
    var directory: [UInt8] = []
    for (name, bytes) in entries {
      let start = body.count
      let common =
        Self.two(20) + Self.two(0x800) + Self.two(0) + Self.two(0) + Self.two(33) + Self.four(Self.crc(bytes))
        + Self.four(bytes.count) + Self.four(bytes.count) + Self.two(name.utf8.count) + Self.two(0)
      body += [0x50, 0x4B, 3, 4] + common + Array(name.utf8) + bytes
      directory += [0x50, 0x4B, 1, 2] + Self.two(20) + common
      directory +=
        Self.two(0) + Self.two(0) + Self.two(0) + Self.four(0) + Self.four(start) + Array(name.utf8)
    }
    let end =
      Self.two(0) + Self.two(0) + Self.two(entries.count) + Self.two(entries.count)
      + Self.four(directory.count) + Self.four(body.count) + Self.two(0)
    return body + directory + [0x50, 0x4B, 5, 6] + end
  }

  func write(to path: String) throws { try Data(bytes).write(to: URL(fileURLWithPath: path)) }

  private static func two(_ value: Int) -> [UInt8] { [UInt8(value & 255), UInt8(value >> 8 & 255)] }
  private static func four(_ value: Int) -> [UInt8] { two(value & 65535) + two(value >> 16 & 65535) }

  private static func crc(_ bytes: [UInt8]) -> Int {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return Int(~sum)
  }
}

/// A workbook written by hand.
enum TinyWorkbook {
  static let sheet1 = "xl/worksheets/sheet1.xml"

  /// Sheets by name, each the inside of its `sheetData`.
  static func archive(_ sheets: [(name: String, rows: String)], shared: String? = nil) -> TinyArchive {
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    let list = sheets.enumerated().map { index, sheet in
      "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" r:id=\"rId\(index + 7)\"/>"
    }.joined()
    let relations = sheets.indices.map { index in
      "<Relationship Id=\"rId\(index + 7)\" Type=\"worksheet\" Target=\"worksheets/sheet\(index + 1).xml\"/>"
    }.joined()
    var archive = TinyArchive([
      (
        "xl/workbook.xml",
        head
          + "<workbook xmlns=\"urn:m\" xmlns:r=\"urn:r\"><sheets>\(list)</sheets><calcPr fullCalcOnLoad=\"1\"/></workbook>"
      ),
      ("xl/_rels/workbook.xml.rels", head + "<Relationships xmlns=\"urn:p\">\(relations)</Relationships>"),
    ])
    for (index, sheet) in sheets.enumerated() {
      archive["xl/worksheets/sheet\(index + 1).xml"] =
        head + "<worksheet xmlns=\"urn:m\"><sheetData>\(sheet.rows)</sheetData></worksheet>"
    }
    if let shared { archive["xl/sharedStrings.xml"] = head + "<sst xmlns=\"urn:m\">\(shared)</sst>" }
    return archive
  }
}

/// A workbook that is read: its sheets by name, each as a stream of cells.
///
/// Limits: a sheet has at most 2 GiB of XML, that is 2 KiB for each of its 1,048,576 rows; shared
/// texts 512 MiB; a list of sheets 16 MiB.
final class Spreadsheet {
  /// Names in their order.
  let names: [String]
  private let archive: ZipArchive
  private let parts: [String: String]
  private var shared: SharedTexts?

  private static let mostOfSheet = 2 << 30
  private static let mostShared = 512 << 20
  private static let mostOfList = 16 << 20
  private static let sharedPart = "xl/sharedStrings.xml"

  /// - Throws: ``SpreadsheetFault``.
  init(_ path: String) throws(SpreadsheetFault) {
    archive = try ZipArchive(path)
    let (list, relations) = (SheetList(), RelationList())
    try Self.read(archive, "xl/workbook.xml", Self.mostOfList, list)
    try Self.read(archive, "xl/_rels/workbook.xml.rels", Self.mostOfList, relations)
    var parts: [String: String] = [:]
    for sheet in list.sheets {
      guard let part = relations.targets[sheet.relation], parts.updateValue(part, forKey: sheet.name) == nil
      else { throw .damaged("xl/workbook.xml") }
    }
    names = list.sheets.map(\.name)
    self.parts = parts
  }

  private static func read(
    _ archive: ZipArchive, _ part: String, _ most: Int, _ handler: XMLHandler
  ) throws(SpreadsheetFault) {
    try XMLEvents.read(try archive.entry(part, most: most), handler)
  }

  /// Every cell of a sheet, in its order.
  /// - Throws: ``SpreadsheetFault``.
  func read(_ name: String, into sink: SheetSink) throws(SpreadsheetFault) {
    guard let part = parts[name] else { throw .missing(name) }
    let scanner = SheetScanner(part, shared: try sharedTexts(), into: sink)
    try Self.read(archive, part, Self.mostOfSheet, scanner)
  }

  private func sharedTexts() throws(SpreadsheetFault) -> SharedTexts? {
    if let shared { return shared }
    guard archive.has(Self.sharedPart) else { return nil }
    let texts = SharedTexts()
    try Self.read(archive, Self.sharedPart, Self.mostShared, texts)
    shared = texts
    return texts
  }
}

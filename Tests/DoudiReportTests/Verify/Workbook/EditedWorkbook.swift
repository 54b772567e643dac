import Foundation
import _DoudiTestSupport

@testable import DoudiReport

/// A workbook of a small place, taken apart, edited and put together as another program would: without the seal.
struct EditedWorkbook {
  let folder: TemporaryFolder
  var archive: TinyArchive

  static let names = Labels.sheets.map(\.name.zh)

  var path: String { folder.path + "/edited.xlsx" }

  init(_ printing: Printing = .adjusted) throws {
    folder = try TemporaryFolder()
    let content = try ExportedPlace.content(printing: printing)
    try Workbook(content, language: .zh).write(to: folder.path + "/written.xlsx")
    let parts = ["xl/workbook.xml", "xl/_rels/workbook.xml.rels"]
    let sheets = (1...Self.names.count).map { "xl/worksheets/sheet\($0).xml" }
    archive = try TinyArchive(reading: folder.path + "/written.xlsx", names: parts + sheets)
  }

  /// The XML of a sheet.
  subscript(_ sheet: String) -> String {
    get { archive[part(sheet)] }
    set { archive[part(sheet)] = newValue }
  }

  private func part(_ sheet: String) -> String {
    "xl/worksheets/sheet\((Self.names.firstIndex(of: sheet) ?? 0) + 1).xml"
  }

  /// The XML of a cell.
  func cell(_ sheet: String, _ name: String) -> String {
    let xml = self[sheet]
    guard let start = xml.range(of: "<c r=\"\(name)\"") else { return "" }
    let rest = xml[start.lowerBound...]
    guard let end = rest.range(of: "</c>") else { return "" }
    return String(rest[..<end.upperBound])
  }

  /// Puts other XML where a piece of a cell's stands.
  mutating func change(_ sheet: String, _ name: String, _ old: String, _ new: String) {
    let cell = self.cell(sheet, name)
    self[sheet] = self[sheet].replacing(cell, with: cell.replacing(old, with: new))
  }

  /// The value of a cell.
  func value(_ sheet: String, _ name: String) -> String {
    let cell = self.cell(sheet, name)
    guard let start = cell.range(of: "<v>"), let end = cell.range(of: "</v>") else { return "" }
    return String(cell[start.upperBound..<end.lowerBound])
  }

  /// Puts another value into a cell.
  mutating func set(_ sheet: String, _ name: String, _ value: String) {
    change(sheet, name, "<v>\(self.value(sheet, name))</v>", "<v>\(value)</v>")
  }

  func verified() throws -> Verification {
    try archive.write(to: path)
    return try Verification(path)
  }

  /// Cells of the faults: "汇总!B12".
  func faultyCells() throws -> [String] {
    try verified().faults.map { fault in
      let sheet = fault.span.file.split(separator: "/").last.map(String.init) ?? ""
      return "\(sheet)!\(CellName.cell(fault.span.start.line - 1, fault.span.start.column - 1))"
    }
  }
}

import DoudiInputs

/// Why a workbook, or a part of it, cannot be read.
struct SpreadsheetFault: Error {
  /// In words, the part named.
  let message: Bilingual

  init(_ zh: String, _ en: String) { message = Bilingual(zh: zh, en: en) }

  static let notAnArchive = SpreadsheetFault("不是完整的ZIP文件", "not a whole ZIP archive")

  static func missing(_ part: String) -> SpreadsheetFault { .init("没有\(part)", "there is no \(part)") }

  static func damaged(_ part: String) -> SpreadsheetFault {
    .init("\(part)已损坏", "\(part) is damaged")
  }

  static func tooLarge(_ part: String, _ most: Int) -> SpreadsheetFault {
    .init("\(part)超过\(most)字节", "\(part) has more than \(most) bytes")
  }

  static func notXML(_ part: String, line: Int) -> SpreadsheetFault {
    .init("\(part)第\(line)行不是有效的XML", "line \(line) of \(part) is not valid XML")
  }

  static func hasDeclarations(_ part: String) -> SpreadsheetFault {
    .init("\(part)含有DTD，工作簿不应有", "\(part) has a document type, which no workbook has")
  }

  static func badCell(_ part: String, line: Int) -> SpreadsheetFault {
    .init("\(part)：第\(line)行附近的单元格无法读取", "\(part): a cell near row \(line) cannot be read")
  }
}

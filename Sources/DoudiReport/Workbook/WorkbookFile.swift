import CXlsxWriter
import DoudiInputs

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes sheets to a file by libxlsxwriter. The same sheets give the same bytes: the time of creation is
/// fixed, and nothing else in the file knows one.
struct WorkbookFile {
  /// What the file says of itself.
  struct Properties: Hashable {
    let title: String
    let author: String
    let comments: String
  }

  let language: Language
  let properties: Properties

  /// 2000-01-01, of every workbook.
  private static let created: Int = 946_684_800

  /// Writes a workbook.
  /// - Parameters:
  ///   - path: where; what is there is written over.
  ///   - sheets: in order.
  ///   - data: the long tables behind them.
  /// - Throws: ``OutputFailure``.
  func write(to path: String, sheets: [Sheet], data: [DataSheet]) throws {
    var options = lxw_workbook_options()
    options.constant_memory = 1
    options.use_zip64 = 0
    guard let book = workbook_new_opt(path, &options) else {
      throw OutputFailure(path: path, code: outOfMemory)
    }
    setProperties(book)
    let formats = CellFormats(book, language)
    for sheet in sheets {
      guard let page = workbook_add_worksheet(book, sheet.name) else { continue }
      SheetWriter(book: book, page: page, formats: formats).write(sheet, language)
    }
    for sheet in data {
      guard let page = workbook_add_worksheet(book, sheet.name) else { continue }
      sheet.write(to: page, formats: formats, language)
    }
    guard workbook_close(book) == LXW_NO_ERROR else {
      throw OutputFailure(path: path, code: lastSystemError())
    }
  }

  private func setProperties(_ book: UnsafeMutablePointer<lxw_workbook>) {
    var own = lxw_doc_properties()
    own.created = Self.created
    // The library copies the texts before the call returns.
    let texts = [properties.title, properties.author, properties.comments].map { (text: String) in
      strdup(text)
    }
    (own.title, own.author, own.comments) = (texts[0], texts[1], texts[2])
    _ = workbook_set_properties(book, &own)
    for text in texts { free(text) }
  }
}

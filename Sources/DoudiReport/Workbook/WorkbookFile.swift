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
    var pages: [UnsafeMutablePointer<lxw_worksheet>] = []
    for sheet in sheets {
      guard let page = workbook_add_worksheet(book, sheet.name) else { continue }
      pages.append(page)
      SheetWriter(book: book, page: page, formats: formats).write(sheet, language)
    }
    for sheet in data {
      guard let page = workbook_add_worksheet(book, sheet.name) else { continue }
      pages.append(page)
      sheet.write(to: page, formats: formats, language)
    }
    let passing = flush(pages)
    guard passing == 0 else {
      lxw_workbook_free(book)
      throw OutputFailure(path: path, code: passing)
    }
    guard withoutStandardError({ workbook_close(book) }) == LXW_NO_ERROR else {
      throw OutputFailure(path: path, code: lastSystemError())
    }
  }

  /// Rows wait in passing files, and the library does not look whether they were written: the error number where
  /// one was not, else 0.
  private func flush(_ pages: [UnsafeMutablePointer<lxw_worksheet>]) -> Int32 {
    for page in pages {
      guard let file = page.pointee.optimize_tmpfile else { continue }
      if fflush(file) != 0 || ferror(file) != 0 { return lastSystemError() }
    }
    return 0
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

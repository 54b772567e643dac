import CXlsxWriter
import DoudiInputs

/// The formats of a workbook, one for each style that is used.
final class CellFormats {
  private let book: UnsafeMutablePointer<lxw_workbook>
  private let language: Language
  private var made: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]

  init(_ book: UnsafeMutablePointer<lxw_workbook>, _ language: Language) {
    (self.book, self.language) = (book, language)
  }

  /// The format of a style.
  func format(_ style: CellStyle) -> UnsafeMutablePointer<lxw_format>? {
    if let known = made[style] { return known }
    guard let format = workbook_add_format(book) else { return nil }
    format_set_font_name(format, fontName(style.role))
    format_set_font_size(format, style.role == .title ? 16 : style.role == .section ? 11 : 10)
    format_set_num_format(format, style.numberFormat)
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    format_set_align(format, UInt8(alignment(style).rawValue))
    if case .words = style.format { format_set_text_wrap(format) }
    decorate(format, style.role)
    made[style] = format
    return format
  }

  private func fontName(_ role: CellStyle.Role) -> String {
    guard language == .zh else { return "Calibri" }
    return [.title, .section, .header].contains(role) ? "黑体" : "宋体"
  }

  private func alignment(_ style: CellStyle) -> lxw_format_alignments {
    switch style.role {
    case .title, .header: LXW_ALIGN_CENTER
    default: style.isRight ? LXW_ALIGN_RIGHT : LXW_ALIGN_LEFT
    }
  }

  private func decorate(_ format: UnsafeMutablePointer<lxw_format>, _ role: CellStyle.Role) {
    switch role {
    case .title, .section, .header, .total: format_set_bold(format)
    default: break
    }
    switch role {
    case .header, .body, .total: format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
    default: break
    }
    if role == .header { format_set_bg_color(format, 0xE7EBF0) }
    if role == .total { format_set_bg_color(format, 0xF4F6F8) }
  }
}

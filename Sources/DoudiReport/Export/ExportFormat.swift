/// The forms in which a scenario is handed in.
public enum ExportFormat: String, CaseIterable, Sendable {
  /// Workbook.
  case xlsx
  /// Memo and summary as Markdown and as one page, with figures.
  case report
  /// Data package for researchers.
  case package
  /// Long tables for an office.
  case csv
  /// Long tables for machines.
  case json

  /// True where the result is a folder.
  public var isFolder: Bool { self != .xlsx && self != .json }
}

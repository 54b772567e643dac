/// A document before it is written: headings, paragraphs, tables, figures, in one language.
public struct ReportDocument {
  /// One piece of it.
  enum Block {
    /// A heading of a level from 2.
    case heading(Int, String)
    /// A sentence or several.
    case paragraph(String)
    /// Points of a list.
    case list([String])
    /// A table.
    case table(Table)
    /// A figure; its table stands in its place where it has not been drawn.
    case chart(Chart)
  }

  /// Name of its file.
  let id: String
  /// Its heading.
  let title: String
  /// What it is made of.
  private(set) var blocks: [Block] = []
  /// How its tables are printed.
  let form: PrintForm

  /// An empty document.
  init(id: String, title: String, form: PrintForm) { (self.id, self.title, self.form) = (id, title, form) }

  /// Adds a piece.
  mutating func add(_ block: Block) { blocks.append(block) }

  /// Adds tables with what stands above and below them.
  mutating func add(tables: [Table]) { for table in tables { blocks.append(.table(table)) } }

  /// Adds a paragraph; nothing where there are no words.
  mutating func say(_ text: String?) {
    guard let text, !text.isEmpty else { return }
    blocks.append(.paragraph(text))
  }

  /// The same with files named as `files` says.
  func naming(_ files: FileWords) -> ReportDocument {
    var copy = self
    copy.blocks = blocks.map { block in
      switch block {
      case .paragraph(let text): .paragraph(files.text(text))
      case .list(let texts): .list(texts.map(files.text))
      case .table(let table): .table(files.table(table))
      case .chart(let chart): .chart(chart.naming(files))
      case .heading: block
      }
    }
    return copy
  }

  /// Every table in it, those of figures included.
  var tables: [Table] {
    blocks.compactMap { block in
      switch block {
      case .table(let table): table
      case .chart(let chart): chart.table
      default: nil
      }
    }
  }

  /// Identifiers of the tables that stand in it by themselves.
  var shownTables: Set<String> {
    Set(blocks.compactMap { if case .table(let table) = $0 { table.id } else { nil } })
  }

  /// Its figures.
  var charts: [Chart] {
    blocks.compactMap { if case .chart(let chart) = $0 { chart } else { nil } }
  }
}

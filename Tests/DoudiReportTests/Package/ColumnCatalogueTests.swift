import DoudiInputs
import Testing
import _DoudiTestSupport

@testable import DoudiReport

@Suite("The list of columns")
struct ColumnCatalogueTests {
  private func contentTables() throws -> [Table] {
    PackageExport.tables(try ExportedPlace.content(withComparison: true))
  }

  @Test func everyColumnOfARunIsListedWithMeaningsInBothLanguages() throws {
    let tables = try contentTables()
    #expect(tables.count > 15)
    for table in tables {
      #expect(TableCatalogue.entry(table.id) != nil, "\(table.id)")
      for column in table.columns {
        let entry = ColumnCatalogue.entry(table.id, column.id)
        #expect(entry != nil, "\(table.id).\(column.id)")
        #expect(entry?.meaning.zh.isEmpty == false && entry?.meaning.en.isEmpty == false)
      }
    }
  }

  /// What the figures are decides what a file says they are.
  @Test func typesFitWhatColumnsHold() throws {
    for table in try contentTables() {
      for column in table.columns {
        guard let entry = ColumnCatalogue.entry(table.id, column.id) else { continue }
        let fits =
          switch column.values {
          case .fen: entry.kind == .whole && entry.unit == "fen"
          case .yuan: entry.kind == .real && entry.unit == "CNY"
          case .persons, .reals, .numbers, .rounded, .sixPlaces: [.real, .whole].contains(entry.kind)
          case .exact: entry.kind == .fraction
          case .notes: entry.kind == .text
          case .words, .texts, .figures, .units: true
          }
        #expect(fits, "\(table.id).\(column.id)")
      }
    }
  }

  @Test func codesHaveNamesInBothLanguages() {
    for (name, entry) in ColumnCatalogue.all {
      #expect(Set(entry.codes.map(\.id)).count == entry.codes.count, "\(name)")
      for code in entry.codes { #expect(!code.label.zh.isEmpty && !code.label.en.isEmpty, "\(name)") }
    }
  }

  @Test func keysAndReferencesNameListedColumns() {
    for (table, entry) in TableCatalogue.all {
      for column in entry.key { #expect(ColumnCatalogue.entry(table, column) != nil, "\(table).\(column)") }
    }
    for (column, target) in TableCatalogue.references {
      #expect(ColumnCatalogue.entry(target.table, target.column) != nil, "\(column)")
      #expect(TableCatalogue.entry(target.table) != nil, "\(target.table)")
    }
  }
}

import DoudiInputs

/// The sheets of a workbook that a run of months fills.
struct RunPages {
  let book: Workbook
  let report: RunReport

  var unit: MoneyUnit { book.content.unit }
  var language: Language { book.language }
  var moneyLine: Bilingual { book.moneyLine }

  func builder(_ name: Bilingual, unitLine: Bilingual? = nil) -> SheetBuilder {
    book.builder(name, unitLine: unitLine)
  }

  func section(_ table: Table) -> Bilingual { book.section(table) }

  func stack(_ tables: [Table], on builder: inout SheetBuilder) -> [SheetBuilder.Place] {
    book.stack(tables, on: &builder)
  }

  /// Columns of years, and what each is the total of.
  var yearKeys: [(column: String, key: String)] {
    report.years.map { ("\($0)", "\($0)") } + [("total", "total")]
  }

  /// Tables whose money is fitted to add up; where each cell is rounded by itself, their money to the fen instead.
  func exact(_ make: (MoneyUnit) -> [Table]) -> [Table] {
    let printed = make(unit)
    guard book.content.printing == .rounded else { return printed }
    // Fitted to the fen nothing is moved.
    return zip(printed, make(.yuan)).map { table, whole in
      var copy = table
      copy.columns = zip(table.columns, whole.columns).map { column, full in
        guard case .units(let fen, _) = full.values else { return column }
        return Column(
          column.id, column.title, .units(fen, places: unit.fenPlaces), isRowTotal: column.isRowTotal,
          width: column.width)
      }
      return copy
    }
  }
}

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
}

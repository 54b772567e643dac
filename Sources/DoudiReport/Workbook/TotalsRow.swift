import DoudiInputs

/// The totals of a table by year, with the cells they stand in: what other tables must show, too.
struct TotalsRow {
  let name: Bilingual
  /// Year or "total" to reference and value.
  let cells: [(key: String, reference: String, value: Double)]

  /// The total row of a table.
  /// - Parameters:
  ///   - name: of the table.
  ///   - place: where it lies.
  ///   - sheet: name of its sheet.
  ///   - keys: columns and what each is the total of.
  init?(_ name: Bilingual, _ place: SheetBuilder.Place, sheet: String, keys: [(column: String, key: String)])
  {
    guard let row = place.table.kinds.firstIndex(of: .total) else { return nil }
    self.name = name
    cells = keys.compactMap { column, key in
      guard let position = place.column(column), let number = place.table.columns[position].number(row)
      else { return nil }
      let cell = CellName.cell(place.rows.lowerBound + row, position)
      return (key, CellName.sheet(sheet) + cell, number.value)
    }
    if cells.isEmpty { return nil }
  }
}

import DoudiAnalysis
import DoudiInputs
import DoudiUnits

extension AllocationReport {
  /// What is drawn as bars: rows without parts, each with its amount as the screen prints it, what the formula
  /// alone would give, and the bound that held it.
  func barsTable(_ unit: MoneyUnit, printing: Printing = .adjusted) -> Table {
    let printed = PrintedAmounts(rows: rows, unit: spec.unit, screen: unit, printing: printing)
    let leaves = rows.leaves
    let words = leaves.map { Word(rows.rows[$0].id, rows.rows[$0].name) }
    func values(_ column: Column) -> Column {
      Column(column.id, column.title, column.values.picking(leaves))
    }
    let all = split.rows
    var columns = [
      Column("region", Labels.region, .words(words.indices.map { Int32($0) }, words)),
      values(printed.column("amount", Labels.allotted, rows.rows.indices.map { amount($0) })),
    ]
    if all.contains(where: { $0.bound != nil }) {
      if all.contains(where: { $0.formula != nil }) {
        columns.append(values(printed.column("formula", Labels.formulaAmount, all.map(\.formula))))
      }
      columns += [
        Column("bound", Labels.boundHit, .notes(leaves.map { all[$0].bound.map(Labels.bound) })),
        values(printed.plain("bound_value", Labels.bound, all.map { $0.bound?.bound.value })),
      ]
    }
    return Table(
      id: "allocation_bars", title: title(Labels.allocation, printed.label), columns: columns)
  }
}

import DoudiAllocation
import DoudiAnalysis
import DoudiInputs
import DoudiUnits

extension AllocationReport {
  private var printed: PrintedAmounts { PrintedAmounts(rows: rows, unit: spec.unit, screen: .yuan) }

  /// 元, or seats.
  var handedInUnit: Bilingual { printed.label }

  /// The table in the form in which it is handed in: place, amount in yuan, remarks; the total last.
  func handedIn() -> Table {
    let order = treeOrder
    let all = split.rows
    let remarks = order.map { row -> Bilingual? in all[row].bound.map(Labels.bound) }
    let money = printed.column("money", Labels.money, rows.rows.indices.map { amount($0) })
    return Table(
      id: "handed_in", title: Labels.handedIn,
      columns: [
        Column("region", Labels.region, .notes(order.map { name($0) } + [Labels.total])),
        Column("money", money.title, money.values.picking(order + [rows.rows.count])),
        Column("remark", Labels.remark, .notes(remarks + [nil])),
      ], rowKinds: order.map { _ in .body } + [.total])
  }
}

import DoudiInputs
import DoudiUnits

/// One indicator is given in units of one kind: a row in another kind is a slip (DD1504).
struct FigureUnits {
  let scope: FigureScope
  let bag: DiagnosticBag

  func run() {
    for name in scope.read.intersection(scope.table.indicators).sorted() {
      let rows = scope.rows(of: name)
      guard let first = rows.first, rows.contains(where: { $0.unit.factor(to: first.unit) == nil }) else {
        continue
      }
      check(rows)
    }
  }

  private func check(_ rows: [Observation]) {
    var kinds: [(unit: Measure, count: Int)] = []
    for row in rows {
      if let known = kinds.firstIndex(where: { row.unit.factor(to: $0.unit) != nil }) {
        kinds[known].count += 1
      } else {
        kinds.append((row.unit, 1))
      }
    }
    guard let most = kinds.map(\.count).max(), let usual = kinds.first(where: { $0.count == most })?.unit
    else {
      return
    }
    for row in rows where row.unit.factor(to: usual) == nil {
      bag.error(
        DiagnosticCode.wrongUnit, at: scope.table.span("unit", of: row),
        Bilingual(
          zh: "\(row.indicator)此处的单位是\(row.unit)，其他行是\(usual)",
          en: "\(row.indicator) is in \(row.unit) here and in \(usual) in the other rows"))
    }
  }
}

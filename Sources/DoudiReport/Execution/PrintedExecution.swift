import DoudiAnalysis

/// The money of a year that is being carried out in whole printed units that agree with each other.
///
/// In this order, each column taking over what is printed already for the same money: the budget from the
/// summary, the forecast from the budget or the summary, what was paid, what was planned from what was
/// paid. The rest is forecast less paid; every printed figure is less than a unit away from the exact one.
struct PrintedExecution {
  let budget: [Int64?]
  let forecast: [Int64]
  let paid: [Int64]
  let planned: [Int64]

  /// Fits.
  /// - Parameters:
  ///   - execution: exact figures.
  ///   - summary: the year's projection of each row as the summary prints it; nil: it does not.
  ///   - summaryFen: the same in fen.
  ///   - quantum: fen in one printed unit.
  init(_ execution: Execution, summary: [Int64?], summaryFen: [Int64?], quantum: Int64) {
    let rows = execution.rows
    func same(_ fen: Int64?, _ row: Int) -> Int64? { fen == summaryFen[row] ? summary[row] : nil }
    let budget = MoneyGrid.fit(
      known: rows.map(\.budget), anchors: rows.indices.map { same(rows[$0].budget, $0) }, quantum: quantum)
    let forecast = MoneyGrid.fit(
      rows.map(\.forecast),
      anchors: rows.indices.map { row in
        rows[row].forecast == rows[row].budget ? budget[row] : same(rows[row].forecast, row)
      }, quantum: quantum)
    let paid = MoneyGrid.fit(
      rows.map(\.paid),
      anchors: rows.indices.map { Self.only(rows[$0], forecast[$0], quantum) }, quantum: quantum)
    planned = MoneyGrid.fit(
      rows.map(\.planned),
      anchors: rows.indices.map { rows[$0].planned == rows[$0].paid ? paid[$0] : nil }, quantum: quantum)
    (self.budget, self.forecast, self.paid) = (budget, forecast, paid)
  }

  /// What is foreseen after the months paid.
  var rest: [Int64] { zip(forecast, paid).map { $0 - $1 } }

  /// Budget less forecast.
  var gap: [Int64?] { zip(budget, forecast).map { budget, forecast in budget.map { $0 - forecast } } }

  /// The printed payment where the printed forecast leaves only one, both parts being cut or raised.
  private static func only(_ row: Execution.Row, _ forecast: Int64, _ quantum: Int64) -> Int64? {
    let low = MoneyGrid.floored(row.paid, quantum)
    let high = -MoneyGrid.floored(-row.paid, quantum)
    let rest = row.forecast - row.paid
    let (least, most) = (MoneyGrid.floored(rest, quantum), -MoneyGrid.floored(-rest, quantum))
    let open = [low, high].filter { forecast - $0 >= least && forecast - $0 <= most }
    return open.allSatisfy { $0 == open.first } ? open.first : nil
  }
}

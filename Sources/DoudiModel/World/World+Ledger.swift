import DoudiUnits

extension World {
  /// Writes a ledger line; months outside the horizon are not this run's. No money is an amount too
  /// large for the ledger, which is reported.
  func line(
    rule: RuleHeader, position: Int, cell: Int, entitled: Month, paid: Month, type: LineType,
    status: Status, money: Money?
  ) {
    guard horizon.contains(paid) else { return }
    if let money {
      payouts.add(money, position, space.cells[cell].leaf, paid.months(since: horizon.first), type)
      if sums != nil {
        sums?[position] &+= money.fen
        return
      }
    }
    let entry = money.map {
      LedgerLine(
        cell: Int32(cell), rule: Int32(position), paid: paid, entitled: entitled, type: type,
        status: status, fen: $0.fen)
    }
    guard let entry, ledger.append(entry) else {
      let fault = RunFault.tooLarge(rule: rule.id, region: space.cells[cell].region, month: paid)
      if !faults.contains(fault) && faults.count < 200 { faults.append(fault) }
      return
    }
  }

  /// Writes the lines of one month, one for each of some cells; `line` gives nil where the rule does not
  /// speak of a cell.
  func book(
    rule: RuleHeader, position: Int, entitled: Month, paid: Month, type: LineType, cells: [Int],
    line: (_ place: Int, _ cell: Int) -> (money: Money?, status: Status)?
  ) {
    guard horizon.contains(paid) else { return }
    guard sums != nil, !payouts.counts(position) else {
      for (place, cell) in cells.enumerated() {
        guard let found = line(place, cell) else { continue }
        self.line(
          rule: rule, position: position, cell: cell, entitled: entitled, paid: paid, type: type,
          status: found.status, money: found.money)
      }
      return
    }
    var sum: Int64 = 0
    for (place, cell) in cells.enumerated() { sum &+= line(place, cell)?.money?.fen ?? 0 }
    sums?[position] &+= sum
  }

  /// Payment rules that charge a programme.
  func rules(of programme: Int) -> [Int] {
    programmeOfRule.indices.filter { programmeOfRule[$0] == programme }
  }

  /// The amount that is paid in a month: the old one while a rise is still to be settled.
  func payable(_ amount: Int, _ cell: Int, _ month: Month) -> Figure? {
    if let window = backPayWindows[amount], window.isOpen(in: month) {
      return amounts[amount].figure(cell, window.stillPaid(in: month))
    }
    return amounts[amount].figure(cell, month)
  }
}

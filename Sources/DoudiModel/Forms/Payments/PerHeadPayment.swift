import DoudiInputs
import DoudiUnits

/// What gap payments, allowances and top-ups have in common: persons x benefit, month by
/// month, with back pay when a rise is settled later.
///
///     regular(m)  = round( N(m) x benefit(paid amount in m) )
///     back pay(e) = round( N(e) x benefit(amount owed in e) ) - regular(e)   for each settled e
struct PerHeadPayment {
  let rule: RuleHeader
  let position: Int
  let world: World
  let calendar: PaymentCalendar
  let amount: Int
  let type: LineType
  /// Persons paid and how sure their number is.
  let persons: (_ cell: Int, _ month: Month) -> (count: Double, status: Status)
  /// Benefit per person out of the amount.
  let benefit: (_ amount: Figure, _ cell: Int, _ month: Month) -> Figure

  func run() {
    let (history, window) = (world.amounts[amount], world.backPayWindows[amount])
    for month in world.horizon.months {
      let isOpen = window?.isOpen(in: month) ?? false
      let standing = isOpen ? window?.stillPaid(in: month) ?? month : month
      let isSettled = window?.paidFrom == month.month
      let payment = calendar.payment(for: month)
      for cell in world.space.people {
        guard let paid = history.figure(cell, standing) else { continue }
        let (money, status) = money(paid, cell, month)
        world.line(
          rule: rule, position: position, cell: cell, entitled: month, paid: payment, type: type,
          status: status, money: money)
        if isSettled { settle(cell, month, window) }
      }
    }
  }

  private func settle(_ cell: Int, _ month: Month, _ window: BackPayWindow?) {
    guard let window else { return }
    for owed in window.settled(in: month) {
      guard let due = world.amounts[amount].figure(cell, owed),
        let paid = world.payable(amount, cell, owed)
      else { continue }
      let (full, status) = money(due, cell, owed)
      let (part, _) = money(paid, cell, owed)
      guard let full, let part, full != part else { continue }
      world.line(
        rule: rule, position: position, cell: cell, entitled: owed, paid: month, type: .backPay,
        status: status, money: full - part)
    }
  }

  private func money(_ amount: Figure, _ cell: Int, _ month: Month) -> (Money?, Status) {
    let head = persons(cell, month)
    let rate = benefit(amount, cell, month)
    return (Money(persons: head.count, rate: rate.value), max(head.status, rate.status))
  }
}

extension World {
  /// The amount per head behind a line, as text: what is paid, or for back pay what is owed less
  /// what was paid.
  func standardText(_ amount: Int, _ line: LedgerLine) -> String {
    let (cell, month) = (Int(line.cell), line.entitled)
    let paid = payable(amount, cell, month)?.value ?? .zero
    guard line.type == .backPay, let due = amounts[amount].figure(cell, month)?.value else {
      return "\(paid)"
    }
    return "(\(due) - \(paid))"
  }
}

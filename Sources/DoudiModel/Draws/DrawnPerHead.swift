import DoudiTape
import DoudiUnits

/// Persons x benefit, month by month, with back pay, over uncertain inputs (see ``PerHeadPayment``).
struct DrawnPerHead {
  let position: Int
  let world: DrawWorld
  let calendar: PaymentCalendar
  let amount: Int
  let group: Int
  /// Share of the group that is paid; nil: all of it.
  var part: Term?
  /// Benefit per person out of the amount.
  let benefit: (_ amount: TapeValue, _ cell: Int, _ month: Month) -> TapeValue

  func run() {
    let window = world.central.backPayWindows[amount]
    for month in world.horizon.months {
      for cell in world.people {
        guard let standard = world.payable(amount, cell, month) else { continue }
        let cny = persons(cell, month) * benefit(standard, cell, month)
        world.pay(position, cny, paid: calendar.payment(for: month))
      }
      if window?.paidFrom == month.month { settle(month, window) }
    }
  }

  private func persons(_ cell: Int, _ month: Month) -> TapeValue {
    let count = world.persons(group, cell, month)
    return part.map { count * world.share($0, cell, month) } ?? count
  }

  private func settle(_ month: Month, _ window: BackPayWindow?) {
    guard let window else { return }
    for cell in world.people {
      for owed in window.settled(in: month) {
        guard let due = world.amount(amount, cell, owed), let paid = world.payable(amount, cell, owed)
        else { continue }
        let rise = benefit(due, cell, owed) - benefit(paid, cell, owed)
        world.pay(position, persons(cell, owed) * rise, paid: month)
      }
    }
  }
}

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
  let group: Int
  /// Share of the group that is paid; nil: all of it.
  var part: Term?
  /// Terms that ``benefit`` reads.
  var terms: [Term] = []
  /// Benefit per person out of the amount.
  let benefit: (_ amount: Figure, _ cell: Int, _ month: Month) -> Figure

  func run() {
    let (history, window) = (world.amounts[amount], world.backPayWindows[amount])
    var rates: [Figure?] = []
    var ratesOf: Int?
    for month in world.horizon.months {
      let isOpen = window?.isOpen(in: month) ?? false
      let standing = isOpen ? window?.stillPaid(in: month) ?? month : month
      // Amounts and terms stand for many months: the benefit is worked out when one of them changes.
      let revision = history.revision(at: standing)
      if revision != ratesOf || revision == nil || terms.contains(where: { $0.mayChange(in: month) }) {
        rates = world.space.people.map { cell in
          history.figure(cell, standing).map { benefit($0, cell, month) }
        }
        ratesOf = revision
      }
      pay(month, rates)
      if window?.paidFrom == month.month { settle(month, window) }
    }
  }

  private func pay(_ month: Month, _ rates: [Figure?]) {
    let people = world.groups[group]
    world.book(
      rule: rule, position: position, entitled: month, paid: calendar.payment(for: month), type: type,
      cells: world.space.people
    ) { place, cell in
      guard let rate = rates[place] else { return nil }
      let head = persons(people, cell, month)
      return (Money(persons: head.count, rate: rate.value), max(head.status, rate.status))
    }
  }

  private func persons(_ people: GroupHistory, _ cell: Int, _ month: Month) -> (count: Double, status: Status)
  {
    let (count, status) = (people.persons(cell, month), people.status[cell])
    guard let part else { return (count, status) }
    let share = world.share(part, cell, month)
    return (count * share.value.double, max(share.status, status))
  }

  private func settle(_ month: Month, _ window: BackPayWindow?) {
    guard let window else { return }
    let people = world.groups[group]
    for cell in world.space.people {
      for owed in window.settled(in: month) {
        guard let due = world.amounts[amount].figure(cell, owed),
          let paid = world.payable(amount, cell, owed)
        else { continue }
        let head = persons(people, cell, owed)
        let (full, part) = (benefit(due, cell, owed), benefit(paid, cell, owed))
        guard let owedMoney = Money(persons: head.count, rate: full.value),
          let paidMoney = Money(persons: head.count, rate: part.value), owedMoney != paidMoney
        else { continue }
        world.line(
          rule: rule, position: position, cell: cell, entitled: owed, paid: month, type: .backPay,
          status: max(head.status, full.status), money: owedMoney - paidMoney)
      }
    }
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

import DoudiTape
import DoudiUnits

extension DrawWorld {
  /// Paid for some programmes in a year.
  func spent(on programmes: [Int], year: Int) -> TapeValue {
    central.programmeOfRule.indices.reduce(tape.literal(0)) { sum, rule in
      programmes.contains(central.programmeOfRule[rule]) ? sum + money.paid(rule, year: year) : sum
    }
  }

  /// Books money paid in a month; months outside the horizon are not this run's.
  func pay(_ rule: Int, _ cny: TapeValue, paid: Month, isReserve: Bool = false) {
    guard horizon.contains(paid) else { return }
    money.add(
      cny, rule: rule, month: paid.months(since: horizon.first), year: paid.year, isReserve: isReserve)
  }
}

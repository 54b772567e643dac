import DoudiInputs
import DoudiModel
import DoudiUnits

/// Spending of a target's year so far, as it divides at the cutoff.
struct YearToDate {
  /// Reported from January to the cutoff, CNY; zero where the year began later.
  let reported: Rational
  /// Months after the cutoff that are still to be added, the target last.
  let ahead: [Month]

  /// nil where the year began before the cutoff and its last report up to then is not of the cutoff.
  init?(target: Month, cutoff: Month, family: String, area: Area, known: Reports) {
    let january = Month(year: target.year, month: 1)
    let first = max(january, cutoff.advanced(by: 1))
    ahead = (0..<max(0, target.months(since: first) + 1)).map { first.advanced(by: $0) }
    guard january <= cutoff else {
      reported = .zero
      return
    }
    let series = BacktestSeries(family: family, kind: .spendingToDate)
    guard let seen = known.report(series.name, area, cutoff)?.value(in: Units.cny) else { return nil }
    reported = seen
  }
}

import DoudiTape
import DoudiUnits

/// What payment rules pay in one leaf: sums by year, and by month where a reserve asks.
struct DrawnMoney {
  private let tape: TapeBuilder
  private let firstYear: Int
  private let isByMonth: [Bool]
  private var years: [[TapeValue?]]
  private var months: [Int: [TapeValue?]] = [:]
  private let monthCount: Int

  /// Nothing paid yet in the months of a horizon; `isByMonth`: by payment rule whether a reserve reads its months.
  init(_ tape: TapeBuilder, horizon: Horizon, isByMonth: [Bool]) {
    (self.tape, self.isByMonth) = (tape, isByMonth)
    (firstYear, monthCount) = (horizon.first.year, horizon.count)
    years = isByMonth.map { _ in Array(repeating: nil, count: horizon.years.count) }
  }

  mutating func add(_ cny: TapeValue, rule: Int, month: Int, year: Int, isReserve: Bool) {
    let place = year - firstYear
    years[rule][place] = years[rule][place].map { $0 + cny } ?? cny
    guard isByMonth[rule], !isReserve else { return }
    var column = months[rule] ?? Array(repeating: nil, count: monthCount)
    column[month] = column[month].map { $0 + cny } ?? cny
    months[rule] = column
  }

  /// Paid by a rule in a year.
  func paid(_ rule: Int, year: Int) -> TapeValue { years[rule][year - firstYear] ?? tape.literal(0) }

  /// Paid by a rule in a month, counted from the first.
  func paid(_ rule: Int, month: Int) -> TapeValue { months[rule]?[month] ?? tape.literal(0) }
}

import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct MonthTests {
  @Test func readsYearAndMonth() throws {
    let month = try #require(Month("2027-04"))
    #expect((month.year, month.month) == (2027, 4))
    #expect("\(month)" == "2027-04")
    #expect(Month("1900-01") != nil && Month("2199-12") != nil)
  }

  @Test(arguments: [
    "", "2027", "2027-4", "2027-00", "2027-13", "2027/04", "1899-12", "2200-01", "+027-04", "2027-+4",
    "2027--4", "２０２７-04", "2027-04 ", "2027-04-01", "202é-04",
  ])
  func refusesEverythingElse(text: String) {
    #expect(Month(text) == nil)
  }

  @Test func stepsOverYears() {
    let december = Month(year: 2027, month: 12)
    #expect(december.advanced(by: 1) == Month(year: 2028, month: 1))
    #expect(Month(year: 2028, month: 0) == december)
    #expect(Month(year: 2026, month: 24) == december)
    #expect(Month(year: 2029, month: 1).months(since: december) == 13)
    #expect(december < december.advanced(by: 1))
  }

  @Test func extremesDoNotTrap() {
    for year in [Int.min, -1, .max] {
      for month in [Int.min, 0, .max] {
        let value = Month(year: year, month: month)
        #expect((1...12).contains(value.month))
        #expect(Month(year: value.year, month: value.month) == value)
        #expect((1...12).contains(value.advanced(by: month).month))
        #expect(value.months(since: Month(index: .max)) <= 0)
      }
    }
  }

  @Test func horizonCountsBothEnds() throws {
    let horizon = try #require(
      Horizon(first: Month(year: 2027, month: 1), last: Month(year: 2029, month: 12)))
    #expect(horizon.count == 36)
    #expect(horizon.months.count == 36)
    #expect(horizon.years == [2027, 2028, 2029])
    #expect(horizon.contains(horizon.last) && !horizon.contains(horizon.last.advanced(by: 1)))
    #expect(!horizon.contains(horizon.first.advanced(by: -1)))
    #expect(Horizon(first: horizon.last, last: horizon.first) == nil)
  }

  @Test func textReadsBack() throws {
    try forAll(
      seed: 61, generator: { $0.int(in: 1900 * 12...2199 * 12 + 11) }, shrink: { _ in [] }
    ) { index in
      let month = Month(index: Int32(index))
      return Month("\(month)") == month && Month(year: month.year, month: month.month) == month
    }
  }
}

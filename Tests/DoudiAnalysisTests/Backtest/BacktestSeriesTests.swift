import DoudiAnalysis
import Testing

@Suite struct BacktestSeriesTests {
  @Test(arguments: [
    ("aid_persons", "aid", BacktestSeries.Kind.persons), ("a_b_benefit", "a_b", .benefit),
    ("aid_spend_ytd", "aid", .spendingToDate),
  ])
  func namesAreRead(name: String, family: String, kind: BacktestSeries.Kind) {
    let series = BacktestSeries(name: name)
    #expect(series == BacktestSeries(family: family, kind: kind))
    #expect(series?.name == name)
  }

  @Test(arguments: ["", "persons", "_persons", "aid", "aid_spend_month", "aid_persons_"])
  func othersAreNot(name: String) { #expect(BacktestSeries(name: name) == nil) }
}

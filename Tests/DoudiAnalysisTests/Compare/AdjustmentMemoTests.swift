import DoudiAnalysis
import DoudiEnsemble
import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

/// What ten yuan more cost and who pays, worked out by hand.
@Suite struct AdjustmentMemoTests {
  private func memo(_ place: SmallPlace = ComparePlace.place, amount: Int = 0) throws -> AdjustmentMemo {
    try AdjustmentMemo(try place.run().projection, amounts: [amount])
  }

  private func cost(
    _ memo: AdjustmentMemo, _ part: ReadyReckoner.Part, _ region: String = "990000", year: Int = 2028
  ) throws -> AdjustmentMemo.Cost {
    try #require(
      memo.costs.first { $0.part == part && $0.region.text == region && $0.year == year }, "\(memo.costs)")
  }

  /// In each region 1,500 people at half of 10 for 12 months are 90,000, 100 at 1.3 times 10 are 15,600.
  @Test func costsOfTenYuan() throws {
    let memo = try memo()
    #expect(abs(try cost(memo, .all).cny - 211_200) < 1e-6)
    #expect(abs(try cost(memo, .existing).cny - 180_000) < 1e-6)
    #expect(abs(try cost(memo, .multiples).cny - 31_200) < 1e-6)
    #expect(!memo.costs.contains { $0.part == .entrants })
    #expect(abs(try cost(memo, .all, "990001", year: 2027).cny - 105_600) < 1e-6)
    #expect(memo.ownTier == .prefecture)
  }

  /// Urban: 60,000 at 50, 20, 30 %; rural: 30,000 at 80, 10, 10 %; the other programme is the county's.
  @Test func everyTierPaysItsShare() throws {
    let tiers = try cost(try memo(), .all, "990001").tiers
    let expected = [0, 30_000 + 24_000, 12_000 + 3_000, 18_000 + 3_000 + 15_600, 0.0]
    // Shares that differ by area are those of what is paid, whole fen.
    #expect(zip(tiers, expected).allSatisfy { abs($0 - $1) < 0.01 }, "\(tiers)")
  }

  /// Where transfers are issued, whoever pays the rest pays the margin.
  @Test func theMarginOfTransfers() throws {
    var place = ComparePlace.place
    place.funding = "fund: {transfers: transfers.csv, own: prefecture}\ncare: {shares: [county]}"
    place.fundingShares = "funding.care.county: {value: 100 %, why: {zh: 测, en: test}}"
    let rows = "region,year,fund,tier,batch,amount,unit,status,source\n990000,2027,fund,central,first,1000,CNY,stated,a\n"
    place.files["transfers.csv"] = rows
    let short = try memo(place)
    #expect(abs(try cost(short, .all).tiers[Int(Tier.prefecture.rawValue)] - 180_000) < 1e-6)
    #expect(abs(try cost(short, .all).tiers[Int(Tier.county.rawValue)] - 31_200) < 1e-6)
    #expect(short.fundsWithMoneyLeft == [])
    place.files["transfers.csv"] = rows.replacing("1000", with: "90000000")
    #expect(try memo(place).fundsWithMoneyLeft == [0])
  }

  /// An amount that follows another can be raised by itself, too.
  @Test func anAmountThatFollows() throws {
    let memo = try memo(amount: 1)
    #expect(abs(try cost(memo, .all).cny - 24_000) < 1e-6)
    #expect(abs(try cost(memo, .existing).cny - 24_000) < 1e-6)
  }

  /// One region alone is its own root and is listed once.
  @Test func oneRegion() throws {
    var place = ComparePlace.place
    place.regions = "990000,,总,Whole,prefecture,urban rural,own"
    place.observations = place.observations.replacing("990001", with: "990000")
      .split(separator: "\n").filter { !$0.hasPrefix("990002") }.joined(separator: "\n")
    let memo = try memo(place)
    #expect(memo.costs.filter { $0.part == .all && $0.year == 2027 }.count == 1)
  }
}

import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct LastYearTests {
  private func place(_ rows: String) -> SmallPlace {
    var place = SmallPlace(
      rules: "- {id: S1, form: flat, gives: benefit, unit: CNY/person/month, amount: 10 CNY/person/month}")
    place.regions = """
      990000,,总,Whole,prefecture,,own
      990001,990000,甲,First,county,urban rural,own
      990002,990000,乙,Second,county,urban rural,own
      """
    place.scenario = "last_year: last-year.csv"
    place.files["last-year.csv"] = "region,programme,budget,outturn,status,source\n\(rows)\n"
    return place
  }

  private func outturn(_ rows: String, _ region: String) throws -> Money? {
    let model = try place(rows).load()
    let code = try #require(RegionCode(region))
    return model.lastYear?.figure(\.outturn, programme: 0, region: code, tree: model.space.tree)
  }

  @Test func aParentIsTheSumOfItsPartsIfAllAreGiven() throws {
    let both = "990001,aid,1,10.50,observed,x\n990002,aid,2,20.25,assumed,"
    #expect(try outturn(both, "990000") == Money(fen: 3075))
    #expect(try outturn("990001,aid,1,10.50,observed,x", "990000") == nil)
    #expect(try outturn("990001,aid,1,10.50,observed,x\n990002,aid,2,,assumed,", "990000") == nil)
    #expect(try outturn("990000,aid,1,10.50,observed,x", "990001") == nil)
  }

  @Test func itIsOfTheYearBeforeAndPartOfTheInputs() throws {
    let one = try place("990000,aid,1,2,observed,x").load()
    let other = try place("990000,aid,1,3,observed,x").load()
    #expect(one.lastYear?.year == 2026)
    #expect(one.canonicalInputs != other.canonicalInputs)
  }
}

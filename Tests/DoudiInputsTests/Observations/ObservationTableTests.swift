import DoudiInputs
import DoudiUnits
import Testing

@Suite struct ObservationTableTests {
  private func load(_ texts: String...) throws -> (ObservationTable, [Diagnostic]) {
    let bag = DiagnosticBag()
    var table = ObservationTable()
    for (index, text) in texts.enumerated() {
      table.add(try #require(Samples.table(text, path: "\(index).csv")), into: bag)
    }
    return (table, bag.all)
  }
  private let weihai = RegionCode("371000")

  @Test func findsFigures() throws {
    let (table, problems) = try load(Samples.observations)
    let region = try #require(weihai)
    #expect(problems == [])
    let census = try #require(table.value("residents", region: region, area: .all, period: .year(2020)))
    #expect(census.value == Rational(2_906_548))
    #expect(census.source == "census")
    #expect(census.span == SourceSpan(file: "0.csv", line: 2, column: 27, length: 7))
    #expect(table.value("residents", region: region, area: .urban, period: .year(2020)) == nil)
    #expect(table.value("residents", region: region, area: .all, period: .year(2019)) == nil)
    #expect(table.indicators == ["residents", "dibao_pay"])
    #expect(table.count == 4)
  }

  /// Doubles as spreadsheets write them are read to their last digit; beyond 18 decimals the limit is named.
  @Test func figuresMayHaveEighteenDecimals() throws {
    let header = "region,area,period,indicator,value,unit,status,source\n"
    for text in ["20.490000000000002", "0.123456789012345678", "-3.5000000000000001"] {
      let (table, problems) = try load(header + "371000,all,2020,share,\(text),%,observed,census\n")
      let region = try #require(weihai)
      #expect(problems == [])
      let found = table.value("share", region: region, area: .all, period: .year(2020))
      #expect(found?.value == Rational(decimal: text))
      #expect(found?.value.decimalText(places: 18).hasPrefix(text) == true)
    }
    let (_, problems) = try load(header + "371000,all,2020,share,0.1234567890123456789,%,observed,census\n")
    #expect(problems.map(\.code) == ["DD1124"])
    #expect(problems.first?.message.en == "at most 15 digits before and 18 after the point")
  }

  @Test func seriesAreInOrder() throws {
    let (table, _) = try load(Samples.observations)
    let region = try #require(weihai)
    let series = table.series("residents", region: region, area: .all)
    #expect(series.map(\.period) == [.year(2015), .year(2020)])
    #expect(series[0].source == "bulletin, 2015")
    #expect(table.all.map(\.indicator) == ["dibao_pay", "dibao_pay", "residents", "residents"])
  }

  @Test func latestKnowsThatAYearEndsWithItsDecember() throws {
    let (table, _) = try load(Samples.observations)
    let region = try #require(weihai)
    func latest(_ name: String, _ area: Area, _ text: String) -> Period? {
      Period(text).flatMap { table.latest(name, region: region, area: area, notAfter: $0)?.period }
    }
    #expect(latest("residents", .all, "2027") == .year(2020))
    #expect(latest("residents", .all, "2020") == .year(2020))
    #expect(latest("residents", .all, "2020-12") == .year(2015))
    #expect(latest("residents", .all, "2014") == nil)
    #expect(latest("dibao_pay", .urban, "2019") == .year(2018))
    #expect(latest("dibao_pay", .urban, "2018-06") == nil)
  }

  @Test func aLaterFileReplaces() throws {
    let later = """
      source,status,unit,value,indicator,period,area,region
      plan,assumed,persons,3000000,residents,2020,all,371000
      """
    let (table, problems) = try load(Samples.observations, later)
    let region = try #require(weihai)
    let figure = table.value("residents", region: region, area: .all, period: .year(2020))
    #expect(figure?.value == Rational(3_000_000))
    #expect(figure?.status == .assumed)
    #expect(table.count == 4)
    #expect(problems.map(\.severity) == [.note])
    #expect(problems.first?.hint?.en.contains("0.csv:2:27") == true)
  }

  @Test func theFirstOfTwoInOneFileCounts() throws {
    let (table, problems) = try load(
      Samples.observations + "371000,all,2020,residents,1,persons,observed,x\n")
    let region = try #require(weihai)
    #expect(
      table.value("residents", region: region, area: .all, period: .year(2020))?.value == Rational(2_906_548))
    #expect(problems.map(\.code) == ["DD1231"])
    #expect(problems.first?.hint?.en == "first on line 2")
  }

  @Test func lineEndsChangeNothing() throws {
    let (plain, _) = try load(Samples.observations)
    for text in [Samples.observations.replacing("\n", with: "\r\n"), "\u{FEFF}" + Samples.observations] {
      let (other, problems) = try load(text)
      #expect(problems == [])
      #expect(other.all == plain.all)
    }
  }

  @Test func periods() {
    #expect(Period("2020") == .year(2020))
    #expect(Period("2020-11") == .month(Month(year: 2020, month: 11)))
    for text in ["", "20", "2020-13", "2020-1", "1899", "２０２０", "2020-11-01", "+202", "-202"] {
      #expect(Period(text) == nil)
    }
    let written = ["2019-12", "2019", "2020-01", "2020-12", "2020", "2021-01"]
    #expect(written.compactMap { Period($0) }.sorted().map(\.description) == written)
  }

  @Test(arguments: [("2019-12", []), ("2020-09", ["1"]), ("2020-11", ["1"]), ("2020-12", ["1", "2", "3"])])
  func throughHidesWhatEndsLater(month: String, kept: [String]) throws {
    let rows = try #require(
      Samples.table(
        """
        region,area,period,indicator,value,unit,status,source
        371000,all,2020-09,residents,1,persons,observed,s
        371000,all,2020-12,residents,2,persons,observed,s
        371000,all,2020,residents,3,persons,observed,s
        371000,all,2021,residents,4,persons,observed,s

        """))
    var table = ObservationTable()
    table.add(rows, into: DiagnosticBag())
    let known = table.through(try #require(Month(month)))
    #expect(known.all.map { "\($0.value)" } == kept)
    #expect(known.count == kept.count && table.count == 4)
    let region = try #require(RegionCode("371000"))
    #expect(known.value("residents", region: region, area: .all, period: .year(2021)) == nil)
    #expect(known.latest("residents", region: region, area: .all, notAfter: .year(2030))?.period.year != 2021)
  }
}

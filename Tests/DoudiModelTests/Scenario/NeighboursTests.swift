import DoudiInputs
import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite("Standards of neighbours")
struct NeighboursTests {
  static func place(_ rows: String, regions: String = "\"370300\": {zh: 丙市, en: Third}") -> SmallPlace {
    var place = SmallPlace(
      rules: "- {id: S1, form: flat, gives: standard, unit: CNY/person/month, amount: 500 CNY/person/month}")
    place.scenario = "neighbours: {observations: [others.csv], regions: {\(regions)}}"
    place.files["others.csv"] = "region,area,period,indicator,value,unit,status,source\n\(rows)\n"
    return place
  }

  private let rows = """
    370300,urban,2023,standard,924,CNY/person/month,observed,notice
    370300,rural,2023,standard,9600,CNY/person/year,observed,notice
    370300,urban,2025-07,standard,960,CNY/person/month,observed,notice
    370300,urban,2028,standard,999,CNY/person/month,observed,notice
    370400,urban,2023,standard,1,CNY/person/month,observed,not listed
    370300,urban,2023,other,1,persons,observed,not an amount
    """

  @Test func theNewestKnownFigureAMonth() throws {
    let found = try #require(try Self.place(rows).load().neighbours)
    let place = try #require(found.places.first)
    #expect(found.places.count == 1 && place.name.en == "Third")
    #expect(found.newest("standard", place, .urban, through: 2024)?.monthly == Rational(924))
    let newest = found.newest("standard", place, .urban, through: 2027)
    #expect(newest?.monthly == Rational(960) && newest?.seen.period.description == "2025-07")
    // 9,600 a year.
    #expect(found.newest("standard", place, .rural, through: 2027)?.monthly == Rational(800))
    #expect(found.newest("standard", place, .urban, through: 2022) == nil)
    #expect(found.all("standard", place).count == 4)
  }

  /// What is compared is part of the run's inputs; what is not, is not.
  @Test func figuresThatAreComparedAreInputs() throws {
    let one = try Self.place(rows).load().canonicalInputs
    let other = try Self.place(rows.replacing("960", with: "961")).load().canonicalInputs
    let unlisted = try Self.place(
      rows.replacing("370400,urban,2023,standard,1", with: "370400,urban,2023,standard,2"))
    #expect(one != other)
    #expect(try unlisted.load().canonicalInputs == one)
  }

  /// Each figure that is compared is listed with its source, so that two runs can be held against each other.
  @Test func eachFigureIsListed() throws {
    let listed = try Self.place(rows).load().inputs.filter { $0.name.hasPrefix("neighbours ") }
    #expect(listed.count == 4 && listed.allSatisfy { $0.source == "notice" && $0.title?.en == "Third" })
    #expect(listed.contains { $0.name == "neighbours 370300 urban 2025-07 standard" })
  }

  /// They change no figure.
  @Test func nothingIsComputedFromThem() throws {
    let with = try Self.place(rows).run()
    #expect(with.amount("standard", .urban, "2027-01") == Rational(500))
    #expect(with.projection.diagnostics.isEmpty)
  }
}

import DoudiInputs
import Testing

@testable import DoudiReport

@Suite("Tiles")
struct TileMapTests {
  private let table = SmallTables.years([("110000", [300_000_000, 1]), ("120000", [100_000_000, 1])])
  private let heading = Heading(place: Bilingual(zh: "某地2027—2028年", en: "Place"), basis: nil, isTrial: false)

  private func tiles(_ text: String) throws -> TilePlaces {
    let bag = DiagnosticBag()
    return TilePlaces(
      try #require(
        CSVReader.read(
          SourceFile(path: "tiles.csv", text: "region,column,row,short_zh,short_en\n" + text), into: bag)))
  }

  @Test func aTileStandsWhereTheTableOfTilesSays() throws {
    let tiles = try tiles("110000,2,1,甲,A\n120000,0,3,,\nx,1,b,,\n")
    #expect(tiles.places.count == 2)
    let chart = try #require(
      TileMap.figure(table, column: "2027", tiles: tiles, heading: heading, form: SmallTables.form))
    let cells = SmallTables.data(chart)[0]
    #expect(cells.map { SmallTables.text($0, "region") } == ["110000", "120000"])
    #expect(cells.map { SmallTables.number($0, "column") } == [2, 0])
    #expect(cells.map { SmallTables.text($0, "name") } == ["甲", "项目120000"])
    #expect(cells.map { SmallTables.text($0, "text") } == ["300.00", "100.00"])
    #expect(chart.title.zh == "2027年各地金额 · 某地2027—2028年 · 单位：万元")
  }

  @Test func placesWithoutTilesHaveNoMap() throws {
    let none = try tiles("990000,2,1,甲,A\n")
    #expect(
      TileMap.figure(table, column: "2027", tiles: none, heading: heading, form: SmallTables.form) == nil)
    #expect(
      TileMap.figure(table, column: "2031", tiles: none, heading: heading, form: SmallTables.form) == nil)
  }
}

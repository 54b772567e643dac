import DoudiModel
import Testing

/// Values of the command line over the tables of a yearly scenario.
@Suite struct YearlyValuesTests {
  private static let coded = "region,X,B\n110000,100,1\n120000,200,2\n"

  private func first(_ overrides: [String]) throws -> [Double] {
    var folder = YearlyFolder()
    folder.regions = Self.coded
    folder.parameters = "name,value\ng,0.5\nk,2\n"
    let (model, problems) = try folder.load(overrides)
    return try YearlyFolder.results(try #require(model, "\(problems)")).map { $0[0][0] }
  }

  @Test func columnsAndParametersOfAllOrOfOneRegion() throws {
    #expect(try first([]) == [150, 300])
    #expect(try first(["X=10"]) == [15, 15])
    #expect(try first(["X@120000=10"]) == [150, 15])
    #expect(try first(["g@110000=1"]) == [200, 300])
  }

  /// The narrower place stands, whatever the order.
  @Test(arguments: [["g=0", "g@120000=1"], ["g@120000=1", "g=0"]])
  func theNarrowerStands(_ overrides: [String]) throws {
    #expect(try first(overrides) == [100, 400])
  }

  @Test(arguments: ["g@130000=1", "g@urban=1", "X@130000=1"]) func unknownPlaces(_ override: String) throws {
    var folder = YearlyFolder()
    folder.regions = Self.coded
    #expect(try folder.load([override]).problems.map(\.code) == ["DD1405"])
  }
}

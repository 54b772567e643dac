import DoudiModel
import Testing
import _DoudiTestSupport

@Suite struct YearlyModelTests {
  private static func folder() -> YearlyFolder {
    var folder = YearlyFolder()
    folder.rules = """
      - {id: X, form: compound, gives: X, start: X, rates: [[[g]]]}
      - {id: S, form: product, gives: S, of: [X, B, k]}
      """
    folder.scenario = folder.scenario.replacing("outputs: [X]", with: "outputs: [X, S]\nnot_added: [S]")
    return folder
  }

  @Test func drawsReplaceAddOrMultiply() throws {
    let model = try #require(try Self.folder().load().model)
    #expect(model.isAdditive("X") && !model.isAdditive("S"))
    func first(_ inputs: [UncertainInput], _ draw: [Double]) throws -> [[Double]] {
      try YearlyFolder.results(model, inputs, draw).map { $0[0] }
    }
    #expect(try first([UncertainInput(name: "g")], [0.5]) == [[150, 300], [300, 1200]])
    #expect(
      try first([UncertainInput(name: "k", effect: .add)], [1]) == [
        [110.00000000000001, 330.00000000000006], [220.00000000000003, 1320.0000000000002],
      ])
    #expect(
      try first([UncertainInput(name: "B", effect: .multiply), UncertainInput(name: "g")], [3, 1]) == [
        [200, 1200], [400, 4800],
      ])
  }

  /// A column, or a parameter, of one region alone.
  @Test func oneRegionAlone() throws {
    let model = try #require(try Self.folder().load(["g=1"]).model)
    let column = try YearlyFolder.results(model, [UncertainInput(name: "X", regions: ["b"])], [10])
    #expect(column.map { $0[0][0] } == [200, 20])
    let parameter = try YearlyFolder.results(model, [UncertainInput(name: "g", regions: ["a"])], [0])
    #expect(parameter.map { $0[2][0] } == [100, 1600])
    // For all, then for one.
    let inputs = [UncertainInput(name: "g"), UncertainInput(name: "g", regions: ["a"])]
    #expect(try YearlyFolder.results(model, inputs, [3, 0]).map { $0[0][0] } == [100, 800])
  }

  /// A rule starts from a column of its own name; other rules read its results, this year's or the last.
  @Test func lagsReadTheYearBefore() throws {
    var folder = YearlyFolder()
    folder.rules = """
      - {id: L, form: product, gives: L, of: [{of: X, lag: 1}, 1]}
      - {id: X, form: compound, gives: X, start: X, rates: [[[1]]]}
      """
    folder.scenario = folder.scenario.replacing("outputs: [X]", with: "outputs: [X, L]")
    let model = try #require(try folder.load().model)
    #expect(try YearlyFolder.results(model)[0] == [[200, 100], [400, 200], [800, 400]])
  }
}

import DoudiInputs
import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@testable import DoudiEnsemble

/// Grids name parameters and places as `--set` does.
@Suite struct GridDrawsTests {
  private let model: Model

  init() throws {
    let loaded = LoadedScenario.load(CentralDrawTests.folder + "/weihai-2027")
    model = try #require(loaded.model)
  }

  @Test func allCombinationsTheLastAxisFastest() throws {
    let bag = DiagnosticBag()
    let grid = try #require(
      GridDraws(["N03.ratio=50:70:3", "W09.ratio@rural=36:40:2"], space: DrawSpace(model), into: bag))
    #expect(
      (0..<grid.count).map(grid.point) == [[50, 36], [50, 40], [60, 36], [60, 40], [70, 36], [70, 40]])
    #expect(grid.inputs[1].areas == [.rural])
  }

  /// A parent's code stands for its leaves: otherwise the axis would move nothing.
  @Test func aParentIsItsLeaves() throws {
    let bag = DiagnosticBag()
    let grid = try #require(GridDraws(["N03.ratio@371000=50:70:2"], space: DrawSpace(model), into: bag))
    #expect(grid.inputs[0].regions == Set(model.space.leaves.map(\.code.text)))
  }

  @Test(arguments: [
    "N03.rati=50:70:3", "N03.ratio@999999=50:70:3", "N03.ratio", "N03.ratio=50:70", "N03.ratio=50:70:1",
    "N03.ratio=a:70:3",
  ])
  func whatCannotBeRead(_ text: String) {
    let bag = DiagnosticBag()
    #expect(GridDraws([text], space: DrawSpace(model), into: bag) == nil)
    #expect(bag.all.map(\.code) == ["DD1711"])
  }
}

import DoudiInputs
import DoudiUnits
import Testing

@Suite struct RegionTreeTests {
  private func tree(_ text: String) throws -> RegionTree {
    let bag = DiagnosticBag()
    let tree = RegionTree(try #require(Samples.table(text)), into: bag)
    #expect(bag.all == [])
    return try #require(tree)
  }

  @Test func codesAreGivenInFileOrder() throws {
    let tree = try tree(Samples.regions)
    #expect(tree.regions.map(\.code.text) == ["371000", "371000-Z01", "371000-Z02", "371002", "371082"])
    #expect(tree.regions[1].name.zh == "南海新区")
    #expect(tree.regions[1].areas == [.urban, .rural])
    #expect(tree.root.code.text == "371000")
    #expect(tree.leaves.count == 4)
  }

  @Test func walksUpAndDown() throws {
    let more = Samples.regions.replacing(
      "371082,371000,荣成市,Rongcheng,county,urban rural", with: "371082,371000,荣成市,Rongcheng,county,")
    let tree = try tree(more + "371082-Z07,371082,镇,Town,township,rural,own\n")
    let town = try #require(RegionCode("371082-Z07"))
    let root = try #require(RegionCode("371000"))
    let county = try #require(RegionCode("371082"))
    #expect(tree.ancestors(of: town).map(\.code) == [county, root])
    #expect(tree.children(of: county).map(\.code) == [town])
    #expect(tree.children(of: town).isEmpty)
    #expect(tree.leaves(under: county).map(\.code) == [town])
    #expect(tree.leaves(under: root).map(\.code) == tree.leaves.map(\.code))
    #expect(tree.isLeaf(town) && !tree.isLeaf(root))
    #expect(tree.region(county)?.tier == .county)
  }

  @Test func rowOrderChangesNothing() throws {
    let lines = Samples.regions.split(separator: "\n")
    let moved = [lines[0], lines[4], lines[2], lines[3], lines[1], lines[5]].joined(separator: "\r\n")
    #expect(try tree(moved).regions.map(\.code) == tree(Samples.regions).regions.map(\.code))
  }
}

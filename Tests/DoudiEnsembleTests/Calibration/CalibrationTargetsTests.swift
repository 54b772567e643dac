import DoudiInputs
import Testing

@testable import DoudiEnsemble

@Suite struct CalibrationTargetsTests {
  private func read(_ text: String) throws -> (found: CalibrationTargets?, problems: [Diagnostic]) {
    try CalibrationPlace.targets(text)
  }

  @Test func valuesUnitsAndWeights() throws {
    let place = try CalibrationPlace.written.get()
    let year = place.outputs[0].year
    let (found, problems) = try read(
      """
      year,region,output,value,weight,note
      \(year),990000,total,2 10k CNY,,all money
      \(year),990001,total,1500.5,2.5,
      \(year),990002,total,0,,

      """)
    let targets = try #require(found, "\(problems)").targets
    #expect(targets.map(\.value) == [20_000, 1500.5, 0] && targets.map(\.weight) == [1, 2.5, 1])
    #expect(targets.map { place.nodes.names[$0.node] } == ["990000", "990001", "990002"])
    #expect(targets.allSatisfy { place.outputs[$0.output].name == "total" })
    #expect(abs(targets[1].factor - 2.5.squareRoot() / 1500.5) < 1e-15 && targets[2].factor == 1)
  }

  /// Everything wrong with a file at once, each with its place.
  @Test func faults() throws {
    let year = try CalibrationPlace.written.get().outputs[0].year
    let (found, problems) = try read(
      "region,year,output,value,weight\n990009,1900,totl,much,0\n990000,\(year),total,1,\n990000,\(year),total,2,-1\n"
    )
    #expect(found == nil)
    #expect(
      problems.map { "\($0.code) \($0.span.start.line):\($0.span.start.column)" }.sorted() == [
        "DD1704 4:1", "DD1722 2:1", "DD1722 2:13", "DD1722 2:8", "DD1723 4:21",
      ])
    #expect(problems.contains { $0.hint?.en.contains("total") ?? false })
    #expect(try read("region,year,value\n").problems.map(\.code) == ["DD1721"])
    #expect(try read("region,year,output,value\n").problems.map(\.code) == ["DD1721"])
  }

  /// An amount has no sum over regions.
  @Test func figuresWithoutASum() throws {
    let place = try CalibrationPlace.written.get()
    let amount = try #require(place.outputs.first { $0.parent == .none })
    let (_, problems) = try read("region,year,output,value\n990000,\(amount.year),\(amount.name),5\n")
    #expect(problems.map(\.code) == ["DD1722"])
    #expect(try read("region,year,output,value\n990001,\(amount.year),\(amount.name),5\n").found != nil)
  }
}

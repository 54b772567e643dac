import DoudiEnsemble
import DoudiModel
import DoudiTape
import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct EnsembleRunTests {
  static let inputs = """
    - {id: times, parameter: S2.times, distribution: {normal: {mean: 1.5, sd: 0.1}}}
    - {id: ratio, parameter: P1.ratio, effect: add, distribution: {normal: {mean: 0 %, sd: 2 %}}}
    - {id: exit, parameter: G1.exit, effect: multiply, each: region, loading: 0.6, distribution: {lognormal: {median: 1, factor: 1.2}}}
    """

  private static func source(_ draws: Int) throws -> SampledDraws {
    try UncertainPlace.draws(inputs, "", UncertainPlace.model, draws: draws, replicates: 4)
  }

  private static func run(_ source: any DrawSource, memory: Int? = nil) throws -> Collected {
    let projection = try UncertainPlace.projection
    let program = DrawProgram(projection, inputs: source.inputsOrNone)
    guard let memory else { return try Collected(EnsembleRun(program, projection, source)) }
    return try Collected(
      EnsembleRun(
        tape: program.tape, outputs: program.outputs, nodes: EnsembleNodes(projection.model), source: source,
        memory: memory))
  }

  /// Outputs worked on a few at a time, in many passes, have the bits of one pass.
  @Test func littleMemoryMeansMorePassesAndTheSameBits() throws {
    let source = try Self.source(600)
    let whole = try Self.run(source)
    #expect(whole.passes == 1 && whole.progress.last == 1)
    for memory in [1, 100_000] {
      let parts = try Self.run(source, memory: memory)
      #expect(parts.passes > 1 && parts.progress.count == parts.passes)
      #expect(parts.bits == whole.bits)
    }
  }

  /// The draws of a longer run in pieces: what threads and chunks do to one changes no bit.
  @Test func piecesOfADesignHaveTheBitsOfTheWhole() throws {
    let projection = try UncertainPlace.projection
    let rows = (0..<700).map { "\(1 + Double($0) / 1000),\(40 + Double($0 % 31))" }
    func design(_ rows: some Sequence<String>) throws -> Collected {
      let text = "S2.times,P1.ratio@990002\n" + rows.joined(separator: "\n") + "\n"
      return try Collected(projection, try #require(UncertainPlace.design(text, projection.model).draws))
    }
    let whole = try design(rows).bits
    for range in [0..<1, 1..<33, 33..<400, 399..<700] {
      let part = try design(rows[range]).bits
      for node in part.indices {
        for output in part[node].indices where !part[node][output].isEmpty {
          #expect(part[node][output] == Array(whole[node][output][range]))
        }
      }
    }
  }

  /// So many columns that inputs come in several batches.
  @Test func batchesOfInputsChangeNothing() throws {
    struct Wide: DrawSource {
      let columns: Int
      let count = 9001
      let replicates = 1
      func fill(draws: Range<Int>, into block: UnsafeMutableBufferPointer<Double>) {
        for column in 0..<columns {
          for (place, draw) in draws.enumerated() {
            block[column * draws.count + place] = Double(draw &* 31 &+ column)
          }
        }
      }
    }
    let tape = TapeBuilder(inputs: 2)
    for region in 0..<3 {
      tape.beginRegion()
      tape.output(tape.input(0) * tape.figure(Double(region)) + tape.input(1))
      tape.endRegion()
    }
    let made = tape.finish()
    let output = DrawOutput(kind: .total, name: "total", year: 2027, unit: Units.cny, parent: .sum)
    let nodes = EnsembleNodes(regions: ["a", "b", "c"], whole: "all")
    func collected(_ columns: Int) throws -> Collected {
      try Collected(
        EnsembleRun(tape: made, outputs: [output], nodes: nodes, source: Wide(columns: columns)))
    }
    let (narrow, wide) = (try collected(2), try collected(900))
    #expect(narrow.bits == wide.bits)
    #expect(wide.values[1][0][9000] == Double(9000 * 31) + Double(9000 * 31 + 1))
    #expect(throws: (any Error).self) { _ = try collected(1) }
  }

  @Test func parentsAreSumsOrTheLeastOfTheirLeaves() throws {
    let all = try Self.run(Self.source(256))
    #expect(all.nodes.names == ["990001", "990002", "990003", "990000"])
    #expect(all.nodes.leafCount == 3 && all.nodes.root == 3)
    for (place, output) in all.outputs.enumerated() {
      let (leaves, parent) = (all.values[0..<3].map { $0[place] }, all.values[3][place])
      switch output.parent {
      case .none: #expect(parent.isEmpty)
      case .depth: #expect(leaves == [[], [], []] && parent.count == 256)
      case .sum:
        for draw in parent.indices {
          let sum = leaves.reduce(0) { $0 + $1[draw] }
          #expect(parent[draw].bitPattern == sum.bitPattern || (sum.isNaN && parent[draw].isNaN))
        }
      case .least:
        for draw in parent.indices {
          #expect(parent[draw] == leaves.map { $0[draw] }.min(), "\(output.name)")
        }
      }
    }
  }

  /// A leaf without a figure has no part in its parent's least, wherever it stands.
  @Test(arguments: [0, 1, 2]) func aLeafWithoutAFigureIsLeftOut(_ without: Int) throws {
    let tape = TapeBuilder(inputs: 1)
    for region in 0..<3 {
      tape.beginRegion()
      tape.output(region == without ? tape.literal(.nan) : tape.input(0) + Double(region))
      tape.endRegion()
    }
    let projection = try UncertainPlace.projection
    let draws = try #require(UncertainPlace.design("S2.times\n1\n2\n", projection.model).draws)
    let output = DrawOutput(kind: .slack(0), name: "slack", year: 2027, unit: Units.monthly, parent: .least)
    let all = try Collected(
      EnsembleRun(
        tape: tape.finish(), outputs: [output], nodes: EnsembleNodes(regions: ["a", "b", "c"], whole: "all"),
        source: draws))
    let first = Double(without == 0 ? 1 : 0)
    #expect(all.values[3][0] == [1 + first, 2 + first])
  }

  /// Where no leaf has a figure, nor has the whole.
  @Test func noLeafNoLeast() throws {
    let tape = TapeBuilder(inputs: 1)
    for _ in 0..<2 {
      tape.beginRegion()
      tape.output(tape.literal(.nan))
      tape.endRegion()
    }
    let draws = try #require(UncertainPlace.design("S2.times\n1\n", UncertainPlace.model).draws)
    let output = DrawOutput(kind: .slack(0), name: "slack", year: 2027, unit: Units.monthly, parent: .least)
    let run = EnsembleRun(
      tape: tape.finish(), outputs: [output], nodes: EnsembleNodes(regions: ["a", "b"], whole: "all"),
      source: draws)
    try run.run { table in
      let whole = table.outcome(node: table.nodes.root, output: 0, replicates: 1)
      #expect(whole?.quantiles == [] && whole?.failed == 1 && whole?.mean == nil)
    }
  }

  /// One region is its own whole.
  @Test func oneRegionHasNoParent() {
    let nodes = EnsembleNodes(regions: ["a"], whole: "all")
    #expect(nodes.names == ["a"] && nodes.root == 0)
  }
}

import DoudiEnsemble
import DoudiInputs
import DoudiModel
import DoudiTape
import DoudiUnits
import Testing

@testable import DoudiReport

/// What a terminal shows of an ensemble: failed draws, reserves that are filled up, programmes of nothing.
@Suite struct EnsembleTablesTests {
  /// Draw d of 100: column 0 is d, column 1 has no value in every tenth draw.
  private struct Draws: DrawSource {
    let columns = 2
    let count = 100
    let replicates = 1

    func fill(draws: Range<Int>, into block: UnsafeMutableBufferPointer<Double>) {
      for (place, draw) in draws.enumerated() {
        block[place] = Double(draw)
        block[draws.count + place] = draw % 10 == 3 ? .nan : 1000
      }
    }
  }

  private static func output(
    _ kind: DrawOutput.Kind, _ name: String, _ parent: DrawOutput.Parent = .sum, unit: Measure = Units.cny
  ) -> DrawOutput {
    DrawOutput(kind: kind, name: name, year: 2027, unit: unit, parent: parent)
  }

  /// Written in the order in which a run has them: chances have an order of their own.
  private static let monthly = [
    output(.refill(1), "refill.R1"), output(.programme(0), "x"), output(.programme(1), "none"),
    output(.total, "total"), output(.slack(0), "slack.L1", .least),
  ]

  /// One region, and what its outputs are of the two columns.
  private func tables(
    _ outputs: [DrawOutput], _ values: (TapeBuilder) -> [TapeValue], inputs: Int = 2
  ) throws -> [Table] {
    let builder = TapeBuilder(inputs: 2)
    builder.beginRegion()
    for value in values(builder) { builder.output(value) }
    builder.endRegion()
    let nodes = EnsembleNodes(regions: ["371002"], whole: "371000")
    let card = EnsembleCard(
      runID: "", scenario: "small",
      design: EnsembleDesign(method: "sobol", seed: 1, draws: 100, replicates: 1, inputs: inputs), inputs: "",
      nodes: nodes, outputs: outputs,
      ceilings: outputs.contains { $0.kind == .total }
        ? [Ceiling(output: "total", region: "371002", year: 2027, cny: 1089.5)] : [],
      central: outputs.map { _ in 0 },
      names: outputs.map { Bilingual(zh: $0.name, en: String(repeating: "long ", count: 6) + $0.name) },
      places: [Bilingual(zh: "区", en: "district")],
      heading: Heading(place: Bilingual(zh: "小", en: "small"), basis: nil, isTrial: false))
    let report = EnsembleReport(card)
    try EnsembleRun(tape: builder.finish(), outputs: outputs, nodes: nodes, source: Draws()).run {
      report.take($0)
    }
    return report.screenTables(.yuan)
  }

  private func monthlyTables() throws -> [Table] {
    try tables(Self.monthly) { tape in
      let (x, y) = (tape.input(0), tape.input(1))
      // A refill in draws above 69, spending x + y, a programme of nothing, a limit broken below 20.
      return [
        TapeValue.max(x - 69, tape.literal(0)), x + y, tape.literal(0), x + y, x - 19.5,
      ]
    }
  }

  private func text(_ table: Table) -> String { TextTableWriter(language: .en, unit: .yuan).text(table) }

  /// Ceilings first, then limits, then refills; each with its probability.
  @Test func chancesHaveAnOrder() throws {
    let table = try #require(try monthlyTables().first { $0.id == "chances" })
    let lines = text(table).split(separator: "\n").filter { $0.contains("2027") }.map(String.init)
    #expect(lines.count == 3, "\(lines)")
    // 1089.5 is passed by the draws 90 to 99 that have a value: 9 of 90; 20 of 100; 30 of 100.
    #expect(lines[0].hasPrefix("Ceiling: all money") && lines[0].hasSuffix("10.0"))
    #expect(lines[1].hasPrefix("L1 long") && lines[1].hasSuffix("20.0"))
    #expect(lines[2].hasPrefix("R1 long") && lines[2].hasSuffix("30.0"))
    // Names are not cut off.
    #expect(lines[2].contains("refill.R1: must be filled up") && !lines.joined().contains("…"))
  }

  @Test func failedDrawsAreNoted() throws {
    let monthly = try #require(try monthlyTables().first).notes.map(\.en)
    #expect(monthly.contains { $0.hasPrefix("10 of 100 draws have no result") }, "\(monthly)")
    let result = Self.output(.result, "cost", unit: .one)
    let yearly = try #require(try tables([result]) { [$0.input(0) + $0.input(1)] }.first)
    #expect(yearly.id == "fan_results")
    #expect(yearly.notes.contains { $0.zh.hasPrefix("100次中有10次算不出") }, "\(yearly.notes)")
    let whole = try #require(try tables([result]) { [$0.input(0)] }.first)
    #expect(!whole.notes.contains { $0.en.contains("no result") })
  }

  @Test func programmesOfNothingAreCounted() throws {
    let table = try #require(try monthlyTables().first { $0.id == "fan_programmes" })
    #expect(!text(table).contains("none") && text(table).contains("long x"))
    #expect(table.notes.map(\.en) == ["1 programme of 0 throughout not shown; see fan.csv (--out)"])
  }

  @Test func oneAndMany() throws {
    let result = Self.output(.result, "cost", unit: .one)
    let one = try #require(try tables([result], { [$0.input(0)] }, inputs: 1).first)
    #expect(
      one.notes.contains { $0.en.contains("1 column of uncertain parameters, 1 independent replicate;") })
    let two = try #require(try tables([result]) { [$0.input(0)] }.first)
    #expect(two.notes.contains { $0.en.contains("2 columns of uncertain parameters") })
  }
}

import DoudiEnsemble
import DoudiInputs
import DoudiModel
import DoudiTape
import DoudiUnits
import Foundation

@testable import DoudiReport

/// Two leaves and their sum; some draws fail.
struct SmallEnsemble {
  /// Column c of draw d; every ninth draw has no value in column 1.
  struct Draws: DrawSource {
    let columns = 2
    let count: Int
    let replicates = 2
    var isNamed = false

    func name(of draw: Int) -> String { isNamed ? "d,\(draw)" : "\(draw)" }

    func fill(draws: Range<Int>, into block: UnsafeMutableBufferPointer<Double>) {
      for column in 0..<columns {
        for (place, draw) in draws.enumerated() {
          let value = Double((draw * 7919 + column * 31) % 1009) * 1.37 - 500
          block[column * draws.count + place] = column == 1 && draw % 9 == 4 ? .nan : value
        }
      }
    }
  }

  var draws = 300
  var seed: UInt64 = 1
  var isNamed = false

  static let nodes = EnsembleNodes(regions: ["371002", "371003"], whole: "371000")
  static let outputs = [
    DrawOutput(kind: .programme(0), name: "x", year: 2027, unit: Units.cny, parent: .sum),
    DrawOutput(kind: .amount(0, .urban), name: "a.urban", year: 2027, unit: Units.monthly, parent: .none),
    DrawOutput(kind: .total, name: "total", year: 2027, unit: Units.cny, parent: .sum),
    DrawOutput(kind: .slack(0), name: "slack.L1", year: 2027, unit: Units.cny, parent: .least),
  ]

  var source: Draws { Draws(count: draws, isNamed: isNamed) }

  var card: EnsembleCard {
    EnsembleCard(
      runID: "0123456789abcdef", scenario: "small",
      design: EnsembleDesign(method: "sobol", seed: seed, draws: draws, replicates: 2, inputs: 2),
      inputs: "cafe", nodes: Self.nodes, outputs: Self.outputs,
      ceilings: RegionCode("371000").map { [Ceiling(output: "total", region: $0.text, year: 2027, cny: 100)] }
        ?? [],
      central: (0..<12).map { $0 == 9 ? .nan : Double($0) }, names: words(4), places: words(3),
      heading: Heading(place: Bilingual(zh: "小", en: "small"), basis: words(1)[0], isTrial: true))
  }

  private func words(_ count: Int) -> [Bilingual] {
    (0..<count).map { Bilingual(zh: "名\($0)", en: "n\($0)") }
  }

  func run(_ source: (any DrawSource)? = nil, memory: Int = 400_000_000, largest: Int = 400_000_000)
    -> EnsembleRun
  {
    let builder = TapeBuilder(inputs: 2)
    for region in 1...2 {
      builder.beginRegion()
      let (x, y) = (builder.input(0), builder.input(1))
      builder.output(x * builder.figure(Double(region)))
      builder.output(y)
      builder.output(x + y * builder.figure(Double(region)))
      builder.output(x - builder.figure(10 * Double(region)))
      builder.endRegion()
    }
    return EnsembleRun(
      tape: builder.finish(), outputs: Self.outputs, nodes: Self.nodes, source: source ?? self.source,
      memory: memory, largest: largest)
  }

  /// Writes a shard into a folder; gives its path.
  @discardableResult
  func write(_ text: String, to folder: String) throws -> String {
    guard let shard = Shard(text) else { throw CocoaError(.coderInvalidValue) }
    let own = run(ShareOfDraws(source, shard: shard))
    let plan = PassPlan(shardOf: own.source.count, nodes: 3, outputs: 4, memory: 6_000)
    let files = try FileSet(folder: folder)
    try files.write(ShardWriter.name(shard)) {
      try ShardWriter.write(own.with(plan ?? own.plan), card: card, shard: shard, to: $0) { _ in }
    }
    try files.commit()
    return folder + "/" + ShardWriter.name(shard)
  }

  /// Every table of an ensemble, and draws.csv, as text.
  func files(_ run: EnsembleRun) throws -> [String] {
    let report = EnsembleReport(card)
    let rows = try ByteOutput.collect { output in
      let writer = DrawsWriter(to: output, source: run.source)
      try run.run {
        report.take($0)
        try writer.write($0)
      }
      try writer.finish()
    }
    let outputs = Self.outputs.map { (name: $0.name, year: $0.year) }
    let tables = report.fileTables() + [report.failedTable(outputs: outputs) { run.source.name(of: $0) }]
    return try [String(decoding: rows, as: UTF8.self)]
      + tables.map { table in
        String(decoding: try ByteOutput.collect { try CSVWriter.write(table, to: $0) }, as: UTF8.self)
      }
  }

  static func folder() throws -> String {
    let path = NSTemporaryDirectory() + "/doudi-shards-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }
}

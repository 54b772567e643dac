import Dispatch
public import DoudiEnsemble
import DoudiInputs
import DoudiModel
import DoudiUnits
import Synchronization

/// What the draws of an ensemble say, of every region and figure.
///
/// Rows are in the order of regions and outputs, however the passes were cut.
public final class EnsembleReport {
  /// The ensemble: regions, outputs, official figures.
  let card: EnsembleCard
  private(set) var results = PassResult()
  private var sketches: [OutcomeSketch] = []
  private let nodePlaces: [String: Int]
  private let outputPlaces: [DrawOutput: Int]
  private var keys: [SeriesKey] = []
  private var sketched: OutcomeTable?

  /// A report that will take outcomes as they come.
  public init(_ card: EnsembleCard) {
    self.card = card
    nodePlaces = Dictionary(card.nodes.names.enumerated().map { ($1, $0) }) { first, _ in first }
    outputPlaces = Dictionary(card.outputs.enumerated().map { ($1, $0) }) { first, _ in first }
  }

  /// Identifier of the central run.
  public var runID: String { card.runID }
  /// The scenario.
  public var scenario: String { card.scenario }
  /// How the draws were made: method, seed, number.
  public var design: EnsembleDesign { card.design }
  var nodes: EnsembleNodes { card.nodes }
  private var wanted: [Ceiling] { card.ceilings }

  /// True where quantiles come from cells.
  public var isSketched: Bool { results.isSketched }

  /// Takes the outcomes of some outputs: of all draws, or of the next batch of them.
  public func take(_ table: OutcomeTable) {
    let pairs = table.shown.flatMap { node in table.outputs.indices.map { (node: node, output: $0) } }
      .filter { table.has(node: $0.node, output: $0.output) }
    results.note(table, pairs)
    if table.isWhole { takeWhole(table, pairs) } else { takeBatch(table, pairs) }
  }

  private func takeWhole(_ table: OutcomeTable, _ pairs: [(node: Int, output: Int)]) {
    let found = Mutex<[Int: Outcome]>([:])
    let replicates = design.replicates
    // Sorting takes three copies of the draws: few at a time where they are many.
    let lanes = table.draws > 100_000 ? min(4, pairs.count) : pairs.count
    DispatchQueue.concurrentPerform(iterations: lanes) { lane in
      for index in stride(from: lane, to: pairs.count, by: lanes) {
        let outcome = table.outcome(
          node: pairs[index].node, output: pairs[index].output, replicates: replicates)
        guard let outcome else { continue }
        found.withLock { $0[index] = outcome }
      }
    }
    let all = found.withLock { $0 }
    for (index, pair) in pairs.enumerated() {
      if let outcome = all[index] { results.add(outcome, pair, table) }
    }
    for (place, node, output) in places(table) {
      results.ceilings[place] = table.share(node: node, output: output, above: wanted[place].cny)
    }
  }

  private func takeBatch(_ table: OutcomeTable, _ pairs: [(node: Int, output: Int)]) {
    if let sketched, sketched.outputRange != table.outputRange || sketched.shown != table.shown { close() }
    if sketched == nil {
      keys = pairs.map { SeriesKey(node: $0.node, output: $0.output) }
      sketches = keys.map { _ in OutcomeSketch(draws: table.total, replicates: design.replicates) }
    }
    sketches.withUnsafeMutableBufferPointer { sketches in
      // Every thread has its own.
      nonisolated(unsafe) let sketches = sketches
      DispatchQueue.concurrentPerform(iterations: pairs.count) { index in
        sketches[index].add(
          table.draws(node: pairs[index].node, output: pairs[index].output), first: table.first)
      }
    }
    sketched = table
    results.isSketched = true
    if table.first + table.draws >= table.total { close() }
  }

  /// Turns the sketches of a finished pass into outcomes.
  private func close() {
    guard let table = sketched else { return }
    for (ceiling, node, output) in places(table) {
      guard let place = keys.firstIndex(of: SeriesKey(node: node, output: output)) else { continue }
      results.ceilings[ceiling] = sketches[place].whole.share(below: wanted[ceiling].cny).map { 1 - $0 }
    }
    for (key, sketch) in zip(keys, sketches) {
      let outcome = sketch.outcome(region: nodes.names[key.node], output: table.outputs[key.output])
      results.add(outcome, (key.node, key.output), table)
    }
    (sketches, keys, sketched) = ([], [], nil)
  }

  /// Ceilings that a table has the figures of.
  private func places(_ table: OutcomeTable) -> [(place: Int, node: Int, output: Int)] {
    wanted.enumerated().compactMap { place, ceiling in
      guard let node = table.nodes.names.firstIndex(of: ceiling.region), table.shown.contains(node),
        let output = table.outputs.firstIndex(where: { $0.name == ceiling.output && $0.year == ceiling.year })
      else { return nil }
      return (place, node, output)
    }
  }

  /// Hands over what has been worked out since the last call, and forgets it.
  public func release() -> PassResult {
    defer { results = PassResult() }
    return results
  }

  /// Takes what ``release()`` gave.
  public func add(_ result: PassResult) { results.add(result) }

  /// What the draws say, in the order of regions and outputs.
  var outcomes: [Outcome] { results.sorted.filter { !$0.quantiles.isEmpty } }

  /// Ceilings with the share of draws above.
  var ceilings: [(ceiling: Ceiling, share: Double?)] {
    wanted.enumerated().compactMap { place, one in
      results.ceilings[place].map { (one, $0) }
    }
  }

  /// The name of a region.
  func word(_ region: String) -> Word {
    Word(region, nodePlaces[region].map { card.places[$0] } ?? Bilingual(zh: region, en: region))
  }

  /// The name of what a figure is of.
  func name(_ output: DrawOutput) -> Bilingual {
    outputPlaces[output].map { card.names[$0] } ?? Bilingual(zh: output.name, en: output.name)
  }

  /// The official run's figure of an outcome's region and output, where it has one.
  func central(_ outcome: Outcome) -> Double? {
    guard let node = nodePlaces[outcome.region], let output = outputPlaces[outcome.output] else { return nil }
    return card.central(node: node, output: output)
  }
}

/// A region and an output by their positions.
struct SeriesKey: Hashable, Sendable {
  let node: Int
  let output: Int
}

/// How draws were made.
public struct EnsembleDesign: Hashable, Sendable {
  /// "sobol", "lhs", "mc", or the name of a design's file.
  public let method: String
  /// The seed; nil for draws from a file.
  public let seed: UInt64?
  /// Draws.
  public let draws: Int
  /// Independent replicates.
  public let replicates: Int
  /// Uncertain parameters.
  public let inputs: Int

  /// A design.
  public init(method: String, seed: UInt64?, draws: Int, replicates: Int, inputs: Int) {
    (self.method, self.seed, self.draws) = (method, seed, draws)
    (self.replicates, self.inputs) = (replicates, inputs)
  }
}

public import DoudiEnsemble
public import DoudiModel
public import DoudiInputs
import DoudiUnits

/// What identifies an ensemble and what its tables need besides the draws: the head of every shard.
///
/// Two ensembles are the same exactly if the bytes of their cards are.
public struct EnsembleCard: Sendable {
  /// Identifier of the central run; empty for a yearly scenario.
  public let runID: String
  /// The scenario.
  public let scenario: String
  /// How draws were made.
  public let design: EnsembleDesign
  /// SHA-256 of the file the draws come from.
  public let inputs: String
  /// Regions, leaves first.
  public let nodes: EnsembleNodes
  /// Outputs.
  public let outputs: [DrawOutput]
  /// Money that must not be exceeded.
  public let ceilings: [Ceiling]
  /// The official figures, region after region, output after output; NaN where there is none.
  public let central: [Double]
  /// Names of the programmes and limits behind the outputs, for screens.
  public let names: [Bilingual]
  /// Names of the regions.
  public let places: [Bilingual]
  /// What stands above its tables.
  public let heading: Heading

  /// The card of an ensemble.
  /// - Parameters:
  ///   - run: the run in which nothing is drawn.
  ///   - nodes: regions.
  ///   - outputs: all outputs.
  ///   - design: how draws were made.
  ///   - inputs: text of the file they come from.
  ///   - ceilings: money that must not be exceeded.
  public init(
    _ run: any CentralFigures, nodes: EnsembleNodes, outputs: [DrawOutput], design: EnsembleDesign,
    inputs: String, ceilings: [Ceiling]
  ) {
    (runID, scenario, heading) = (run.runID, run.scenario, run.heading)
    (self.nodes, self.outputs, self.design, self.ceilings) = (nodes, outputs, design, ceilings)
    self.inputs = Digest.sha256(Array(inputs.utf8))
    central = run.central(outputs, regions: nodes.names)
    names = outputs.map { run.name($0) }
    places = nodes.names.map { run.name(region: $0) }
  }

  init(
    runID: String, scenario: String, design: EnsembleDesign, inputs: String, nodes: EnsembleNodes,
    outputs: [DrawOutput], ceilings: [Ceiling], central: [Double], names: [Bilingual], places: [Bilingual],
    heading: Heading
  ) {
    (self.runID, self.scenario, self.design, self.inputs) = (runID, scenario, design, inputs)
    (self.nodes, self.outputs, self.ceilings, self.central) = (nodes, outputs, ceilings, central)
    (self.names, self.places, self.heading) = (names, places, heading)
  }

  /// The passes of one process over all draws.
  public var plan: PassPlan {
    PassPlan(
      nodes: nodes.names.count, outputs: outputs.count, draws: design.draws, replicates: design.replicates)
  }

  /// The official figure of a region and output; nil where there is none.
  func central(node: Int, output: Int) -> Double? {
    let value = central[node * outputs.count + output]
    return value.isNaN ? nil : value
  }

  /// True where a region has a figure: parents have none of some outputs.
  func has(node: Int, output: Int) -> Bool {
    nodes.has(node, outputs[output])
  }

  /// What sets another ensemble apart from this one, in words; nil where they are the same.
  public func difference(_ other: EnsembleCard) -> Bilingual? {
    func differ(_ zh: String, _ en: String, _ mine: String, _ theirs: String) -> Bilingual? {
      mine == theirs
        ? nil : Bilingual(zh: "\(zh)不同：\(mine)与\(theirs)", en: "\(en) differ: \(mine) and \(theirs)")
    }
    func seed(_ card: EnsembleCard) -> String { card.design.seed.map { "\($0)" } ?? "-" }
    return differ("方案", "scenarios", scenario, other.scenario)
      ?? differ("运行编号", "run ids", runID, other.runID)
      ?? differ("抽样方法", "methods", design.method, other.design.method)
      ?? differ("种子", "seeds", seed(self), seed(other))
      ?? differ("抽样次数", "numbers of draws", "\(design.draws)", "\(other.design.draws)")
      ?? differ("重复组数", "replicates", "\(design.replicates)", "\(other.design.replicates)")
      ?? differ(
        "不确定参数文件", "files of the draws", String(inputs.prefix(12)), String(other.inputs.prefix(12)))
      ?? (packed == other.packed
        ? nil : Bilingual(zh: "区划或输出不同", en: "regions, outputs or versions of the program differ"))
  }
}

extension EnsembleCard: RunWords {
  /// The name that the region has on screens.
  public func name(region: String) -> Bilingual {
    nodes.names.firstIndex(of: region).map { places[$0] } ?? Bilingual(zh: region, en: region)
  }
}

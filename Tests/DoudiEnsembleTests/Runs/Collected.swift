import DoudiEnsemble
import DoudiModel
import DoudiTape

/// All outcomes of a run, kept.
struct Collected {
  let nodes: EnsembleNodes
  let outputs: [DrawOutput]
  /// By region and output: the draws; empty where a region has none.
  private(set) var values: [[[Double]]]
  /// Passes over the draws.
  private(set) var passes = 0
  /// What progress said.
  private(set) var progress: [Double] = []

  init(_ run: EnsembleRun) throws {
    (nodes, outputs) = (run.nodes, run.outputs)
    var values = [[[Double]]](repeating: [], count: run.nodes.names.count)
    var (passes, progress) = (0, [Double]())
    try run.run(progress: { progress.append($0) }) { table in
      passes += 1
      for node in table.nodes.names.indices {
        for output in table.outputs.indices {
          values[node].append(
            table.has(node: node, output: output) ? Array(table.draws(node: node, output: output)) : [])
        }
      }
    }
    (self.values, self.passes, self.progress) = (values, passes, progress)
  }

  init(_ projection: Projection, _ source: any DrawSource) throws {
    try self.init(EnsembleRun(DrawProgram(projection, inputs: source.inputsOrNone), projection, source))
  }

  func values(_ node: Int, _ output: String, _ year: Int) -> [Double]? {
    outputs.firstIndex { $0.name == output && $0.year == year }.map { values[node][$0] }
  }

  /// Bits, so that failed draws compare as well.
  var bits: [[[UInt64]]] { values.map { $0.map { $0.map(\.bitPattern) } } }
}

/// A source that says what its columns are.
protocol InputSource: DrawSource {
  var inputs: [UncertainInput] { get }
}

extension SampledDraws: InputSource {}
extension DesignDraws: InputSource {}

extension DrawSource {
  /// What the columns are; none where the source does not say.
  var inputsOrNone: [UncertainInput] { (self as? any InputSource)?.inputs ?? [] }
}

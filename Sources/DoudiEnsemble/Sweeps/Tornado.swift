public import DoudiInputs
public import DoudiModel
import DoudiUnits

/// The bars of a tornado: each uncertain parameter at its 10 % and its 90 % quantile, the others at their median.
public struct Tornado {
  /// The parameters; parameter k has draws 2 k + 1 and 2 k + 2.
  public let quantities: [UncertainQuantity]
  /// The draws to run.
  public let source: TornadoDraws

  /// The tornado of a file's parameters.
  public init(_ file: UncertaintyFile) {
    quantities = file.inputs
    source = TornadoDraws(file.inputs)
  }

  /// Low and high outcome of a parameter, and that of all medians.
  public struct Bar: Sendable {
    /// Position of the parameter.
    public let quantity: Int
    /// Region.
    public let region: String
    /// The figure.
    public let output: DrawOutput
    /// With the parameter at its 10 % quantile.
    public let low: Double
    /// With all parameters at their medians.
    public let middle: Double
    /// With the parameter at its 90 % quantile.
    public let high: Double
  }

  /// The bars of one output, widest first within a region and year.
  public func bars(_ table: OutcomeTable, of headline: String) -> [Bar] {
    var found: [Bar] = []
    for node in table.nodes.names.indices {
      for (position, output) in table.outputs.enumerated() where output.name == headline {
        let draws = table.draws(node: node, output: position)
        let bars = quantities.indices.map { place in
          Bar(
            quantity: place, region: table.nodes.names[node], output: output, low: draws[2 * place + 1],
            middle: draws[0], high: draws[2 * place + 2])
        }
        found += bars.sorted { abs($0.high - $0.low) > abs($1.high - $1.low) }
      }
    }
    return found
  }
}

/// All parameters at their medians, then each at its 10 % and its 90 % quantile. A parameter that each
/// region draws for itself moves in all of them alike.
public struct TornadoDraws: ParameterDraws {
  /// What the columns are.
  public let inputs: [UncertainInput]
  /// Their units.
  public let units: [Measure]
  private let values: [(low: Double, middle: Double, high: Double)]

  init(_ quantities: [UncertainQuantity]) {
    (inputs, units) = (quantities.map(\.input), quantities.map(\.unit))
    values = quantities.map { one in
      (one.distribution.quantile(0.1), one.distribution.quantile(0.5), one.distribution.quantile(0.9))
    }
  }

  /// Columns of values.
  public var columns: Int { inputs.count }
  /// Two for each parameter, and the medians.
  public var count: Int { 2 * inputs.count + 1 }
  /// None.
  public var replicates: Int { 1 }

  /// Fills a block; see ``DrawSource/fill(draws:into:)``.
  public func fill(draws: Range<Int>, into block: UnsafeMutableBufferPointer<Double>) {
    for column in inputs.indices {
      for (place, draw) in draws.enumerated() {
        let value = values[column]
        block[column * draws.count + place] =
          draw == 2 * column + 1 ? value.low : draw == 2 * column + 2 ? value.high : value.middle
      }
    }
  }
}

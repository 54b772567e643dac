public import DoudiInputs
public import DoudiModel
import DoudiUnits

/// What a scenario is not sure of: distributions of parameters, how they go together, and ceilings.
public struct UncertaintyFile: Sendable {
  /// The uncertain parameters.
  public let inputs: [UncertainQuantity]
  /// Correlations between inputs, by their positions; only those other than 0.
  public let correlations: [CorrelatedPair]
  /// True where correlations that contradict each other are replaced by the nearest ones that do not.
  public let takesNearest: Bool
  /// Money that must not be exceeded.
  public let ceilings: [Ceiling]
}

/// A parameter with its distribution.
public struct UncertainQuantity: Sendable {
  /// Short name for tables.
  public let id: String
  /// Name in both languages.
  public let name: Bilingual
  /// The parameter and what a draw does to it.
  public let input: UncertainInput
  /// Values in the parameter's unit (``UncertainInput/Effect/multiply``: without unit).
  public let distribution: Distribution
  /// Unit of the values.
  public let unit: Measure
  /// How each leaf's own draw goes with the others'; nil: one draw for all.
  public let loading: Loading?
  /// Source and reason.
  public let origin: (source: String?, why: Bilingual?)
  /// Where it was written.
  public let span: SourceSpan

  /// A factor model of the leaves' draws.
  ///
  ///     z_r = l_r z + sqrt(1 - l_r^2) e_r
  ///
  /// z: one national shock; e_r: the leaf's own; l_r: its loading.
  public struct Loading: Sendable {
    /// For leaves without one of their own.
    public let common: Double
    /// By leaf.
    public let own: [String: Double]

    /// The loading of a leaf.
    public func value(_ leaf: String) -> Double { own[leaf] ?? common }
  }
}

/// Two inputs that go together.
public struct CorrelatedPair: Hashable, Sendable {
  /// Positions of the inputs, the lower first.
  public let low: Int
  /// The other.
  public let high: Int
  /// Correlation of the normal scores.
  public let value: Double
  /// Where it was written.
  public let span: SourceSpan
}

/// Money that must not be exceeded in a region and year.
public struct Ceiling: Sendable {
  /// Programme or "total".
  public let output: String
  /// Region.
  public let region: String
  /// Year.
  public let year: Int
  /// CNY.
  public let cny: Double

  /// A ceiling.
  public init(output: String, region: String, year: Int, cny: Double) {
    (self.output, self.region, self.year, self.cny) = (output, region, year, cny)
  }
}

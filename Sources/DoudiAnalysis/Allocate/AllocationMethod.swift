public import DoudiAllocation

/// How a pot is split.
public enum AllocationMethod: Hashable, Sendable {
  /// In proportion to weights, in whole units; with floors and caps.
  case weights(ApportionmentMethod)
  /// Claims rationed.
  case claims(ClaimRule)
  /// Under linear side conditions.
  case linear

  /// Accepted for ``weights(_:)`` by largest remainder, since the floors and caps are in the rows.
  static let otherNames = ["weights", "bounds"]

  /// All names that a file may write.
  public static let names =
    ApportionmentMethod.allCases.map(\.rawValue) + otherNames + ClaimRule.allCases.map(\.rawValue) + ["lp"]

  /// Reads a name.
  public init?(name: String) {
    if let method = ApportionmentMethod(rawValue: name) {
      self = .weights(method)
    } else if Self.otherNames.contains(name) {
      self = .weights(.largestRemainder)
    } else if let rule = ClaimRule(rawValue: name) {
      self = .claims(rule)
    } else if name == "lp" {
      self = .linear
    } else {
      return nil
    }
  }

  /// Its name in files.
  public var name: String {
    switch self {
    case .weights(let method): method.rawValue
    case .claims(let rule): rule.rawValue
    case .linear: "lp"
    }
  }

  /// True where rows are split by weights.
  var usesWeights: Bool { if case .weights = self { true } else { false } }
}

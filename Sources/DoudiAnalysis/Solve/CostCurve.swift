public import DoudiEnsemble

/// What a control costs: the scenario's arithmetic for many values at once.
public struct CostCurve {
  private let sums: OutputSums

  /// The curve of a scenario written for the control alone.
  public init(_ sums: OutputSums) { self.sums = sums }

  /// Costs of values, CNY.
  /// - Throws: where the arithmetic cannot be run.
  public func costs(_ values: [Double]) throws -> [Double] { try sums.sums([values]) }

  /// Cost of the next unit: the slope at a value, from differences over two widths, the second half the
  /// first.
  ///
  ///     D(h) = (f(x + h) - f(x - h)) / 2h,   slope = (4 D(h/2) - D(h)) / 3
  ///
  /// nil where the two disagree by more than a thousandth: the curve is a staircase or has a corner there.
  /// - Throws: where the arithmetic cannot be run.
  public func slope(at x: Double) throws -> Double? {
    let h = max(abs(x), 1) * Self.width
    let costs = try costs([x - h, x + h, x - h / 2, x + h / 2])
    let (wide, narrow) = ((costs[1] - costs[0]) / (2 * h), (costs[3] - costs[2]) / h)
    guard wide.isFinite, abs(wide - narrow) <= abs(narrow) * Self.agreement else { return nil }
    return (4 * narrow - wide) / 3
  }

  /// The error of the slope falls with its fourth power, that of rounding grows with its inverse.
  private static let width = 0x1p-9
  private static let agreement = 0x1p-10
}

/// What a control costs with a probability: a quantile of the cost over draws of everything else, the same
/// draws for every value.
public struct ChanceCurve {
  private let sums: OutputSums
  private let columns: [[Double]]
  /// With which the cost must stay within the budget, 0 to 1.
  public let probability: Double

  /// - Parameters:
  ///   - sums: of a scenario written for the drawn parameters and, last, the control.
  ///   - columns: draws of the parameters.
  ///   - probability: with which the cost must stay within the budget, 0 to 1.
  public init(_ sums: OutputSums, columns: [[Double]], probability: Double) {
    (self.sums, self.columns, self.probability) = (sums, columns, probability)
  }

  /// Number of draws.
  public var draws: Int { columns.first?.count ?? 1 }

  /// For each value the least budget that the cost stays within in the wanted share of draws.
  /// - Throws: where the arithmetic cannot be run.
  public func costs(_ values: [Double]) throws -> [Double] {
    try values.map { value in
      let costs = try self.sums.sums(columns + [Array(repeating: value, count: draws)])
      return Self.cost(costs, holding: probability)
    }
  }

  /// Of costs of draws the least budget that a share of them stays within; NaN where one is none.
  public static func cost(_ costs: [Double], holding share: Double) -> Double {
    guard !costs.isEmpty, !costs.contains(where: \.isNaN) else { return .nan }
    let place = (share * Double(costs.count)).rounded(.up)
    return costs.sorted()[min(costs.count - 1, max(0, Int(place) - 1))]
  }
}

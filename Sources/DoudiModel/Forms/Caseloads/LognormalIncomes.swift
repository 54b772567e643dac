import DoudiUnits

/// Lognormal incomes, by their mean: who has less than a line, and how much is lacking.
///
///     d = ln(Z / Y) / s + s / 2
///     H = Phi(d)                          share of residents below Z
///     g = Z H - Y Phi(d - s)              what is lacking, per resident, in the unit of Z
///
/// Holds: H and g grow with Z and fall with Y; g is not negative. Needs Y > 0 and s > 0; Z = 0 gives 0 and 0.
struct LognormalIncomes {
  /// Y: mean income, CNY per person and year.
  let mean: Double
  /// s: standard deviation of the logarithm.
  let spread: Double

  /// H.
  func shareBelow(_ line: Double) -> Double { Self.normal(distance(line)) }

  /// g: the gap of those below a line, spread over all residents.
  func gap(below line: Double) -> Double {
    let d = distance(line)
    return max(0, line * Self.normal(d) - mean * Self.normal(d - spread))
  }

  private func distance(_ line: Double) -> Double {
    PortableMath.log(line / mean) / spread + spread / 2
  }

  /// Phi, by a function that has the same bits on every machine.
  private static func normal(_ z: Double) -> Double {
    PortableMath.erfc(-z / 2.0.squareRoot()) / 2
  }
}

/// A property that does not hold: the seed, and the smallest case found.
public struct PropertyFailure: Error, CustomStringConvertible {
  /// The seed of the whole sequence of cases.
  public let seed: UInt64
  /// The position of the failing case in it, from 0.
  public let position: Int
  /// The failing case as it was drawn.
  public let drawn: String
  /// The smallest failing case found from it.
  public let shrunk: String
  /// What the property threw for the smallest case, where it threw.
  public let reason: String?

  /// The failure in four lines, the seed first.
  public var description: String {
    """
    property fails with seed \(seed), case \(position)
      smallest: \(shrunk)
      drawn:    \(drawn)
      reason:   \(reason ?? "the property is false")
    """
  }
}

/// Draws `count` cases and throws a ``PropertyFailure`` for the first that does not hold,
/// after making it as small as `shrink` can.
///
///     try forAll(seed: 1, generator: { $0.int(in: 0...99) }, shrink: smallerWholes) { $0 >= 0 }
///
/// - Parameters:
///   - seed: fixes all cases; the failure repeats it.
///   - count: how many cases are drawn.
///   - generator: draws one case.
///   - shrink: cases that are simpler than the given one, the simplest first; must come to an end.
///   - holds: the property; false or a thrown error is a failure.
/// - Throws: ``PropertyFailure``.
public func forAll<Case>(
  seed: UInt64, count: Int = 500,
  generator: (inout SplitMix64) -> Case,
  shrink: (Case) -> [Case] = { _ in [] },
  holds: (Case) throws -> Bool
) throws {
  var random = SplitMix64(seed: seed)
  for position in 0..<count {
    let drawn = generator(&random)
    guard var reason = failure(of: drawn, holds) else { continue }
    var smallest = drawn
    var steps = 0
    search: while steps < 10_000 {
      for candidate in shrink(smallest) {
        steps += 1
        guard let found = failure(of: candidate, holds) else { continue }
        (smallest, reason) = (candidate, found)
        continue search
      }
      break
    }
    throw PropertyFailure(
      seed: seed, position: position, drawn: "\(drawn)", shrunk: "\(smallest)", reason: reason.text)
  }
}

private struct Reason { let text: String? }

private func failure<Case>(of value: Case, _ holds: (Case) throws -> Bool) -> Reason? {
  do {
    return try holds(value) ? nil : Reason(text: nil)
  } catch {
    return Reason(text: "\(error)")
  }
}

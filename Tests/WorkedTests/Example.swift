import DoudiUnits
import _DoudiTestSupport

/// A published example as a place of a few lines, and what must come out of its run.
struct Example: CustomStringConvertible, Sendable {
  /// One figure that must come out.
  struct Claim {
    let name: String
    let got: Rational?
    let expected: Rational

    init(_ name: String, _ got: Rational?, _ expected: Rational) {
      (self.name, self.got, self.expected) = (name, got, expected)
    }

    /// Something that must be so.
    init(_ name: String, _ isSo: Bool) { self.init(name, isSo ? .one : .zero, .one) }

    var holds: Bool { got == expected }
  }

  /// Identifier of the file in scenarios/worked.
  let id: String
  /// Which part of it, where it has several.
  let part: String
  let place: SmallPlace
  let claims: @Sendable (SmallRun) -> [Claim]

  init(
    _ id: String, part: String = "", place: SmallPlace, claims: @escaping @Sendable (SmallRun) -> [Claim]
  ) {
    (self.id, self.part, self.place, self.claims) = (id, part, place, claims)
  }

  var description: String { part.isEmpty ? id : id + "-" + part }

  /// Every example that runs through a place of its own.
  static func all() throws -> [Example] {
    try [gapAndTopUp()] + care() + [multiples(), monthlyIdentity()] + yearEndCount()
      + [issuedMoney(), coordinators()] + institutionalRate() + twoCaps()
      + [standards520(), incomeDistribution()]
  }

  /// Fen of a sum in yuan, as a number.
  static func fen(_ yuan: Rational) -> Rational { Rational(Int128(Money(yuan: yuan)?.fen ?? -1), over: 1) }

  /// Fen of a run, as a number.
  static func fen(_ run: SmallRun, rule: String? = nil, paid: String? = nil) -> Rational {
    Rational(Int128(run.fen(rule: rule, paid: paid)), over: 1)
  }
}

/// One function of the basis: a product of orthonormal polynomials of one or more inputs; of none it is 1.
public struct ChaosTerm: Hashable, Sendable {
  /// A polynomial of one input.
  public struct Power: Hashable, Sendable {
    /// The input, counted from zero.
    public let input: Int
    /// Its degree, at least 1.
    public let degree: Int

    /// A polynomial of an input.
    public init(input: Int, degree: Int) { (self.input, self.degree) = (input, degree) }
  }

  /// Its factors, inputs ascending and each once.
  public let powers: [Power]

  /// 1.
  public static let constant = ChaosTerm([])

  /// phi1 of an input.
  public static func linear(_ input: Int) -> ChaosTerm { ChaosTerm([Power(input: input, degree: 1)]) }

  /// phi2 of an input.
  public static func square(_ input: Int) -> ChaosTerm { ChaosTerm([Power(input: input, degree: 2)]) }

  /// phi1 of one input times phi1 of a later one.
  public static func product(_ input: Int, _ other: Int) -> ChaosTerm {
    ChaosTerm([Power(input: input, degree: 1), Power(input: other, degree: 1)])
  }

  init(_ powers: [Power]) { self.powers = powers }

  /// The degree of an input in it.
  func degree(_ input: Int) -> Int { powers.first { $0.input == input }?.degree ?? 0 }

  /// The term with one degree more in an input.
  func raised(_ input: Int) -> ChaosTerm {
    let others = powers.filter { $0.input != input }
    let next = Power(input: input, degree: degree(input) + 1)
    return ChaosTerm((others + [next]).sorted { $0.input < $1.input })
  }

  /// An order among terms: by fewer factors, then by inputs and degrees.
  static func isBefore(_ one: ChaosTerm, _ other: ChaosTerm) -> Bool {
    if one.powers.count != other.powers.count { return one.powers.count < other.powers.count }
    for (a, b) in zip(one.powers, other.powers) where a != b {
      return (a.input, a.degree) < (b.input, b.degree)
    }
    return false
  }
}

/// Which terms come first: those whose inputs matter, by what a first fit says of them.
///
/// ```
/// weight of a term = mean over outputs of the product over its inputs of T_i^d / d!       d: degree of input i in it
/// ```
///
/// The coefficients of exp(sum of sqrt(T_i) z_i), z normal, have these squares. A term is taken after all that divide
/// it, so a term without effect keeps its multiples out.
struct ChaosOrder {
  private let polynomials: [InputPolynomials]
  /// T by input, of the outputs that are looked at.
  private let shares: [[Double]]

  /// Outputs that are looked at; of more, some at equal distances.
  private static let most = 512
  /// Inputs of a term.
  private static let together = 4
  /// T of inputs without any: they come last, but they come.
  private static let floor = 1e-6

  init(_ fit: ChaosFit) {
    polynomials = fit.basis.polynomials
    let inputs = polynomials.indices
    let found = (0..<fit.outputs).filter { fit.total(input: 0, output: $0) != nil }
    let step = max(1, (found.count + Self.most - 1) / Self.most)
    let outputs = stride(from: found.count - 1, through: 0, by: -step).map { found[$0] }
    shares = inputs.map { input in
      outputs.map { min(1, max(Self.floor, fit.total(input: input, output: $0) ?? 0)) }
    }
  }

  /// A term that may come next.
  private struct Candidate {
    let term: ChaosTerm
    let shares: [Double]
    let weight: Double

    init(_ term: ChaosTerm, _ shares: [Double]) {
      (self.term, self.shares) = (term, shares)
      // Digits beyond the sixth belong to the machine: they shall not decide.
      let mean = shares.reduce(0, +) / Double(max(1, shares.count))
      let unit = mean.binade * 0x1p-20
      weight = unit > 0 ? (mean / unit).rounded() * unit : mean
    }

    func isBefore(_ other: Candidate) -> Bool {
      weight == other.weight ? ChaosTerm.isBefore(term, other.term) : weight > other.weight
    }
  }

  /// The constant, the inputs themselves, then other terms by weight: `count` in all, or as many as there are.
  func terms(_ count: Int) -> [ChaosTerm] {
    let linear = polynomials.indices.filter { polynomials[$0].degree > 0 }
    var chosen = [ChaosTerm.constant] + linear.map { ChaosTerm.linear($0) }
    var seen = Set(chosen)
    var waiting: [Candidate] = []
    for input in linear {
      raise(Candidate(.linear(input), shares[input]), &seen, &waiting)
    }
    while chosen.count < count, var best = waiting.indices.first {
      for place in waiting.indices where waiting[place].isBefore(waiting[best]) { best = place }
      let next = waiting[best]
      waiting.swapAt(best, waiting.count - 1)
      waiting.removeLast()
      chosen.append(next.term)
      raise(next, &seen, &waiting)
    }
    return chosen
  }

  /// Adds the terms with one degree more to those that may come next.
  private func raise(_ one: Candidate, _ seen: inout Set<ChaosTerm>, _ waiting: inout [Candidate]) {
    for input in polynomials.indices {
      let degree = one.term.degree(input) + 1
      guard degree <= polynomials[input].degree, degree > 1 || one.term.powers.count < Self.together else {
        continue
      }
      let term = one.term.raised(input)
      guard seen.insert(term).inserted else { continue }
      waiting.append(
        Candidate(term, zip(one.shares, shares[input]).map { $0 * $1 / Double(degree) }))
    }
  }
}

import DoudiMatrix

/// Products of orthonormal polynomials: what outputs are written as sums of.
///
/// ```
/// E(term^2) = 1, E(term term') = 0
/// ```
struct ChaosBasis: Hashable, Sendable {
  let polynomials: [InputPolynomials]
  let terms: [ChaosTerm]
  /// For each input the places of its own terms, and of all terms that it is in.
  let alone, within: [[Int]]

  /// The largest number of products with which a first basis has all of degree 2.
  static let most = 256

  init(_ polynomials: [InputPolynomials], _ terms: [ChaosTerm]) {
    (self.polynomials, self.terms) = (polynomials, terms)
    var alone = [[Int]](repeating: [], count: polynomials.count)
    var within = alone
    for (place, term) in terms.enumerated() {
      for power in term.powers { within[power.input].append(place) }
      if term.powers.count == 1, let input = term.powers.first?.input { alone[input].append(place) }
    }
    (self.alone, self.within) = (alone, within)
  }

  /// The basis to begin with, of degree 2 at most.
  ///
  /// ```
  /// 1 + K + K + K (K - 1) / 2 terms: 231 for 20 inputs        where there are more than `most`: no products
  /// ```
  ///
  /// Inputs of one or two values have fewer.
  init(_ inputs: IndependentInputs) {
    let polynomials = inputs.distributions.map { InputPolynomials($0) }
    let linear = polynomials.indices.filter { polynomials[$0].degree > 0 }
    let squares = linear.filter { polynomials[$0].degree > 1 }
    let alone = [.constant] + linear.map { ChaosTerm.linear($0) } + squares.map { ChaosTerm.square($0) }
    guard alone.count + linear.count * (linear.count - 1) / 2 <= Self.most else {
      self.init(polynomials, alone)
      return
    }
    let products = linear.enumerated().flatMap { place, i in
      linear[(place + 1)...].map { ChaosTerm.product(i, $0) }
    }
    self.init(polynomials, alone + products)
  }

  /// The terms at draws in columns: draws x terms.
  func design(_ values: UnsafeBufferPointer<Double>, draws: Int) -> Matrix {
    var degrees = [Int](repeating: 0, count: polynomials.count)
    for power in terms.flatMap(\.powers) { degrees[power.input] = max(degrees[power.input], power.degree) }
    let columns = polynomials.enumerated().map { input, polynomial in
      polynomial.columns(
        UnsafeBufferPointer(rebasing: values[(input * draws)..<((input + 1) * draws)]), to: degrees[input])
    }
    var design = Matrix(rows: draws, columns: terms.count, repeating: 1)
    design.withMutableElements { elements in
      for (place, term) in terms.enumerated() {
        for power in term.powers {
          let factors = columns[power.input][power.degree - 1]
          for row in 0..<draws { elements[place &* draws &+ row] *= factors[row] }
        }
      }
    }
    return design
  }
}

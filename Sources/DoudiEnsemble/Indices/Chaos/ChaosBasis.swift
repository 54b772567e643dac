import DoudiMatrix

/// One function of the basis: a product of polynomials of one or two inputs.
public enum ChaosTerm: Hashable, Sendable {
  /// 1.
  case constant
  /// phi1 of an input.
  case linear(Int)
  /// phi2 of an input.
  case square(Int)
  /// phi1 of one input times phi1 of a later one.
  case product(Int, Int)
}

/// All products of orthonormal polynomials of degree 2 at most.
///
/// ```
/// 1 + K + K + K (K - 1) / 2 terms: 231 for 20 inputs        E(term^2) = 1, E(term term') = 0
/// ```
///
/// Inputs of one or two values have fewer.
struct ChaosBasis: Hashable, Sendable {
  let polynomials: [InputPolynomials]
  let terms: [ChaosTerm]
  /// For each input the places of its own terms, and of all terms that it is in.
  let alone, within: [[Int]]

  init(_ inputs: IndependentInputs) {
    let polynomials = inputs.distributions.map { InputPolynomials($0) }
    let linear = polynomials.indices.filter { polynomials[$0].degree > 0 }
    let products = linear.enumerated().flatMap { place, i in
      linear[(place + 1)...].map { ChaosTerm.product(i, $0) }
    }
    let squares = linear.filter { polynomials[$0].degree > 1 }.map { ChaosTerm.square($0) }
    let terms = [.constant] + linear.map { ChaosTerm.linear($0) } + squares + products
    (alone, within) = Self.places(terms, inputs: polynomials.count)
    (self.polynomials, self.terms) = (polynomials, terms)
  }

  private static func places(_ terms: [ChaosTerm], inputs: Int) -> ([[Int]], [[Int]]) {
    var alone = [[Int]](repeating: [], count: inputs)
    var within = alone
    for (place, term) in terms.enumerated() {
      switch term {
      case .constant: break
      case .linear(let i), .square(let i):
        alone[i].append(place)
        within[i].append(place)
      case .product(let i, let j):
        within[i].append(place)
        within[j].append(place)
      }
    }
    return (alone, within)
  }

  /// The terms at draws in columns: draws x terms.
  func design(_ values: UnsafeBufferPointer<Double>, draws: Int) -> Matrix {
    var design = Matrix(rows: draws, columns: terms.count)
    let first = polynomials.enumerated().map { input, polynomial in
      (0..<draws).map { polynomial.first(values[input * draws + $0]) }
    }
    for (column, term) in terms.enumerated() {
      for row in 0..<draws {
        design[row, column] =
          switch term {
          case .constant: 1
          case .linear(let i): first[i][row]
          case .square(let i): polynomials[i].second(first: first[i][row])
          case .product(let i, let j): first[i][row] * first[j][row]
          }
      }
    }
    return design
  }
}

/// Primitive polynomials and initial direction numbers of the Sobol' sequence: the first 1866
/// rows (dimensions 2 to 1867) of the set new-joe-kuo-6.21201 of S. Joe and F. Y. Kuo, "Constructing
/// Sobol sequences with better two-dimensional projections", SIAM J. Sci. Comput. 30, 2635-2654
/// (2008). Copyright (c) 2008 Frances Y. Kuo and Stephen Joe; terms in `LICENSE-joe-kuo.txt`.
///
/// Row by row and bit by bit, upper bit first, in base64: the coefficients a_1 ... a_(s-1) of the
/// polynomial of degree s, then m_2 ... m_s without their last bit, m_k taking k - 1 bits.
enum JoeKuoTable {
  /// How many rows there are of each degree, in order.
  static let degrees: [(degree: Int, count: Int)] = [
    (1, 1), (2, 1), (3, 2), (4, 2), (5, 6), (6, 6), (7, 18), (8, 16), (9, 48), (10, 60),
    (11, 176), (12, 144), (13, 630), (14, 756),
  ]

  /// All rows.
  static var text: String { low + high }
}

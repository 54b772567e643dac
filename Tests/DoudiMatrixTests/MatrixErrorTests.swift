import DoudiMatrix
import Testing

@Suite struct MatrixErrorTests {
  @Test func everyErrorSaysWhere() {
    let texts: [(MatrixError, String)] = [
      (.shape("2 x 3"), "matrix shapes: 2 x 3"),
      (.notFinite(row: 1, column: 2), "the element at row 1, column 2 is not finite"),
      (.notSymmetric(row: 2, column: 0), "not symmetric: row 2, column 0 differs from its mirror image"),
      (.notPositiveDefinite(column: 4), "not positive definite: fails at column 4"),
      (.rankDeficient(rank: 2, columns: 3), "only 2 of 3 columns are independent"),
      (.notConverged("it"), "it did not converge"),
    ]
    for (error, text) in texts { #expect("\(error)" == text) }
  }
}

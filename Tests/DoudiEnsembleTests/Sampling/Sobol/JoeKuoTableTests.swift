import Testing

@testable import DoudiEnsemble

@Suite struct JoeKuoTableTests {
  /// As many rows of each degree as there are primitive polynomials, phi(2^s - 1) / s; the text is as
  /// long as they need.
  @Test func complete() {
    #expect(JoeKuoTable.degrees.map(\.count) == [1, 1, 2, 2, 6, 6, 18, 16, 48, 60, 176, 144, 630, 756])
    #expect(JoeKuoTable.degrees.map(\.degree) == Array(1...14))
    let bits = JoeKuoTable.degrees.reduce(0) {
      $0 + $1.count * ($1.degree - 1 + $1.degree * ($1.degree - 1) / 2)
    }
    let digits = JoeKuoTable.text.utf8.filter { $0 != UInt8(ascii: "\n") }.count
    #expect(digits == (bits + 5) / 6)
  }
}

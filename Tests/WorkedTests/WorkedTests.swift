import DoudiUnits
import Testing
import _DoudiTestSupport

/// Every example runs through the real forms; each quotes where it is published.
@Suite struct WorkedTests {
  /// Examples that none of the forms computes, and why.
  static let notCovered = [
    "E02": "a table of twelfths and eighths by growth, not the product of standard and growth"
  ]

  /// Examples tested on the shipped scenario of Weihai, see ``WeihaiReserveTests``.
  private static let onWeihai = ["E17", "E18", "E19", "E20", "E21", "E22", "E23", "E24"]

  @Test func everyCaseIsCoveredOrSaidNotToBe() throws {
    let covered = Set(try Example.all().map(\.id)).union(Self.onWeihai).union(Self.notCovered.keys)
    #expect(try WorkedCase.all() == covered.sorted())
    for id in try WorkedCase.all() { #expect(try !WorkedCase(id).source.isEmpty) }
  }

  @Test func everyFigureComesOut() throws {
    for example in try Example.all() {
      let run = try example.place.run()
      for claim in example.claims(run) {
        #expect(
          claim.holds, "\(example) \(claim.name): \(String(describing: claim.got)) for \(claim.expected)")
      }
    }
  }

  static func distance(_ a: Rational, _ b: Rational) -> Rational { a < b ? b - a : a - b }
}

import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct PortableMathErfcTests {
  @Test func agreesWithTheReferenceTable() throws {
    for row in try referenceRows("Reference/portable_math.csv") where row[0] == "erfc" {
      let (x, exact) = (try double(row[1]), try double(row[3]))
      let error = (PortableMath.erfc(x) - exact).magnitude / exact
      #expect(error <= 1e-15, "erfc(\(x)) is \(PortableMath.erfc(x)), not \(exact)")
    }
  }

  @Test func ends() {
    #expect(PortableMath.erfc(0) == 1)
    #expect(PortableMath.erfc(30) == 0 && PortableMath.erfc(.infinity) == 0)
    #expect(PortableMath.erfc(-30) == 2 && PortableMath.erfc(-.infinity) == 2)
    #expect(PortableMath.erfc(.nan).isNaN)
  }

  @Test func bothTailsMakeTwo() throws {
    try forAll(seed: 81, count: 5_000, generator: { ($0.unit() - 0.5) * 14 }) { x in
      (PortableMath.erfc(x) + PortableMath.erfc(-x) - 2).magnitude <= 1e-15
    }
  }
}

import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct PortableMathPowerTests {
  @Test func agreesWithTheReferenceTable() throws {
    try expectClose("pow", ulps: 2) { x, y in PortableMath.pow(x, y) }
  }

  @Test func wholePowersOfWholesAreExact() {
    for base in 1...40 {
      var product = 1
      for exponent in 0...9 {
        #expect(PortableMath.pow(Double(base), Double(exponent)) == Double(product), "\(base)^\(exponent)")
        product *= base
      }
    }
  }

  @Test func ends() {
    let pow = PortableMath.pow
    #expect(pow(0, 0) == 1 && pow(.nan, 0) == 1 && pow(1, .nan) == 1)
    #expect(pow(.nan, 1).isNaN && pow(2, .nan).isNaN && pow(-8, 1.0 / 3).isNaN)
    #expect(pow(-2, 3) == -8 && pow(-2, 2) == 4 && pow(-2, -1) == -0.5)
    #expect(pow(0, 2) == 0 && pow(0, -1) == .infinity && pow(-0.0, -3) == -.infinity)
    #expect(pow(-0.0, 3).sign == .minus && pow(-0.0, 2).sign == .plus)
    #expect(pow(2, .infinity) == .infinity && pow(0.5, .infinity) == 0 && pow(0.5, -.infinity) == .infinity)
    #expect(pow(.infinity, -1) == 0 && pow(-.infinity, 3) == -.infinity && pow(-1, .infinity) == 1)
    #expect(pow(10, 400) == .infinity && pow(10, -400) == 0)
    #expect(pow(2, 1e300) == .infinity && pow(1 + 0x1p-52, 1e18) > 1e90)
  }
}

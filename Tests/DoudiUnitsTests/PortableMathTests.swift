import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct PortableMathTests {
  @Test func expAgreesWithTheReferenceTable() throws {
    try expectClose("exp", ulps: 1) { x, _ in PortableMath.exp(x) }
  }

  @Test func logAgreesWithTheReferenceTable() throws {
    try expectClose("log", ulps: 1) { x, _ in PortableMath.log(x) }
  }

  @Test func ends() {
    #expect(PortableMath.exp(0) == 1 && PortableMath.exp(-0.0) == 1)
    #expect(PortableMath.exp(710) == .infinity && PortableMath.exp(.infinity) == .infinity)
    #expect(PortableMath.exp(-746) == 0 && PortableMath.exp(-.infinity) == 0)
    #expect(PortableMath.exp(-745) == .leastNonzeroMagnitude)
    #expect(PortableMath.exp(.nan).isNaN && PortableMath.log(.nan).isNaN)
    #expect(PortableMath.log(1) == 0 && PortableMath.log(0) == -.infinity)
    #expect(PortableMath.log(-1).isNaN && PortableMath.log(-.infinity).isNaN)
    #expect(PortableMath.log(.infinity) == .infinity)
  }

  @Test func logUndoesExp() throws {
    try forAll(seed: 71, count: 5_000, generator: { ($0.unit() - 0.5) * 1_400 }) { x in
      (PortableMath.log(PortableMath.exp(x)) - x).magnitude <= 4e-16 * max(1, x.magnitude)
    }
  }

  @Test func expNeverFalls() throws {
    try forAll(seed: 72, count: 5_000, generator: { ($0.unit() - 0.5) * 40 }) { x in
      PortableMath.exp(x) <= PortableMath.exp(x + 1e-12)
    }
  }

  /// All bits of many values in one number, the same in debug and release and on any machine.
  @Test func bitsAreTheSameEverywhere() {
    var (random, digest) = (SplitMix64(seed: 73), UInt64(0))
    for _ in 0..<2_000 {
      let x = (random.unit() - 0.5) * 50
      for value in [
        PortableMath.exp(x), PortableMath.log(x.magnitude), PortableMath.erfc(x / 4),
        PortableMath.pow(x.magnitude, x / 3),
      ] {
        digest = (digest ^ value.bitPattern) &* 0x0000_0100_0000_01b3
      }
    }
    #expect(digest == 1_306_300_319_784_487_362)
  }
}

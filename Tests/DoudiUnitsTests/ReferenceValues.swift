import Testing
import _DoudiTestSupport

/// A double from its 64 bits in hexadecimal.
func double(_ text: String) throws -> Double {
  Double(bitPattern: try #require(UInt64(text, radix: 16), "\(text)"))
}

/// How many doubles lie from one to the other, for two of the same sign.
func distance(_ a: Double, _ b: Double) -> UInt64 {
  a.bitPattern > b.bitPattern ? a.bitPattern - b.bitPattern : b.bitPattern - a.bitPattern
}

/// Compares `function` with the rows of its name in the reference table; the table holds the
/// nearest doubles, so n steps mean an error below n + 1/2 units in the last place.
func expectClose(_ name: String, ulps: UInt64, _ function: (Double, Double) -> Double) throws {
  var count = 0
  for row in try referenceRows("Reference/portable_math.csv") where row[0] == name {
    let (x, y, exact) = (try double(row[1]), try double(row[2]), try double(row[3]))
    let value = function(x, y)
    #expect(distance(value, exact) <= ulps, "\(name)(\(x), \(y)) is \(value), not \(exact)")
    count += 1
  }
  #expect(count > 100)
}

import Testing

@testable import DoudiEnsemble

@Suite struct RadixSortTests {
  @Test(arguments: [0, 1, 5, 511, 512, 5000])
  func sortsAsTheLibraryDoes(count: Int) {
    let hash = KeyedHash(key: 2)
    var sample = (0..<UInt64(count)).map { Double(bitPattern: hash($0)) }.map { $0.isNaN ? 1 : $0 }
    for (place, value) in [0, -0.0, .infinity, -.infinity, 1, 1, .leastNonzeroMagnitude].enumerated()
    where place < count { sample[place] = value }
    let sorted = sample.withUnsafeBufferPointer { RadixSort.sorted($0) }
    #expect(sorted.values == sample.sorted() && sorted.failed == 0)
  }

  @Test func bitsThatAllShare() {
    let sample = (0..<1000).map { 1 + Double(($0 * 617) % 1000) * 0x1p-30 }
    #expect(sample.withUnsafeBufferPointer { RadixSort.sorted($0) }.values == sample.sorted())
    let same = [Double](repeating: 7, count: 600)
    #expect(same.withUnsafeBufferPointer { RadixSort.sorted($0) }.values == same)
  }

  @Test func keysKeepTheOrder() {
    let ordered: [Double] = [-.infinity, -1, -0.0, 0, 1, .infinity]
    let keys = ordered.map { RadixSort.key($0.bitPattern) }
    #expect(zip(keys, keys.dropFirst()).allSatisfy { $0 < $1 })
    #expect(keys.map(RadixSort.bits) == ordered.map(\.bitPattern))
  }
}

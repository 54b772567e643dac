import Testing

@testable import DoudiEnsemble

/// Known answers of the Random123 distribution (kat_vectors), counter and key words in its order.
@Suite struct Philox4x32Tests {
  @Test func knownAnswers() {
    let zero = Philox4x32(seed: 0, stream: 0).words(draw: 0, block: 0)
    #expect(zero == SIMD4(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8))
    let ones = Philox4x32(seed: .max, stream: .max).words(draw: .max, block: .max)
    #expect(ones == SIMD4(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd))
    let pi = Philox4x32(seed: 0x299f_31d0_a409_3822, stream: 0x0370_7344)
      .words(draw: 0x85a3_08d3_243f_6a88, block: 0x1319_8a2e)
    #expect(pi == SIMD4(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1))
  }

  @Test func pairsAreTheWords() {
    let pair = Philox4x32(seed: 0, stream: 0).pair(draw: 0, block: 0)
    #expect(pair.first == 0xe169_c58d_6627_e8d5 && pair.second == 0x9b00_dbd8_bc57_ac4c)
  }

  /// Counters and seeds that differ in one bit give words that share no pattern: about half of 128
  /// bits differ.
  @Test func oneBitChangesHalf() {
    let base = Philox4x32(seed: 7, stream: 3).words(draw: 11, block: 5)
    var total = 0
    for bit in 0..<64 {
      let changed = [
        Philox4x32(seed: 7 ^ 1 << UInt64(bit), stream: 3).words(draw: 11, block: 5),
        Philox4x32(seed: 7, stream: 3).words(draw: 11 ^ 1 << UInt64(bit), block: 5),
        Philox4x32(seed: 7, stream: 3 ^ 1 << UInt32(bit % 32)).words(draw: 11, block: 5),
      ]
      for words in changed {
        let different = base ^ words
        let count = (0..<4).reduce(0) { $0 + different[$1].nonzeroBitCount }
        #expect(count > 30 && count < 98)
        total += count
      }
    }
    // 192 sums of 128 fair bits: standard deviation sqrt(192 x 32) = 78.
    #expect(abs(total - 192 * 64) < 4 * 78)
  }
}

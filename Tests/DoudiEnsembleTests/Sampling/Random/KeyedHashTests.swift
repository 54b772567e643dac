import Testing

@testable import DoudiEnsemble

/// Outputs of SplitMix64 as its authors' C program gives them, seed 1234567 (counter 1 is the first).
@Suite struct KeyedHashTests {
  @Test func knownAnswers() {
    let hash = KeyedHash(key: 1_234_567)
    #expect(hash(1) == 6_457_827_717_110_365_317)
    #expect(hash(2) == 3_203_168_211_198_807_973)
    #expect(hash(3) == 9_817_491_932_198_370_423)
  }
}

import Testing

@testable import DoudiReport

@Suite("Cards of ensembles")
struct EnsembleCardTests {
  @Test func bytesReadBack() throws {
    let card = SmallEnsemble().card
    let read = try #require(EnsembleCard(packed: card.packed))
    #expect(read.packed == card.packed)
    #expect(read.outputs == card.outputs)
    #expect(read.design == card.design)
    #expect(read.nodes.names == card.nodes.names)
    #expect(read.plan == card.plan)
    #expect(read.heading == card.heading)
  }

  @Test func differencesAreNamed() throws {
    let card = SmallEnsemble().card
    #expect(card.difference(card) == nil)
    #expect(card.difference(SmallEnsemble(seed: 0).card)?.en == "seeds differ: 1 and 0")
    #expect(card.difference(SmallEnsemble(draws: 9).card)?.en == "numbers of draws differ: 300 and 9")
  }

  @Test func noShorterTextIsACard() {
    let bytes = SmallEnsemble().card.packed
    for length in bytes.indices { #expect(EnsembleCard(packed: Array(bytes.prefix(length))) == nil) }
    #expect(EnsembleCard(packed: bytes + [0]) == nil)
  }
}

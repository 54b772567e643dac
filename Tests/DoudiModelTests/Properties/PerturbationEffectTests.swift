import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

/// The money each assumption moves, computed only where it matters, is what a whole new run says.
@Suite struct PerturbationEffectTests {
  private func compare(_ run: SmallRun) throws {
    let effects = run.projection.assumptionEffects()
    #expect(effects.count == run.model.assumptions.count)
    for effect in effects {
      let whole = run.model.run(perturbation: Perturbation(assumption: effect.assumption)).total
      #expect(
        effect.moved == whole + -run.projection.total, "\(run.model.assumptions[effect.assumption].name)")
    }
    // Largest first.
    let sizes = effects.map(\.moved.fen.magnitude)
    #expect(sizes == sizes.sorted(by: >))
  }

  @Test func inRandomPlaces() throws {
    for seed in [3, 4, 5] as [UInt64] {
      try compare(RandomPlace(seed: seed, leaves: 2, months: 9, hasThresholds: true).place.run())
    }
    try compare(OverrideEffectTests.place().run())
  }

  @Test func anAssumptionThatMovesNothingSaysZero() throws {
    let run = try Shipped.run("weihai-2027")
    let effects = Dictionary(
      uniqueKeysWithValues: run.projection.assumptionEffects().map {
        (run.model.assumptions[$0.assumption].name, $0.moved)
      })
    // Posts are found within existing ones; prices stay below their trigger when raised by a tenth.
    #expect(effects["W03.cost"] == .zero)
    #expect(effects["indicator.consumer_price_change"] == .zero)
    #expect(effects["W04.posts.at_threshold"] == .zero)
    #expect(effects["N03.ratio"] != .zero)
  }

  @Test func nothingMovesWithoutAPerturbationOfItsOwn() throws {
    let run = try Shipped.run("jilin-2027")
    let none = run.model.run(perturbation: Perturbation(assumption: run.model.assumptions.count))
    #expect(SmallRun(none).snapshot() == run.snapshot())
  }
}

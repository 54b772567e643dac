import DoudiAllocation
import DoudiUnits
import Testing

@Suite struct RowBoundsTests {
  @Test func theTightestBoundStandsAndKeepsItsName() {
    var bounds = RowBounds.none
    bounds.grantAtLeast(q(10))
    bounds.holdHarmless(previous: q(100), share: q(9, 10))
    bounds.raise(to: q(50), because: .stated)
    #expect(bounds.floor == Bound(q(90), because: .holdHarmless))
    bounds.keepInBand(previous: q(100), down: q(1, 20), up: q(1, 5))
    #expect(bounds.floor == Bound(q(95), because: .growthBand))
    bounds.limit(to: q(110), because: .maximumGrant)
    #expect(bounds.cap == Bound(q(110), because: .maximumGrant))
  }

  @Test func whatIsNotRepresentableIsNotLost() {
    var bounds = RowBounds.between(5, 6)
    bounds.raise(to: .notRepresentable, because: .stated)
    #expect(bounds.floor?.value.isRepresentable == false)
  }
}

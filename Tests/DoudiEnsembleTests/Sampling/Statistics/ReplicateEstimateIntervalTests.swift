import Testing

@testable import DoudiEnsemble

@Suite struct ReplicateEstimateIntervalTests {
  @Test func byHand() throws {
    let estimate = try #require(ReplicateEstimate([1.0, 2, 3]))
    // t of two degrees at 0.975 is 4.302653, the error 1 / sqrt(3).
    let interval = try #require(estimate.interval())
    #expect(abs(interval.upperBound - (2 + 4.302653 / 3.0.squareRoot())) < 1e-6)
    #expect(abs(interval.lowerBound - (2 - 4.302653 / 3.0.squareRoot())) < 1e-6)
    #expect(try #require(estimate.interval(0.5)).upperBound < interval.upperBound)
  }

  @Test func notThere() {
    #expect(ReplicateEstimate([1.0])?.interval() == nil)
    #expect(ReplicateEstimate([1.0, 2])?.interval(1) == nil)
    #expect(ReplicateEstimate([1.0, .infinity])?.interval() == nil)
  }
}

import DoudiAllocation
import Testing

@Suite struct ParetoFrontTests {
  @Test func onlyWhatNobodyBeatsStays() throws {
    let candidates = [
      AllocationCandidate(cost: 10, coverage: 0.5, inequality: 0.3),
      AllocationCandidate(cost: 12, coverage: 0.5, inequality: 0.3),
      AllocationCandidate(cost: 12, coverage: 0.6, inequality: 0.3),
      AllocationCandidate(cost: 12, coverage: 0.4, inequality: 0.1),
      AllocationCandidate(cost: 10, coverage: 0.5, inequality: 0.3),
      AllocationCandidate(cost: 13, coverage: 0.6, inequality: 0.1),
      AllocationCandidate(cost: 13, coverage: 0.5, inequality: 0.2),
    ]
    #expect(try ParetoFront.positions(candidates) == [0, 2, 3, 4, 5])
    #expect(try ParetoFront.positions([]) == [])
    #expect(throws: AllocationFault.notRepresentable(.candidate, rows: [0])) {
      try ParetoFront.positions([AllocationCandidate(cost: .nan, coverage: 0, inequality: 0)])
    }
  }
}

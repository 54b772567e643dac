import DoudiMatrix
import Testing

@testable import DoudiEnsemble

@Suite struct RegionalSpreadTests {
  /// p regions of equal variance and correlation c: shares (1 + (p - 1) c) / p and (1 - c) / p.
  @Test(arguments: [2, 5, 31]) func equalCorrelations(_ regions: Int) throws {
    var matrix = Matrix(rows: regions, columns: regions, repeating: 4 * 0.36)
    for place in 0..<regions { matrix[place, place] = 4 }
    let spread = try RegionalSpread(covariance: matrix)
    let p = Double(regions)
    #expect(abs(try #require(spread.share(component: 0)) - (1 + (p - 1) * 0.36) / p) < 1e-13)
    #expect(abs(try #require(spread.share(component: 1)) - 0.64 / p) < 1e-13)
    for region in 0..<regions {
      #expect(abs(spread.loading(component: 0, region: region) - 1 / p.squareRoot()) < 1e-12)
    }
    #expect(abs(try #require(spread.correlation(0, 1)) - 0.36) < 1e-15 && spread.correlation(1, 1) == 1)
    #expect(abs(try #require(spread.meanCorrelation) - 0.36) < 1e-14)
    // The trace is the sum of the variances: shares add up.
    let sum = (0..<regions).reduce(0.0) { $0 + (spread.share(component: $1) ?? .nan) }
    #expect(abs(sum - 1) < 1e-13)
  }

  /// The largest element is positive, whatever sign the library finds.
  @Test func signs() throws {
    let spread = try RegionalSpread(covariance: Matrix(byRows: [[9, -6], [-6, 4]]))
    #expect(abs(try #require(spread.share(component: 0)) - 1) < 1e-14)
    let loadings = [0, 1].map { spread.loading(component: 0, region: $0) }
    #expect(
      abs(loadings[0] - 3 / 13.0.squareRoot()) < 1e-14 && abs(loadings[1] + 2 / 13.0.squareRoot()) < 1e-14)
    #expect(spread.correlation(0, 1) == -1)
  }

  /// A region that does not vary has no correlation; where none does, there is no share.
  @Test func withoutSpread() throws {
    let spread = try RegionalSpread(covariance: Matrix(byRows: [[2, 0, 0], [0, 0, 0], [0, 0, 2]]))
    #expect(spread.correlation(0, 1) == nil && spread.correlation(1, 1) == nil)
    #expect(spread.meanCorrelation == 0)
    #expect(try RegionalSpread(covariance: Matrix(rows: 2, columns: 2)).share(component: 0) == nil)
  }
}

import DoudiAnalysis
import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

/// The causes of a change add up to it, to the fen, in any place.
@Suite struct ChangePartsAddUpTests {
  private struct Place: CustomStringConvertible {
    var seed: UInt64
    var leaves: Int
    var description: String { "seed \(seed), \(leaves) leaves" }
    var random: RandomPlace { RandomPlace(seed: seed, leaves: leaves, months: 24, hasThresholds: true) }
  }

  @Test func theyAddUpInRandomPlaces() throws {
    try forAll(
      seed: 41, count: 30,
      generator: { Place(seed: $0.next() % 1_000_000, leaves: $0.int(in: 1...4)) },
      shrink: { $0.leaves > 1 ? [Place(seed: $0.seed, leaves: 1)] : [] },
      holds: { place in
        let projection = try place.random.place.run().projection
        let changes = YearOnYear(projection)
        let first = changes.years[0]
        return projection.model.programmes.indices.allSatisfy { programme in
          projection.model.space.leaves.indices.allSatisfy { leaf in
            func fen(_ year: Int) -> Int64 {
              projection.lines.filter {
                projection.programme(of: $0) == programme && $0.paid.year == first + year
                  && projection.model.space.cells[Int($0.cell)].leaf == leaf
              }.reduce(0) { $0 + $1.fen }
            }
            return changes.years.indices.allSatisfy { year in
              let before =
                year == 0 ? changes.yearBefore(programme: programme, leaf: leaf) : fen(year - 1)
              return changes.parts(programme: programme, leaf: leaf, year: year).total == fen(year) - before
            }
          }
        }
      })
  }
}

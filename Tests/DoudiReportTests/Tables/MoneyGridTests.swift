import DoudiReport
import Testing
import _DoudiTestSupport

@Suite("Printed money")
struct MoneyGridTests {
  @Test func anHonestRoundingIsKept() {
    let grid = MoneyGrid(fen: [[12_340_000], [5_670_000]], quantum: 10_000)
    #expect(grid.cells == [[1234], [567]])
    #expect(grid.total == 1801)
  }

  /// Three thirds: each rounds to 33, the whole to 100.
  @Test func thirdsAddUp() {
    let grid = MoneyGrid(fen: [[333_333], [333_333], [333_334]], quantum: 10_000)
    #expect(grid.columnTotals == [100])
    #expect(grid.cells.map { $0[0] } == [33, 33, 34])
  }

  @Test func negativeAmountsAreCutTowardsMinusInfinityFirst() {
    #expect(MoneyGrid.rounded(-15_000, 10_000) == -1)
    #expect(MoneyGrid.rounded(-15_001, 10_000) == -2)
    #expect(MoneyGrid.fit([-15_000, 25_000], quantum: 10_000, total: 1).reduce(0, +) == 1)
  }

  @Test func whatIsPrintedElsewhereStays() {
    // 0.33 + 0.33 + 0.34 of a unit each: the first is printed as 1 already.
    #expect(MoneyGrid.fit([3_333, 3_333, 3_334], anchors: [1, nil, nil], quantum: 10_000) == [1, 0, 0])
    #expect(MoneyGrid.fit([3_333, 3_333, 3_334], anchors: [0, nil, nil], quantum: 10_000) == [0, 0, 1])
    // No cell is pushed beyond the units around it for the sake of the sum.
    #expect(MoneyGrid.fit([20_000, 30_000], anchors: [3, nil], quantum: 10_000) == [3, 3])
    #expect(MoneyGrid.fit([20_000, -5_000], anchors: [], quantum: 10_000) == [2, 0])
  }

  @Test func noRowsNoCells() {
    let grid = MoneyGrid(fen: [], quantum: 100)
    #expect(grid.cells.isEmpty && grid.total == 0 && grid.columnTotals.isEmpty)
  }

  @Test func printedRowsAndColumnsAddUp() throws {
    try forAll(
      seed: 11,
      generator: { random -> [[Int64]] in
        let width = random.int(in: 1...4)
        let height = random.int(in: 1...20)
        return (0..<height).map { _ in (0..<width).map { _ in Int64(random.int(in: -9_000_000...90_000_000)) }
        }
      },
      holds: { fen in
        let quantum: Int64 = 10_000
        let grid = MoneyGrid(fen: fen, quantum: quantum)
        let columns = grid.columnTotals.indices.allSatisfy { column in
          grid.cells.reduce(0) { $0 + $1[column] } == grid.columnTotals[column]
        }
        let rows = fen.indices.reduce(0) { $0 + grid.rowTotal($1) } == grid.total
        let near = fen.indices.allSatisfy { row in
          fen[row].indices.allSatisfy { abs(grid.cells[row][$0] * quantum - fen[row][$0]) < 2 * quantum }
        }
        return columns && rows && near && grid.columnTotals.reduce(0, +) == grid.total
      })
  }
}

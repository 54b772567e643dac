import Testing

@testable import DoudiModel

@Suite struct YearTableTests {
  @Test func findsEachValueOnceWhateverTheOrder() {
    let table = YearTable<Int>(cells: 3)
    var reads = 0
    for _ in 1...2 {
      for year in [2027, 2030, 2021, 2029, 2100, 2021] {
        for cell in 0..<3 {
          let value = table.figure(cell, year) {
            reads += 1
            return year * 10 + cell
          }
          #expect(value == year * 10 + cell)
        }
      }
    }
    #expect(reads == 5 * 3)
  }

  @Test func aCopyReadsOnByItself() {
    let table = YearTable<Int>(cells: 1)
    _ = table.figure(0, 2027) { 1 }
    let copy = table.copy()
    #expect(copy.figure(0, 2027) { 2 } == 1)
    #expect(copy.figure(0, 2026) { 3 } == 3)
    #expect(table.figure(0, 2026) { 4 } == 4)
  }

  @Test func aWildYearIsNotKept() {
    let table = YearTable<Int>(cells: 1)
    _ = table.figure(0, 2027) { 1 }
    #expect(table.figure(0, -900_000) { 2 } == 2)
    #expect(table.figure(0, -900_000) { 3 } == 3)
    #expect(table.figure(0, 2027) { 4 } == 1)
  }
}

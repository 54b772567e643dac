import DoudiEnsemble
import Testing

@Suite("Shares of draws")
struct ShareOfDrawsTests {
  private func columns(_ source: any DrawSource) -> [[UInt64]] {
    let block = UnsafeMutableBufferPointer<Double>.allocate(capacity: source.columns * source.count)
    defer { block.deallocate() }
    source.fill(draws: 0..<source.count, into: block)
    return (0..<source.columns).map { column in
      (0..<source.count).map { block[column * source.count + $0].bitPattern }
    }
  }

  @Test func sharesHaveTheBitsOfTheWhole() throws {
    let source = CountedDraws(columns: 2, count: 101)
    let whole = columns(source)
    for index in 0..<4 {
      let share = ShareOfDraws(source, shard: try #require(Shard(index: index, count: 4)))
      let wanted = stride(from: index, to: 101, by: 4)
      #expect(share.count == Array(wanted).count)
      #expect(columns(share) == whole.map { column in wanted.map { column[$0] } })
      #expect(share.name(of: 3) == "\(index + 12)")
    }
  }

  @Test func oneDrawAlone() throws {
    let source = CountedDraws(columns: 2, count: 9)
    let one = try #require(ShareOfDraws(source, only: 8))
    #expect(one.count == 1)
    #expect(columns(one) == columns(source).map { [$0[8]] })
    #expect(one.name(of: 0) == "8")
    #expect(ShareOfDraws(source, only: 9) == nil)
    #expect(ShareOfDraws(source, only: -1) == nil)
  }

  @Test func namesLeadBack() {
    let source = CountedDraws(columns: 1, count: 5)
    #expect(source.number(named: "4") == 4)
    #expect(source.number(named: "5") == nil)
    #expect(source.number(named: "x") == nil)
  }
}

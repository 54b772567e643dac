import DoudiEnsemble
import Testing

@Suite("Shards")
struct ShardTests {
  @Test func textsAreIndexAndCount() {
    #expect(Shard("0/1") == Shard(index: 0, count: 1))
    #expect(Shard("7/12") == Shard(index: 7, count: 12))
    for text in ["", "1", "1/1", "-1/2", "2/2", "a/b", "1/2/3", "0/0", "1/", "0/9999999"] {
      #expect(Shard(text) == nil, "\(text)")
    }
  }

  @Test(arguments: [1, 2, 3, 7, 20], [1, 2, 10, 19, 20, 21])
  func everyDrawIsInOneShard(count: Int, total: Int) throws {
    var found: [Int] = []
    for index in 0..<count {
      let shard = try #require(Shard(index: index, count: count))
      let own = (0..<shard.draws(of: total)).map(shard.draw(at:))
      #expect(own.allSatisfy { $0 % count == index })
      found += own
      for low in 0...total {
        for high in low...total {
          let inside = shard.positions(in: low..<high).map(shard.draw(at:))
          #expect(inside == own.filter { (low..<high).contains($0) })
        }
      }
    }
    #expect(found.sorted() == Array(0..<total))
  }
}

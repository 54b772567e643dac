import DoudiInputs
import Testing
import _DoudiTestSupport

@testable import DoudiModel
@testable import DoudiReport

@Suite("Money split among causes")
struct MoneySplitTests {
  private let aid = ["aid", "2027"]
  private let extra = ["extra", "2027"]

  private func fen(_ yuan: Int) -> Int64 { Int64(yuan * 100) }

  private func sum(_ split: MoneySplit, _ cause: Cause, _ key: [String]) -> Int64 {
    split.parts.filter { $0.cause == cause }.reduce(0) { $0 + ($1.money.spending[key] ?? 0) }
  }

  /// 1000 x 500 x 12 = 6,000,000. Persons first: 200 x 500 x 12 = 1,200,000; then the standard: 1200 x 50 x 12 = 720,000;
  /// the supplement: 1200 x 10 x 12 = 144,000, between the two by order of causes.
  @Test func aWorkedExampleComesOutByHand() throws {
    let split = try #require(
      try SplitPlace().difference(to: SplitPlace(persons: 1200, standard: 550, isExtraOn: true)).split)
    #expect(split.before.spending[aid] == fen(6_000_000))
    #expect(split.after.spending[aid] == fen(1200 * 550 * 12))
    #expect(split.parts.map(\.cause) == [.data, .rule, .assumption])
    #expect(sum(split, .data, aid) == fen(1_200_000))
    #expect(sum(split, .rule, extra) == fen(144_000))
    #expect(sum(split, .rule, aid) == 0)
    #expect(sum(split, .assumption, aid) == fen(720_000))
  }

  /// From the older run on the order is the same, and so are the parts.
  @Test func eitherRunCanBeRunAgain() throws {
    let (old, new) = (
      SplitPlace(isExtraOn: true), SplitPlace(persons: 900, standard: 550, sent: [2_000_000, -300_000])
    )
    let splits = try [RunDifference.Side.before, .after].map {
      try #require(try old.difference(to: new, running: $0).split)
    }
    for (one, other) in zip(splits[0].parts, splits[1].parts) {
      #expect(one.causes == other.causes)
      #expect(one.money.spending == other.money.spending)
      #expect(one.money.funding == other.money.funding)
    }
    #expect(splits.map(\.parts.count) == [4, 4])
  }

  /// A cut moves no spending: the centre pays 300,000 less and the county as much more.
  @Test func aCutMovesWhoPays() throws {
    let found = try SplitPlace().difference(to: SplitPlace(sent: [2_000_000, -300_000]))
    let split = try #require(found.split)
    #expect(found.money.isEmpty)
    #expect(found.funding.map(\.tier) == ["central", "county"])
    #expect(found.funding.map { $0.after - $0.before } == [fen(-300_000), fen(300_000)])
    #expect(split.parts.count == 1 && split.parts[0].cause == .data)
    #expect(split.parts[0].money.spending.isEmpty)
    #expect(split.parts[0].money.funding[["fund", "central", "2027"]] == fen(-300_000))
    #expect(found.funding.allSatisfy { found.why($0).id == "data" })
    // Standards and people are not moved by it.
    let both = try SplitPlace().difference(to: SplitPlace(standard: 550, sent: [1_700_000]))
    #expect(both.causes == [.data, .assumption] && both.figureCauses == [.assumption])
  }

  /// Every set of five changes, by either run: to the fen, and nothing is left over.
  @Test func partsAddUpWhateverChanges() throws {
    for bits in 1..<32 {
      func has(_ bit: Int) -> Bool { bits & (1 << bit) != 0 }
      let new = SplitPlace(
        persons: has(0) ? 1201 : 1000, standard: has(1) ? 551 : nil, isExtraOn: has(2),
        sent: has(3) ? [2_000_000, -300_001] : [2_000_000])
      let sets = has(4) ? ["horizon.last=2028-06"] : []
      for side in [RunDifference.Side.before, .after] {
        let split = try #require(try SplitPlace().difference(to: new, sets, running: side).split)
        #expect(split.parts.count == bits.nonzeroBitCount, "\(bits)")
        #expect(split.parts.allSatisfy { $0.inputs.count == 1 }, "\(bits)")
        var (spending, funding) = (split.before.spending, split.before.funding)
        for part in split.parts {
          spending.merge(part.money.spending) { $0 + $1 }
          funding.merge(part.money.funding) { $0 + $1 }
        }
        #expect(spending.filter { $0.value != 0 } == split.after.spending.filter { $0.value != 0 }, "\(bits)")
        #expect(funding.filter { $0.value != 0 } == split.after.funding.filter { $0.value != 0 }, "\(bits)")
      }
    }
  }

  /// The later run cannot be told the standard: what is left over is the assumption's, for nothing else is left.
  @Test func whatCannotBeToldIsLeftOver() throws {
    let (before, after) = (try SplitPlace(standard: 480).run(), try SplitPlace(persons: 1100).run())
    var found = RunDifference(before.side, after.side)
    found.split(running: .after) { inputs in
      inputs.inputs.contains { $0.kind == .parameter } ? nil : after.again(inputs)
    }
    let split = try #require(found.split)
    #expect(split.parts.map(\.cause) == [.assumption, .data])
    #expect(split.parts[0].inputs.isEmpty)
    #expect(split.parts[0].money.spending[aid] == fen(20 * 1000 * 12))
    #expect(split.parts[1].money.spending[aid] == fen(100 * 500 * 12))
  }

  /// Where two causes cannot be told apart they stand together, in no column of one cause.
  @Test func whatIsLeftOfTwoCausesIsNamedByBoth() throws {
    let (before, after) = (try SplitPlace(standard: 480).run(), try SplitPlace(persons: 1100).run())
    var found = RunDifference(before.side, after.side)
    found.split(running: .after) { _ in nil }
    let split = try #require(found.split)
    #expect(split.parts.map(\.causes) == [[.data, .assumption]])
    let table = try #require(SplitTables(split: split, names: found.names, prefix: "changes").files.first)
    let text = try #require(RecordTable(table))
    #expect(text.text(0, "unsplit_fen") == "\(fen(1100 * 500 * 12 - 1000 * 480 * 12))")
    #expect(text.text(0, "may_hold") == "data+assumption")
  }

  /// More than eight batches are told at once.
  @Test func manyInputsOfACauseAreOneStep() throws {
    let found = try SplitPlace().difference(
      to: SplitPlace(persons: 1200, sent: Array(repeating: 1000, count: 12)))
    let split = try #require(found.split)
    #expect(split.parts.count == 1)
    #expect(split.parts[0].inputs.count > MoneySplit.mostSingle)
    #expect(split.parts[0].cause == .data)
  }
}

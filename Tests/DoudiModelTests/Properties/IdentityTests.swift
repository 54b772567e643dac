import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

/// What adds up to the last bit and the last fen, in any place.
@Suite struct IdentityTests {
  private static func places(_ seed: UInt64, _ count: Int, holds: (SmallRun) throws -> Bool) throws {
    try forAll(
      seed: seed, count: count, generator: { RandomPlace.draw(&$0) }, shrink: { $0.smaller },
      holds: { try holds($0.place.run()) })
  }

  /// stock' == (stock - exits) + entries, in doubles.
  static func stocksAddUp(_ run: SmallRun) -> Bool {
    run.world.groups.allSatisfy { history in
      (1..<history.persons.count).allSatisfy { step in
        guard !history.exits[step].isEmpty else { return true }
        return run.model.space.people.allSatisfy { cell in
          let kept = history.persons[step - 1][cell] - history.exits[step][cell]
          return history.persons[step][cell] == kept + history.entries[step][cell]
        }
      }
    }
  }

  /// Tiers of each line, and totals by programme, fund, region, tier, year and status.
  static func moneyAddsUp(_ run: SmallRun) -> Bool {
    let projection = run.projection
    let lineByLine = projection.lines.indices.allSatisfy { index in
      Tier.allCases.reduce(Int64(0)) { $0 + projection.share(ofLine: index, tier: $1).fen }
        == projection.lines[index].fen
    }
    let books = projection.closedBooks
    let leaves = Array(run.model.space.leaves.indices)
    func sum<Part>(_ parts: [Part], _ money: (Part, Int) -> Money) -> Money {
      books.years.reduce(.zero) { total, year in parts.reduce(total) { $0 + money($1, year) } }
    }
    let programmes = sum(Array(run.model.programmes.indices)) { one, year in
      books.spent(leaves: leaves, year: year, programme: { $0 == one })
    }
    let funds = sum(Array(run.model.funds.indices)) { one, year in
      books.spent(leaves: leaves, year: year, programme: { run.model.fundOfProgramme[$0] == one })
    }
    let regions = sum(leaves) { one, year in books.spent(leaves: [one], year: year, programme: { _ in true })
    }
    let tiers = sum(Tier.allCases) { one, year in
      books.spent(leaves: leaves, year: year, programme: { _ in true }, tier: { $0 == one })
    }
    let status = projection.moneyByStatus.values.reduce(Money.zero, +)
    return lineByLine && [programmes, funds, regions, tiers, status].allSatisfy { $0 == projection.total }
  }

  /// Every parent is the sum of its leaves, in each year and programme.
  static func parentsAddUp(_ run: SmallRun) -> Bool {
    let books = run.projection.closedBooks
    return books.nodes.allSatisfy { node in
      run.model.programmes.indices.allSatisfy { programme in
        books.years.allSatisfy { year in
          let whole = books.spent(leaves: node.leaves, year: year, programme: { $0 == programme })
          let parts = node.leaves.map {
            books.spent(leaves: [$0], year: year, programme: { $0 == programme })
          }
          return whole == parts.reduce(.zero, +)
        }
      }
    }
  }

  @Test func stocksAddUpInRandomPlaces() throws { try Self.places(11, 40, holds: Self.stocksAddUp) }
  @Test func moneyAddsUpInRandomPlaces() throws { try Self.places(12, 40, holds: Self.moneyAddsUp) }
  @Test func parentsAddUpInRandomPlaces() throws { try Self.places(13, 20, holds: Self.parentsAddUp) }
  @Test func explanationsAgreeInRandomPlaces() throws {
    try Self.places(14, 12) { run in
      guard run.traceFaults.isEmpty else { throw Disagreement(text: run.traceFaults.joined(separator: "\n")) }
      return run.faults.isEmpty
    }
  }

  @Test(arguments: Shipped.names) func allOfItInWhatShips(_ name: String) throws {
    let run = try Shipped.run(name)
    #expect(run.faults == [])
    #expect(Self.stocksAddUp(run))
    #expect(Self.moneyAddsUp(run))
    #expect(Self.parentsAddUp(run))
  }

  @Test(arguments: Shipped.names) func explanationsAgreeInWhatShips(_ name: String) throws {
    #expect(try Shipped.run(name).traceFaults.joined(separator: "\n") == "")
  }
}

/// A property's reason for being false.
struct Disagreement: Error, CustomStringConvertible {
  let text: String
  var description: String { text }
}

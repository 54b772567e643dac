import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

/// Cutting a region in two, with inputs that add up.
///
/// Exempt, because what they pay depends on how people are cut: `reserve` (a balance that ends at nothing,
/// whole fen drawn, a floor of its own), `advance` and `emergency_grant` (an amount for each leaf), and
/// payment in parts (`instalments`, where each part is rounded again).
@Suite struct SplitTests {
  struct Case: CustomStringConvertible {
    var place: RandomPlace
    /// Per mille of the first leaf's people who go to the new one.
    var share: Int
    var description: String { "\(place), \(share) per mille" }
  }

  /// The place with its first leaf cut in two; counts are divided in whole persons.
  static func split(_ one: Case) -> SmallPlace {
    var place = one.place.place
    let old = RandomPlace.code(0)
    place.regions += "\n990009,990000,新,New,county,urban rural,own"
    place.observations = place.observations.split(separator: "\n").flatMap { line -> [String] in
      var fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard fields[0] == old, let whole = Int(fields[4]) else { return [String(line)] }
      let part = whole * one.share / 1000
      fields[4] = "\(whole - part)"
      let rest = fields.joined(separator: ",")
      (fields[0], fields[4]) = ("990009", "\(part)")
      return [rest, fields.joined(separator: ",")]
    }.joined(separator: "\n")
    return place
  }

  @Test func standardsStayPeopleAndMoneyAddUp() throws {
    try forAll(
      seed: 31, count: 12,
      generator: { Case(place: RandomPlace.draw(&$0, hasThresholds: false), share: $0.int(in: 1...999)) },
      shrink: { one in
        one.place.smaller.map { Case(place: $0, share: one.share) }
          + (one.share == 500 ? [] : [Case(place: one.place, share: 500)])
      }
    ) { one in
      let (whole, parts) = (try one.place.place.run(), try Self.split(one).run())
      try Self.compareStandards(whole, parts)
      try Self.comparePeople(whole, parts)
      try Self.compareMoney(whole, parts)
      return whole.faults == [] && parts.faults == []
    }
  }

  private static let old = RandomPlace.code(0)

  private static func compareStandards(_ whole: SmallRun, _ parts: SmallRun) throws {
    for rule in whole.model.amounts {
      for area in [Area.urban, .rural] {
        for month in whole.model.scenario.horizon.months.map(\.description) {
          let before = whole.figure(rule.gives, area, month, region: old)
          for region in [old, "990009"] where parts.figure(rule.gives, area, month, region: region) != before
          {
            throw Disagreement(text: "\(rule.gives) \(area) \(month) in \(region)")
          }
        }
      }
    }
  }

  private static func comparePeople(_ whole: SmallRun, _ parts: SmallRun) throws {
    for group in whole.model.groups {
      for area in [Area.urban, .rural] {
        for month in whole.model.scenario.horizon.months.map(\.description) {
          let before = whole.persons(group.id, area, month, region: old) ?? .nan
          let after = [old, "990009"].reduce(0) {
            $0 + (parts.persons(group.id, area, month, region: $1) ?? .nan)
          }
          guard abs(after - before) <= 1e-12 * abs(before) else {
            throw Disagreement(text: "\(group.id) \(area) \(month): \(before), then \(after)")
          }
        }
      }
    }
  }

  /// What makes a line of a region: who gets it for what.
  private struct Key: Hashable {
    let rule: Int32
    let type: LineType
    let paid: Month
    let entitled: Month
    let area: Area
  }

  private static func money(_ run: SmallRun, _ regions: Set<String>) -> [Key: Int64] {
    run.projection.lines.reduce(into: [:]) { sums, line in
      let cell = run.model.space.cells[Int(line.cell)]
      guard regions.contains(cell.region.text) else { return }
      sums[
        Key(rule: line.rule, type: line.type, paid: line.paid, entitled: line.entitled, area: cell.area),
        default: 0] +=
        line.fen
    }
  }

  private static func compareMoney(_ whole: SmallRun, _ parts: SmallRun) throws {
    let (before, after) = (money(whole, [old]), money(parts, [old, "990009"]))
    for key in Set(before.keys).union(after.keys) {
      // Back pay is a difference of two rounded payments: twice as far.
      let bound = key.type == .backPay ? 3 : 1.5
      let off = Double((before[key] ?? 0) - (after[key] ?? 0)).magnitude
      // A person more or less in the 1e-12th part weighs nothing against half a fen, so the bound is sharp.
      guard off <= bound else { throw Disagreement(text: "\(key): off by \(off) fen") }
    }
  }

  /// The exempt forms are exactly those that a place with thresholds has besides.
  @Test func exemptFormsAreNamed() throws {
    func forms(_ hasThresholds: Bool) throws -> Set<String> {
      let place = RandomPlace(seed: 1, leaves: 1, months: 1, hasThresholds: hasThresholds).place
      return Set(try place.load().payments.map(\.header.form))
    }
    #expect(try forms(true).subtracting(try forms(false)) == ["reserve", "advance", "emergency_grant"])
  }
}

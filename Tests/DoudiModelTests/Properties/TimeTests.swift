import DoudiInputs
import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

/// A change dated 2029 changes nothing before.
@Suite struct TimeTests {
  /// Names whose values must add up to 100 % with others, or are yes/no, years or months.
  private static func isLeftAlone(_ name: String) -> Bool {
    name.hasPrefix("funding.") || name.contains(".shares.") || name.contains(".area_shares.")
      || name.hasSuffix(".at_threshold") || name.hasSuffix(".by") || name.hasSuffix(".instalments")
  }

  /// The same tree with every number a tenth lower from January 2029 on.
  static func lowered(_ node: YAMLNode) -> String {
    if let text = node.scalarText, let quantity = Quantity.parse(text: text) {
      let less = quantity.value == .zero ? Rational(1) : quantity.value * Rational(9, over: 10)
      return
        "{1990-01: \"\(text)\", 2029-01: \"\(less.shortText()) \(quantity.unit.isOne ? "" : quantity.unit.text)\"}"
    }
    let parts = (node.mapping?.entries ?? []).map { entry -> String in
      let isValue =
        ["value", "urban", "rural", "all", "regions"].contains(entry.key) || RegionCode(entry.key) != nil
      return "\"\(entry.key)\": \(isValue ? lowered(entry.node) : YAMLFlow.text(entry.node))"
    }
    return "{" + parts.joined(separator: ", ") + "}"
  }

  /// A scenario in which each assumption that may be moved changes in 2029.
  static func changed(_ text: String) -> String {
    guard let top = YAMLFlow.read(text)?.mapping else { return text }
    let entries = top.entries.map { entry -> String in
      guard entry.key == "assumptions" else { return "\"\(entry.key)\": \(YAMLFlow.text(entry.node))" }
      let values = (entry.node.mapping?.entries ?? []).map { one -> String in
        let isDated =
          one.node.mapping?["value"]?.mapping.map { $0.keys.contains { Month($0) != nil } } ?? false
        let keep = isLeftAlone(one.key) || isDated
        return "\"\(one.key)\": \(keep ? YAMLFlow.text(one.node) : lowered(one.node))"
      }
      return "\"assumptions\": {\(values.joined(separator: ", "))}"
    }
    return "{" + entries.joined(separator: ", ") + "}\n"
  }

  @Test(arguments: Shipped.names) func assumptionsOf2029ChangeNothingBefore(_ name: String) throws {
    let base = try Shipped.run(name)
    let folder = try Shipped.copy { path, text in
      path == "\(name)/scenario.yaml" ? Self.changed(text) : text
    }
    let later = try Shipped.run(name, in: folder)
    let start = Month(year: 2029, month: 1)
    let (before, after) = (base.snapshot(before: start), later.snapshot(before: start))
    #expect(before.count > 5000)
    #expect(Set(before).symmetricDifference(after).sorted().prefix(5) == [])
    // And the change is a change: standards, people and money of 2029 move.
    let moved = Set(base.snapshot()).subtracting(later.snapshot())
    for kind in ["amount", "group", "line", "verdict"] {
      #expect(moved.contains { $0.hasPrefix(kind) }, "\(kind)")
    }
    #expect(base.projection.total != later.projection.total)
  }

  @Test func aDatedParameterOfABookChangesNothingBefore() throws {
    try forAll(seed: 41, count: 15, generator: { RandomPlace.draw(&$0) }, shrink: { $0.smaller }) { one in
      var place = one.place
      let base = try place.run()
      place.rules = place.rules.replacing("minimum: 20 %", with: "minimum: {1990-01: 20 %, 2027-09: 95 %}")
        .replacing("exit: 0.8 %/month", with: "exit: {1990-01: 0.8 %/month, 2027-09: 5 %/month}")
        .replacing(
          "of: standard\n  times: ",
          with:
            "of: standard\n  guideline: {1990-01: 0 CNY/person/month, 2027-09: 4000 CNY/person/month}\n  times: "
        )
      let later = try place.run()
      let start = Month(year: 2027, month: 9)
      guard base.snapshot(before: start) == later.snapshot(before: start) else { return false }
      return one.months <= 6 || base.snapshot() != later.snapshot()
    }
  }
}

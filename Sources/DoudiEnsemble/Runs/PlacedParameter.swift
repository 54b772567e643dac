public import DoudiInputs
public import DoudiModel
import DoudiUnits

/// A parameter named as after `--set`: "NAME", "NAME@area", "NAME@region" or "NAME@region/area".
public struct PlacedParameter {
  /// The parameter; values stand in the place of its own.
  public let input: UncertainInput
  /// Its declared unit.
  public let unit: Measure

  /// nil after reporting at `span` what is wrong (DD1711): the writing, the name, the region.
  public init?(_ text: String, space: DrawSpace, at span: SourceSpan, into bag: DiagnosticBag) {
    func fault(_ zh: String, _ en: String, hint: Bilingual? = nil) {
      bag.error(.designColumn, at: span, Bilingual(zh: zh, en: en), hint: hint)
    }
    let halves = text.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
    guard halves.count <= 2, !halves[0].isEmpty else {
      fault(
        "看不懂“\(text)”", "cannot read \"\(text)\"",
        hint: Bilingual(zh: "写NAME、NAME@区划或NAME@urban", en: "write NAME, NAME@region or NAME@urban"))
      return nil
    }
    guard let unit = space.units[halves[0]] else {
      let near = nearestName(to: halves[0], among: space.units.keys.sorted())
      fault(
        "没有参数“\(halves[0])”", "there is no parameter \"\(halves[0])\"",
        hint: near.map { Bilingual(zh: "是否想写“\($0)”？", en: "did you mean \"\($0)\"?") })
      return nil
    }
    var (regions, areas): (Set<String>, Set<Area>) = ([], [])
    let places = halves.count == 2 ? halves[1].split(separator: "/", omittingEmptySubsequences: false) : []
    for (position, place) in places.map(String.init).enumerated() {
      if position == places.count - 1, space.hasAreas, let area = Area(id: place), area != .all {
        areas = [area]
      } else if position == 0, let leaves = space.leaves(of: place) {
        regions = Set(leaves)
      } else {
        fault("没有区划\(place)", "there is no region \(place)")
        return nil
      }
    }
    input = UncertainInput(name: halves[0], regions: regions, areas: areas)
    self.unit = unit
  }
}

import DoudiInputs
import DoudiModel
import DoudiUnits

/// A parameter named as after `--set`: "NAME", "NAME@area", "NAME@region" or "NAME@region/area".
struct PlacedParameter {
  /// The parameter; values stand in the place of its own.
  let input: UncertainInput
  /// Its declared unit.
  let unit: Measure

  /// nil after reporting at `span` what is wrong (DD1711): the writing, the name, the region.
  init?(_ text: String, model: Model, at span: SourceSpan, into bag: DiagnosticBag) {
    func fault(_ zh: String, _ en: String, hint: Bilingual? = nil) {
      bag.error(.designColumn, at: span, Bilingual(zh: zh, en: en), hint: hint)
    }
    guard let override = Override(argument: text + "=0") else {
      fault(
        "看不懂“\(text)”", "cannot read \"\(text)\"",
        hint: Bilingual(zh: "写NAME、NAME@区划或NAME@urban", en: "write NAME, NAME@region or NAME@urban"))
      return nil
    }
    let units = model.parameterUnits
    guard let unit = units[override.key] else {
      let near = nearestName(to: override.key, among: units.keys.sorted())
      fault(
        "没有参数“\(override.key)”", "there is no parameter \"\(override.key)\"",
        hint: near.map { Bilingual(zh: "是否想写“\($0)”？", en: "did you mean \"\($0)\"?") })
      return nil
    }
    guard let regions = Self.leaves(override.region, model) else {
      fault("没有区划\(override.region?.text ?? "")", "there is no region \(override.region?.text ?? "")")
      return nil
    }
    input = UncertainInput(name: override.key, regions: regions, areas: override.area.map { [$0] } ?? [])
    self.unit = unit
  }

  /// The region itself or the leaves below it; none where no region is named; nil for an unknown one.
  private static func leaves(_ region: RegionCode?, _ model: Model) -> Set<RegionCode>? {
    guard let region else { return [] }
    if model.space.leaves.contains(where: { $0.code == region }) { return [region] }
    let below = model.space.tree.leaves(under: region).map(\.code)
    return below.isEmpty ? nil : Set(below)
  }
}

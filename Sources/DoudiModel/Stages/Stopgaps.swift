import DoudiInputs
import DoudiUnits

/// Figures of another area or age than asked for, where the table suggests that rows are lacking.
///
/// Found after the run, from what it has read; the run itself does no work for it.
struct Stopgaps {
  private let indicators: Indicators
  private let leaves: [Region]
  private let year: Int
  /// What was read for areas, and what for whole regions.
  private let areasRead: [Indicators.NameArea]
  private let wholesRead: Set<String>

  init(_ world: World) {
    (indicators, leaves, year) = (world.indicators, world.space.leaves, world.horizon.last.year)
    let read = world.indicators.keysRead.union(world.indicators.taken)
    areasRead = read.filter { $0.area != .all }.sorted { ($0.name, $0.area) < ($1.name, $1.area) }
    wholesRead = Set(read.filter { $0.area == .all }.map(\.name))
  }

  private func seen(_ name: String, _ region: Region, _ area: Area) -> Observation? {
    indicators.observation(name, region: region.code, area: area, year: year)?.0
  }

  /// A figure of the whole region stood in for an area though the indicator has areas elsewhere: one
  /// warning a row that stood in (DD1505).
  var wholesForAreas: [Diagnostic] {
    var found: [SourceSpan: (seen: Observation, regions: Set<RegionCode>, areas: Set<Area>)] = [:]
    for key in areasRead {
      for leaf in leaves where indicators.hasAreas(key.name, for: leaf.code) {
        guard let seen = seen(key.name, leaf, key.area), seen.area == .all else { continue }
        var entry = found[seen.span] ?? (seen, [], [])
        entry.regions.insert(leaf.code)
        entry.areas.insert(key.area)
        found[seen.span] = entry
      }
    }
    return found.values.map { whole($0.seen, $0.regions.sorted(), $0.areas.sorted()) }.sorted()
  }

  private func whole(_ seen: Observation, _ regions: [RegionCode], _ areas: [Area]) -> Diagnostic {
    let parts = NameList.text(regions.map(\.text))
    let (zh, en) = (
      areas.map(\.words.zh).joined(separator: "、"), areas.map(\.words.en).joined(separator: ", ")
    )
    return Diagnostic(
      code: DiagnosticCode.wholeForArea.id, severity: .warning, span: seen.span,
      message: Bilingual(
        zh: "\(seen.indicator)缺\(zh)的数据，\(parts)用了\(seen.region) \(seen.period)的全域数",
        en:
          "\(seen.indicator) is lacking for \(en); \(parts) used the figure of all of \(seen.region), \(seen.period)"
      ),
      hint: Bilingual(
        zh: "补充area为\(zh)的行", en: "add rows with area \(areas.map(\.id).joined(separator: ", "))"))
  }

  /// Where rules read both the whole and its areas, and the whole's figure is the newer one, two
  /// counts of one thing are in use: one warning an indicator (DD1506).
  var twoAges: [Diagnostic] {
    Set(areasRead.map(\.name)).intersection(wholesRead).sorted().compactMap { name in
      let pairs = leaves.compactMap { leaf -> (new: Observation, old: Observation)? in
        let parts = areasRead.filter { $0.name == name }.compactMap { seen(name, leaf, $0.area) }
        guard let whole = seen(name, leaf, .all), whole.region == leaf.code,
          let part = parts.filter({ $0.area != .all && $0.region == leaf.code }).max(by: {
            $0.period < $1.period
          }),
          part.period < whole.period
        else { return nil }
        return (whole, part)
      }
      return pairs.first.map { age($0.new, $0.old, pairs.map(\.new.region.text)) }
    }
  }

  private func age(_ new: Observation, _ old: Observation, _ regions: [String]) -> Diagnostic {
    let places = NameList.text(regions)
    return Diagnostic(
      code: DiagnosticCode.twoAges.id, severity: .warning, span: new.span,
      message: Bilingual(
        zh: "\(new.indicator)的全域数是\(new.period)的，城乡数还是\(old.period)的，两者都在用：\(places)",
        en:
          "\(new.indicator) of all is of \(new.period), that of urban and rural of \(old.period), and both are used: \(places)"
      ), hint: Bilingual(zh: "补充\(new.period)的城乡数", en: "add the urban and rural figures of \(new.period)"))
  }
}

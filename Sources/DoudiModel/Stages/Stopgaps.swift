import DoudiInputs
import DoudiUnits

/// Figures of another area or age than asked for, where the table suggests that rows are lacking.
struct Stopgaps {
  private let indicators: Indicators

  /// What was read for one region: its own area's figure, or the whole region's.
  private struct Asked: Hashable {
    let name: String
    let region: RegionCode
  }

  init(_ indicators: Indicators) { self.indicators = indicators }

  /// A figure of the whole region stood in for an area though the indicator has areas elsewhere: one
  /// warning a row that stood in (DD1505).
  var wholesForAreas: [Diagnostic] {
    var found: [SourceSpan: (seen: Observation, regions: Set<RegionCode>, areas: Set<Area>)] = [:]
    for (key, reading) in indicators.cache {
      guard key.area != .all, let seen = reading?.observation, seen.area == .all,
        indicators.hasAreas(key.name, for: key.region)
      else { continue }
      var entry = found[seen.span] ?? (seen, [], [])
      entry.regions.insert(key.region)
      entry.areas.insert(key.area)
      found[seen.span] = entry
    }
    return found.values.map { whole($0.seen, $0.regions.sorted(), $0.areas.sorted()) }.sorted()
  }

  private func whole(_ seen: Observation, _ regions: [RegionCode], _ areas: [Area]) -> Diagnostic {
    let parts = MissingFigures.list(regions.map(\.text))
    let (zh, en) = (areas.map(\.word.zh).joined(separator: "、"), areas.map(\.word.en).joined(separator: ", "))
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
    var wholes: [Asked: Observation] = [:]
    var parts: [Asked: Observation] = [:]
    let read = indicators.cache.compactMap { key, reading in reading?.observation.map { (key, $0) } }
    for (key, seen) in read + indicators.taken.map({ ($0.key, $0.value) })
    where seen.area == key.area && seen.region == key.region {
      let asked = Asked(name: key.name, region: key.region)
      if key.area == .all {
        wholes[asked] = [wholes[asked], seen].compactMap { $0 }.max { $0.period < $1.period }
      } else {
        parts[asked] = [parts[asked], seen].compactMap { $0 }.max { $0.period < $1.period }
      }
    }
    let newer = wholes.filter { asked, seen in parts[asked].map { $0.period < seen.period } ?? false }
    return Dictionary(grouping: newer, by: \.key.name).compactMap { _, pairs -> Diagnostic? in
      let sorted = pairs.sorted { $0.key.region < $1.key.region }
      guard let first = sorted.first, let old = parts[first.key] else { return nil }
      return age(first.value, old, sorted.map(\.key.region.text))
    }.sorted()
  }

  private func age(_ new: Observation, _ old: Observation, _ regions: [String]) -> Diagnostic {
    let places = MissingFigures.list(regions)
    return Diagnostic(
      code: DiagnosticCode.twoAges.id, severity: .warning, span: new.span,
      message: Bilingual(
        zh: "\(new.indicator)的全域数是\(new.period)的，城乡数还是\(old.period)的，两者都在用：\(places)",
        en:
          "\(new.indicator) of all is of \(new.period), that of urban and rural of \(old.period), and both are used: \(places)"
      ), hint: Bilingual(zh: "补充\(new.period)的城乡数", en: "add the urban and rural figures of \(new.period)"))
  }
}

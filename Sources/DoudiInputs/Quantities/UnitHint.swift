/// Suggestions for units that are not known.
enum UnitHint {
  /// "Did you mean" for a whole unit: each unknown part is replaced by its nearest known name.
  static func hint(for unit: String) -> Bilingual {
    let half = FullWidth.halved(unit)
    if let better = Measure(text: half)?.text ?? nearest(to: half) {
      return Bilingual(zh: "是不是 \(better)？", en: "did you mean \(better)?")
    }
    return Bilingual(
      zh: "可用的单位如 CNY/person/month、10k CNY、persons、%、months",
      en: "units are for example CNY/person/month, 10k CNY, persons, %, months")
  }

  /// The unit with unknown parts replaced; nil where a part is near to nothing.
  static func nearest(to unit: String) -> String? {
    guard unit.utf8.count <= 64 else { return nil }
    var parts: [String] = []
    for part in unit.split(separator: "/") {
      let name = MeasureShape.trimmed(part)
      if let known = MeasurePart.byName[name] {
        parts.append(parts.isEmpty ? known.plural : known.singular)
      } else if let near = nearestName(to: name, among: MeasurePart.suggestions) {
        parts.append(near)
      } else {
        return nil
      }
    }
    return Measure(text: parts.joined(separator: "/"))?.text
  }
}

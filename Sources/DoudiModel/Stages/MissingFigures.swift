public import DoudiInputs
public import DoudiUnits

/// All figures of one name that a run needed and nobody gives: one message, not one a cell and year.
public struct MissingFigures {
  /// What kind of figure it is, which decides what can be done about it.
  public enum Kind: Sendable {
    /// An indicator of years.
    case year
    /// An indicator of months.
    case month
    /// The count a stock starts from.
    case start
    /// A parameter with no value for some cell.
    case term
  }

  /// Name of the indicator or parameter.
  public let name: String
  /// Kind of figure.
  public let kind: Kind
  /// Where it is missing, by region and area.
  public let places: [(region: RegionCode, area: Area)]
  /// When it is missing, ascending; the December of a year stands for the year.
  public let months: [Month]
  /// How many figures are missing.
  public let count: Int

  /// Everything a run misses, by name.
  static func of(_ world: World) -> [MissingFigures] {
    var found: [String: (places: Set<Cell>, months: Set<Month>, count: Int)] = [:]
    for case .noValue(let name, let region, let area, let month) in world.faults
    where !world.indicators.isMisfit(name, region: region) {
      var entry = found[name] ?? ([], [], 0)
      entry.places.insert(Cell(leaf: 0, region: region, area: area))
      entry.months.insert(month)
      entry.count += 1
      found[name] = entry
    }
    return found.sorted { $0.key < $1.key }.map { name, entry in
      MissingFigures(
        name: name, kind: kind(name, world),
        places: entry.places.map { ($0.region, $0.area) }.sorted { $0 < $1 }, months: entry.months.sorted(),
        count: entry.count)
    }
  }

  private static func kind(_ name: String, _ world: World) -> Kind {
    if name.contains(".") { return .term }
    if world.monthlyMissing.contains(name) { return .month }
    return world.startsRead.contains(name) ? .start : .year
  }

  /// Regions, areas and time in words: "990001, 990002 · urban, rural · 2026–2029 · 16 figures".
  public var extent: Bilingual {
    let (areas, time) = (Set(places.map(\.area)).sorted(), self.time)
    let regions = NameList.text(Set(places.map(\.region)).sorted().map(\.text))
    let zh = [regions, areas.map(\.words.zh).joined(separator: "、"), time]
    let en = [regions, areas.map(\.words.en).joined(separator: ", "), time]
    guard count > 1 else {
      return Bilingual(zh: zh.joined(separator: " "), en: en.joined(separator: " "))
    }
    return Bilingual(
      zh: (zh + ["共\(count)个"]).joined(separator: " · "),
      en: (en + ["\(count) figures"]).joined(separator: " · "))
  }

  private var time: String {
    guard let first = months.first, let last = months.last else { return "" }
    let words = kind == .year ? ["\(first.year)", "\(last.year)"] : ["\(first)", "\(last)"]
    return words[0] == words[1] ? words[0] : words.joined(separator: "–")
  }
}

extension MissingFigures {
  /// One diagnostic of the scenario (DD1501).
  public func diagnostic(in model: Model) -> Diagnostic {
    Diagnostic(
      code: DiagnosticCode.noFigure.id, severity: .error, span: model.scenario.span,
      message: Bilingual(zh: "没有\(name)的数据：\(extent.zh)", en: "no figure of \(name): \(extent.en)"),
      hint: hint(in: model))
  }

  private func hint(in model: Model) -> Bilingual {
    switch kind {
    case .term:
      Bilingual(zh: "\(name)须对这些区划和地域给值", en: "give \(name) a value for these regions and areas")
    case .month:
      Bilingual(
        zh: "按月补充观测数据（period写YYYY-MM），或在assumptions下写indicator.\(name)",
        en: "add observations by month (period YYYY-MM), or indicator.\(name) under assumptions")
    case .start:
      Bilingual(
        zh: "补充\(model.scenario.horizon.first)以前的人数；只有上级合计时，规则须写spread_by",
        en:
          "add a count from before \(model.scenario.horizon.first); a parent's total needs \"spread_by\" in the rule"
      )
    case .year: yearHint(in: model)
    }
  }

  private func yearHint(in model: Model) -> Bilingual {
    let isOld = places.contains { place in
      [place.area, .all].contains { !model.table.series(name, region: place.region, area: $0).isEmpty }
    }
    if isOld {
      return Bilingual(
        zh: "补充较新的观测数据，或在assumptions下写growth.\(name)，由旧数推算",
        en: "add a newer observation, or growth.\(name) under assumptions to carry the old one")
    }
    let whole = Bilingual(
      zh: "补充观测数据，或在assumptions下写indicator.\(name)（直接给数）、growth.\(name)（由旧数推算）",
      en: "add observations, or under assumptions indicator.\(name), or growth.\(name) to carry older ones")
    guard let parent = givenForParent(model) else { return whole }
    return Bilingual(
      zh: whole.zh + "；\(parent)的合计不能当作下级的数",
      en: whole.en + "; the total of \(parent) says nothing about its parts")
  }

  /// A parent for which the count is given.
  private func givenForParent(_ model: Model) -> RegionCode? {
    guard let place = places.first else { return nil }
    return model.space.tree.ancestors(of: place.region).map(\.code).first { parent in
      [place.area, .all].contains { area in
        model.table.series(name, region: parent, area: area).last.map { !Indicators.isIntensive($0.unit) }
          ?? false
      }
    }
  }
}

public import DoudiInputs
public import DoudiUnits

extension Tracer {
  /// An indicator: the observation it rests on, and why it stands for the asked place and year.
  public func indicator(
    _ name: String, _ cell: Int, area: Area? = nil, year: Int, unit: Measure
  ) -> TraceNode {
    let place = world.space.cells[cell]
    let asked = area ?? place.area
    let title = Bilingual(zh: "\(name) \(year) \(asked.words.zh)", en: "\(name) \(year) \(asked.id)")
    if let reading = world.indicators.reading(
      name, region: place.region, area: asked, year: year, unit: unit)
    {
      return node(reading, name: name, title: title, area: asked, cell: cell, unit: unit, year: year)
    }
    let figure = world.indicatorNear(name, cell, area: asked, year: year, unit: unit)
    let oldest = world.oldest(name, cell, area: asked, after: year, unit: unit)?.seen
    let parts = oldest.map { [observation($0)] } ?? areas(name, cell, asked, year: year, unit: unit)
    return TraceNode(
      title: title, value: figure.value.shortText(), unit: unit.text, status: figure.status,
      why: oldest.map {
        Bilingual(
          zh: "没有更早的数，取最早的\($0.period)", en: "no earlier figure; the oldest, of \($0.period), stands for it")
      }, children: parts)
  }

  /// The parts of a whole region's count that is the sum over its areas.
  private func areas(_ name: String, _ cell: Int, _ asked: Area, year: Int, unit: Measure) -> [TraceNode] {
    guard asked == .all, world.space.cells[cell].area == .all else { return [] }
    return world.space.people(inLeaf: world.space.cells[cell].leaf).filter { $0 != cell }
      .map { indicator(name, $0, year: year, unit: unit) }
  }

  /// An indicator in the unit in which it was observed.
  public func rawIndicator(_ name: String, _ cell: Int, year: Int) -> TraceNode {
    let place = world.space.cells[cell]
    let seen = world.indicators.reading(name, region: place.region, area: place.area, year: year, unit: nil)
    let unit = seen?.observation?.unit ?? world.indicators.suppliedTerm(name, area: place.area)?.unit ?? .one
    return indicator(name, cell, year: year, unit: unit)
  }

  private func node(
    _ reading: Indicators.Reading, name: String, title: Bilingual, area: Area, cell: Int,
    unit: Measure, year: Int
  ) -> TraceNode {
    guard let seen = reading.observation else {
      let term = world.indicators.suppliedTerm(name, area: area)
      let parts = term.map { [self.term($0, cell, Month(year: year, month: 12))] } ?? []
      return TraceNode(
        title: title, value: reading.figure.value.shortText(), unit: unit.text,
        status: reading.figure.status, children: parts)
    }
    var parts = [observation(seen)]
    let growth = reading.carriedYears > 0 ? world.indicators.growthTerm(name, area: area) : nil
    let rate = growth.map { term($0, cell, Month(year: year, month: 12)) }
    if let rate { parts.append(rate) }
    let formula =
      reading.carriedYears > 0 ? "\(seen.value) x (1 + g)^\(reading.carriedYears), round2" : "\(seen.value)"
    return TraceNode(
      title: title, formula: formula, value: reading.figure.value.shortText(), unit: unit.text,
      status: reading.figure.status, why: CarriedFigure(reading, seen, area, year, rate).why, children: parts)
  }

  /// An observed figure with its source.
  public func observation(_ seen: Observation) -> TraceNode {
    let head = "\(seen.indicator) \(seen.region)"
    return TraceNode(
      title: Bilingual(
        zh: "\(head) \(seen.area.words.zh) \(seen.period)", en: "\(head) \(seen.area.id) \(seen.period)"),
      value: seen.value.shortText(), unit: seen.unit.text,
      status: seen.status, span: seen.span, source: seen.source)
  }

  /// The sum of some figures in one unit; the only one of them where there is no other.
  public func sum(of name: String, _ parts: [TraceNode], unit: Measure) -> TraceNode {
    if parts.count == 1 { return parts[0] }
    let values = parts.map { part in
      Rational(decimal: part.value).flatMap { value in
        Measure(text: part.unit)?.factor(to: unit).map { value * $0 }
      } ?? .zero
    }
    let total = values.reduce(Rational.zero, +)
    return TraceNode(
      title: Bilingual(zh: "\(name) 合计", en: "\(name), sum"),
      formula: values.map { $0.shortText() }.joined(separator: " + "), value: total.shortText(),
      unit: unit.text, status: parts.map(\.status).max() ?? .assumed, children: parts)
  }
}

/// Why a figure of another place, area or year stands where one was asked for.
private struct CarriedFigure {
  private var reasons: [Bilingual] = []

  init(_ reading: Indicators.Reading, _ seen: Observation, _ area: Area, _ year: Int, _ growth: TraceNode?) {
    if let from = reading.readFrom {
      reasons.append(Bilingual(zh: "由上级\(from)的数沿用", en: "carried down from \(from)"))
    }
    if seen.area != area {
      reasons.append(Bilingual(zh: "取不分城乡的数", en: "the figure of all areas stands for this one"))
    }
    let years = reading.carriedYears
    if years > 0 {
      let rate = growth.map { "\($0.value) \($0.unit)" } ?? "g"
      let zh = rate.replacing("/year", with: "/年")
      reasons.append(
        Bilingual(
          zh: "由\(seen.period)推算\(years)年，增长率\(zh)",
          en: "carried forward \(years) year\(years == 1 ? "" : "s") at growth \(rate)"))
    } else if seen.period.year < year {
      reasons.append(
        Bilingual(zh: "沿用\(seen.period)的个数", en: "the count of \(seen.period) stays until a newer one"))
    }
  }

  /// All reasons in one sentence; nil where there is none.
  var why: Bilingual? {
    guard !reasons.isEmpty else { return nil }
    return Bilingual(
      zh: reasons.map(\.zh).joined(separator: "；"), en: reasons.map(\.en).joined(separator: "; "))
  }
}

import DoudiInputs
import DoudiUnits

extension StartingStock {
  /// How a cell's count came about: the observation, the area's share and the key it was spread by.
  ///
  /// `month` is the one whose area shares divided it.
  func trace(_ found: StartingCount, _ cell: Int, at month: Month, _ tracer: Tracer) -> TraceNode {
    let seen = tracer.observation(found.observation)
    guard let spread = found.spread else { return seen }
    var (formula, children) = (plain(count(found.observation)), [seen])
    if let term = spread.area {
      let share = tracer.term(term, cell, month)
      formula += " x \(share.value) \(term.unit.text)"
      children.append(share)
    }
    if spread.node != world.space.cells[cell].region, let key {
      formula += " x \(plain(spread.weight.own)) / \(plain(spread.weight.whole))"
      children += keys(key, spread, cell, found, tracer)
    }
    return TraceNode(
      title: Bilingual(
        zh: "\(indicator) \(found.month)，由\(spread.node)拆分",
        en: "\(indicator) \(found.month), part of \(spread.node)"),
      formula: formula, value: "\(found.persons)", unit: Units.persons.text, status: found.status,
      children: children)
  }

  /// A count without an empty fraction.
  private func plain(_ count: Double) -> String {
    let text = "\(count)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// The cell's figure of the key, and the sum it is a part of.
  private func keys(
    _ key: String, _ spread: StartingCount.Share, _ cell: Int, _ found: StartingCount, _ tracer: Tracer
  ) -> [TraceNode] {
    let place = world.space.cells[cell]
    let year = found.month.year
    let reading = world.indicators.reading(
      key, region: place.region, area: place.area, year: year, unit: Units.persons)
    let oldest = world.indicators.table.series(key, region: place.region, area: place.area).first
    let own =
      reading == nil
      ? oldest.map { tracer.observation($0) }
      : tracer.indicator(key, cell, year: year, unit: Units.persons)
    let status = max(own?.status ?? .assumed, .estimated)
    return [own].compactMap { $0 } + [
      TraceNode(
        title: Bilingual(
          zh: "\(key)，\(spread.node)各地\(place.area.words.zh)合计",
          en: "\(key), sum of \(place.area.id) in \(spread.node)"),
        value: plain(spread.weight.whole), unit: Units.persons.text, status: status)
    ]
  }
}

import DoudiInputs
import DoudiModel
import DoudiUnits

/// Reads a `backtest.yaml` that has `fits`.
struct PanelReader {
  let loader: SourceLoader
  let bag: DiagnosticBag

  static let keys = ["schema", "backtest", "title", "fits", "areas", "series", "damped", "regions"]
  private static let years = Bilingual(zh: "起止年份", en: "years of a fit")

  /// The file of a folder; `given` takes the place of the years written.
  func read(folder: String, given: PanelYears?) -> PanelFile? {
    guard let top = Self.top(folder, loader, bag) else { return nil }
    top.allow(Self.keys)
    let shared = BacktestReader(loader: loader, bag: bag)
    shared.checkSchema(top)
    let (scenario, title) = (top.text("backtest"), top.bilingual("title"))
    let areas = shared.areas(top)
    let years = given.map { [Located($0, top.span("fits"))] } ?? self.years(top, shared)
    let series = self.series(top, shared)
    let damping = self.damping(top)
    let shown = top.texts("regions").map { Located($0.text, $0.span) }
    guard let scenario, let title, let damping, !bag.hasErrors else { return nil }
    return PanelFile(
      scenario: Located(scenario, top.span("backtest")), title: title, years: years, areas: areas,
      series: series, damping: damping, shown: shown)
  }

  /// The mapping of a folder's `backtest.yaml`.
  static func top(_ folder: String, _ loader: SourceLoader, _ bag: DiagnosticBag) -> MappingReader? {
    guard let file = loader.load(folder + "/backtest.yaml", into: bag),
      let node = YAMLReader.read(file, into: bag)
    else { return nil }
    return MappingReader(node, Bilingual(zh: "回测", en: "a back-test"), bag: bag)
  }

  private func years(_ top: MappingReader, _ shared: BacktestReader) -> [Located<PanelYears>] {
    let found = shared.required(top, "fits").compactMap { item -> Located<PanelYears>? in
      guard let inner = MappingReader(item, Self.years, bag: bag) else { return nil }
      inner.allow(["from", "to"])
      guard let from = inner.text("from"), let to = inner.text("to") else { return nil }
      if let from = Int(from), let to = Int(to), let years = PanelYears(from: from, to: to) {
        return Located(years, item.span)
      }
      bag.error(
        .backtestYears, at: item.span,
        Bilingual(zh: "应写先后两个年份，相隔最多50年", en: "write two years in order, at most 50 years apart"))
      return nil
    }
    shared.refuseRepeats(found)
    return found
  }

  /// `damped`: what is left of a change a year later, in the damped trend beside the model.
  private func damping(_ top: MappingReader) -> Double? {
    guard top.text("damped") != nil, let node = top.node("damped"),
      let quantity = Quantity.parse(node, into: bag)
    else { return nil }
    if let share = quantity.ratio, share >= .zero, share <= .one { return share.double }
    bag.error(
      .backtestYears, at: node.span,
      Bilingual(zh: "应为0%至100%的比例", en: "must be a share between 0 % and 100 %"))
    return nil
  }

  private func series(_ top: MappingReader, _ shared: BacktestReader) -> [Located<BacktestSeries>] {
    let found = shared.required(top, "series").compactMap { item -> Located<BacktestSeries>? in
      let text = item.scalarText ?? ""
      if let series = BacktestSeries(name: text), series.kind == .persons {
        return Located(series, item.span)
      }
      bag.error(
        .backtestSeries, at: item.span, Bilingual(zh: "序列“\(text)”不认识", en: "unknown series \"\(text)\""),
        hint: Bilingual(zh: "人群名加_persons", en: "a group's name and _persons"))
      return nil
    }
    shared.refuseRepeats(found)
    return found
  }
}

import DoudiInputs
import DoudiModel
import DoudiUnits

/// Looks whether the model has what a back-test names, and whether reports up to the cutoff
/// give what the naive rules need.
struct BacktestCheck {
  let file: BacktestFile
  let model: Model
  let bag: DiagnosticBag

  func run() {
    checkScenario()
    checkProgrammes()
    checkGroups()
    checkAreas()
    checkComparable()
  }

  private func checkScenario() {
    guard file.scenario.value != model.scenario.id else { return }
    bag.error(
      .backtestScenario, at: file.scenario.span,
      Bilingual(
        zh: "回测写的是“\(file.scenario.value)”，本方案为“\(model.scenario.id)”",
        en: "the back-test is of \"\(file.scenario.value)\", this scenario is \"\(model.scenario.id)\""))
  }

  private func checkProgrammes() {
    let known = model.programmes.map(\.id)
    for one in file.programmes.values.joined() where !known.contains(one.value) {
      bag.error(
        .backtestProgramme, at: one.span,
        Bilingual(zh: "没有项目“\(one.value)”", en: "there is no programme \"\(one.value)\""),
        hint: Self.nearest(one.value, known))
    }
  }

  private func checkGroups() {
    let known = model.groups.map(\.id)
    for one in file.series where !known.contains(one.value.family) {
      bag.error(
        .backtestGroup, at: one.span,
        Bilingual(zh: "没有人群“\(one.value.family)”", en: "there is no group \"\(one.value.family)\""),
        hint: Self.nearest(one.value.family, known))
    }
  }

  private func checkAreas() {
    let known = Set(model.space.people.map { model.space.cells[$0].area })
    for area in file.areas where area.value != .all && !known.contains(area.value) {
      bag.error(
        .backtestArea, at: area.span,
        Bilingual(zh: "方案的区划不分\(area.value.id)", en: "no region of the scenario has area \(area.value.id)"))
    }
  }

  private func checkComparable() {
    let known = Reports(table: model.table, region: model.space.tree.root.code)
    for (family, pair) in file.comparable.sorted(by: { $0.key < $1.key }) {
      guard pair.value.count == 2, pair.value[0] < pair.value[1], pair.value[1] <= file.cutoff.value else {
        bag.error(
          .backtestComparable, at: pair.span,
          Bilingual(
            zh: "应写\(file.cutoff.value)及以前先后两个月",
            en: "write two months in order, not after \(file.cutoff.value)"))
        continue
      }
      for month in pair.value { checkReports(family, month, known, pair.span) }
    }
  }

  private func checkReports(_ family: String, _ month: Month, _ known: Reports, _ span: SourceSpan) {
    for area in file.areas {
      for kind in needed(family) {
        let series = BacktestSeries(family: family, kind: kind)
        guard known.report(series.name, area.value, month) == nil else { continue }
        bag.error(
          .backtestLastReport, at: span,
          Bilingual(
            zh: "\(month)没有\(series.name)（\(area.value.id)）的报告数",
            en: "there is no report of \(series.name) (\(area.value.id)) in \(month)"))
      }
    }
  }

  /// Reports from which a family's trends are made; spending is persons x pay.
  private func needed(_ family: String) -> [BacktestSeries.Kind] {
    let kinds = Set(file.series.map(\.value).filter { $0.family == family }.map(\.kind))
    let all: [BacktestSeries.Kind] = [.persons, .benefit]
    return kinds.contains(.spendingToDate) ? all : all.filter(kinds.contains)
  }

  private static func nearest(_ name: String, _ known: [String]) -> Bilingual? {
    nearestName(to: name, among: known).map {
      Bilingual(zh: "是否想写“\($0)”？", en: "did you mean \"\($0)\"?")
    }
  }
}

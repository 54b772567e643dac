import DoudiInputs
import DoudiModel
import DoudiUnits

extension RunPages {
  /// One target: the three levels of indicators, the year's value, what it rests on.
  private struct Target {
    let kind: Labels.TargetKind
    let name: Bilingual
    let value: Bilingual
    let basis: String
  }

  /// 绩效目标: for the first year or the one asked for, people to be reached, standards not to be fallen short of, and the limits of the
  /// documents. Nothing is set here: every value is a figure of the run or the bound of a limit.
  func targetsPage() -> Workbook.Page {
    var builder = builder(Labels.sheetTargets)
    let year = book.content.shownYear(report)
    let targets = (people(year) + limits(year) + standards(year)).enumerated().sorted {
      ($0.element.kind.rank, $0.offset) < ($1.element.kind.rank, $1.offset)
    }.map(\.element)
    let title = report.heading(ofYear: year)
    builder.table(
      Table(
        id: "targets", title: Labels.sheetTargets,
        columns: [
          Column("first", Labels.firstLevel, .notes(targets.map { _ in Labels.outputs })),
          Column("second", Labels.secondLevel, .notes(targets.map(\.kind.label))),
          Column("third", Labels.thirdLevel, .notes(targets.map(\.name)), width: 44),
          Column("value", Labels.targetValue(title), .notes(targets.map(\.value)), width: 24),
          Column("basis", Labels.basis, .texts(targets.map(\.basis)), width: 44),
        ], notes: [Labels.targetsNote]))
    return Workbook.Page(builder.finish())
  }

  /// Persons of each group, as the table of people prints them.
  private func people(_ year: Int) -> [Target] {
    report.model.groups.indices.compactMap { group in
      let count = report.persons(group, year)
      guard count != 0 else { return nil }
      let unit = Labels.unit(report.countsEvents(group) ? "person-times" : "persons")
      let text = NumberText.persons(count)
      return Target(
        kind: .quantity, name: report.model.groups[group].name,
        value: Bilingual(zh: "≥\(text)\(unit.zh)", en: "≥ \(text) \(unit.en)"),
        basis: Labels.sheetSummary.text(language))
    }
  }

  /// Lowest standard of the year's end, a month.
  private func standards(_ year: Int) -> [Target] {
    let model = report.model
    let month = report.lastMonth(of: year)
    return model.amounts.indices.flatMap { amount in
      Area.allCases.compactMap { area -> Target? in
        let cells = model.space.people.filter { model.space.cells[$0].area == area }
        let found = cells.compactMap { report.world.amounts[amount].figure($0, month)?.value }.min()
        guard let found else { return nil }
        let (name, place) = (model.amounts[amount].header.name, Labels.area(area))
        let text = NumberText.fixed(found, places: 2)
        return Target(
          kind: .cost, name: Bilingual(zh: "\(name.zh)（\(place.zh)）", en: "\(name.en) (\(place.en))"),
          value: Bilingual(zh: "≥\(text)\(Labels.perMonth.zh)", en: "≥ \(text) \(Labels.perMonth.en)"),
          basis: model.amounts[amount].header.citation.clause)
      }
    }
  }

  /// A bound of persons, posts or the like is a whole number, rounded to the side on which the limit holds: up
  /// where it is a floor, down where it is a cap.
  private func wholeBound(_ bound: Rational, _ verdict: Verdict) -> Rational {
    guard let unit = Measure(text: verdict.unit), unit.isCount else {
      return bound
    }
    return Rational(verdict.isFloor ? bound.ceiling : bound.floor, over: 1)
  }

  /// The bounds of the documents that stand for the whole place.
  private func limits(_ year: Int) -> [Target] {
    let rules = Dictionary(report.model.limits.map { ($0.header.id, $0.header) }) { first, _ in first }
    return report.verdicts.compactMap { verdict in
      guard verdict.region == report.root.code, verdict.period.year == year, let bound = verdict.bound,
        let rule = rules[verdict.rule]
      else { return nil }
      let sign = bound == .zero ? "" : verdict.isFloor ? "≥" : "≤"
      let shown = RunReport.shown(wholeBound(bound, verdict), verdict, unit)
      let text = NumberText.fraction(shown)
      let word = RunReport.isMoney(verdict) ? unit.label : Labels.unit(verdict.unit)
      let blank = word.en.isEmpty ? "" : " "
      return Target(
        kind: Labels.TargetKind(unit: verdict.unit), name: rule.name,
        value: Bilingual(
          zh: "\(sign)\(text)\(word.zh)", en: "\(sign.isEmpty ? "" : sign + " ")\(text)\(blank)\(word.en)"),
        basis: "\(verdict.id) \(rule.citation.clause)")
    }
  }
}

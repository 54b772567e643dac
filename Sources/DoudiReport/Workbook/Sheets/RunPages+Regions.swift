import DoudiAnalysis
import DoudiInputs
import DoudiModel
import DoudiUnits

extension RunPages {
  /// 分区划测算: money by region and year, and how the first year or the one asked for comes about.
  func regionsPage() -> Workbook.Page {
    var builder = builder(Labels.sheetRegions, unitLine: moneyLine)
    let table = report.regionTable(unit)
    let year = book.content.shownYear(report)
    let place = builder.table(table)
    let name = builder.sheet.name
    var totals = [TotalsRow(Labels.regions, place, sheet: name, keys: yearKeys)]
    if let detail = exact({ detailTable($0).map { [$0] } ?? [] }).first {
      builder.section(detail.title)
      totals.append(
        TotalsRow(
          Labels.regionDetail, builder.table(detail), sheet: name,
          keys: [("money", "\(year)")]))
    }
    return Workbook.Page(builder.finish(), totals: totals.compactMap { $0 })
  }

  /// One rule in one region.
  private struct Line {
    let region: Region
    let programme: Bilingual
    let rule: String
    let figures: YearOnYear.RuleYear?
    let kind: VolumeKind
    let fen: Int64
  }

  /// Persons, what each gets, months and money of one year, rule by rule; rows of a region add up to what
  /// the table of regions prints.
  private func detailTable(_ unit: MoneyUnit) -> Table? {
    let tree = report.model.space.tree
    let parts = tree.children(of: report.root.code)
    let regions = parts.isEmpty ? [report.root] : parts
    let year = book.content.shownYear(report)
    guard let place = report.years.firstIndex(of: year) else { return nil }
    let printed = MoneyGrid(fen: regions.map { report.totals(under: $0) }, quantum: unit.quantum)
    var lines: [Line] = []
    var units: [Int64] = []
    for (index, region) in regions.enumerated() {
      let own = self.lines(region, place)
      lines += own
      let total = printed.cells[index][place]
      units += MoneyGrid.fit(own.map(\.fen), quantum: unit.quantum, total: total)
    }
    guard !lines.isEmpty else { return nil }
    let sum = units.reduce(0, +)
    let title = report.heading(ofYear: year)
    return Table(
      id: "detail",
      title: Bilingual(
        zh: "\(title.zh)\(Labels.regionDetail.zh) · 单位：\(unit.label.zh)",
        en: "\(Labels.regionDetail.en), \(title.en), in \(unit.label.en)"),
      columns: [
        Column("region", Labels.region, .notes(lines.map(\.region.name) + [Labels.total])),
        Column("programme", Labels.programme, .notes(lines.map(\.programme) + [nil]), width: 30),
        Column("rule", Labels.ruleTitle, .texts(lines.map(\.rule) + [nil])),
        Column(
          "volume", Labels.volumeTitle, .reals(lines.map { $0.figures?.volume ?? .nan } + [.nan], places: 2)),
        Column("gap", Labels.gapTitle, .reals(lines.map(Self.perHead) + [.nan], places: 2)),
        Column("months", Labels.monthsTitle, .reals(lines.map(Self.months) + [.nan], places: 0)),
        Column("money", Labels.money, .units(units + [sum], places: unit.places)),
      ],
      rowKinds: lines.map { _ in .body } + [.total], notes: [Labels.detailNote])
  }

  private static func perHead(_ line: Line) -> Double {
    line.figures.map { $0.price * $0.ratio } ?? .nan
  }

  private static func months(_ line: Line) -> Double {
    line.figures.map { line.kind == .cases ? 1 : Double($0.months) } ?? .nan
  }

  private func lines(_ region: Region, _ place: Int) -> [Line] {
    let leaves = report.leafPositions(under: region)
    let changes = report.budget.changes
    var rest = report.totals(under: region)[place]
    var found: [Line] = []
    for (rule, payment) in report.model.payments.enumerated() {
      guard let figures = changes.figures(rule: rule, leaves: leaves, year: place + 1),
        let fen = Int64(exactly: figures.money.rounded()), fen != 0
      else { continue }
      rest -= fen
      found.append(
        Line(
          region: region, programme: report.model.programmes[payment.form.programme].name,
          rule: payment.header.id, figures: figures, kind: payment.form.volumeKind, fen: fen))
    }
    if rest != 0 {
      found.append(
        Line(
          region: region, programme: Labels.notByHead, rule: "", figures: nil, kind: .persons, fen: rest))
    }
    return found
  }
}

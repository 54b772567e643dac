import DoudiInputs
import DoudiModel
import DoudiUnits

extension LongTables {
  /// Programme by year with its rules and clauses.
  public func summary() -> Table {
    let shown = model.programmes.indices.filter { !report.totals.rules[$0].isEmpty }
    var table = sums(
      "summary", "programme", shown.map { model.programmes[$0].id },
      shown.map { report.totals.programmes[$0] })
    let headers = shown.map { report.totals.rules[$0].sorted().map { model.payments[$0].header } }
    let years = report.years.count
    func perYear(_ text: ([RuleHeader]) -> String) -> [String?] {
      headers.flatMap { header in Array(repeating: text(header), count: years) }
    }
    table.columns.append(Column("rules", .texts(perYear { $0.map(\.id).joined(separator: " ") })))
    table.columns.append(
      Column("clauses", .texts(perYear { $0.map(\.citation.clause).joined(separator: " ") })))
    return table
  }

  /// Tier by year.
  public func tiers() -> Table {
    sums(
      "tiers", "tier", Tier.allCases.map(\.id), Tier.allCases.map { report.totals.tiers[Int($0.rawValue)] })
  }

  /// Every region by year, parents with all below them.
  public func regions() -> Table {
    let regions = model.space.tree.regions
    var table = sums("regions", "region", regions.map(\.code.text), regions.map { report.totals(under: $0) })
    let years = report.years.count
    let parents = regions.flatMap { Array(repeating: $0.parent?.text, count: years) }
    let names = regions.flatMap { Array(repeating: Optional($0.name.zh), count: years) }
    table.columns.insert(Column("parent", .texts(parents)), at: 1)
    table.columns.insert(Column("name", .texts(names)), at: 2)
    return table
  }

  private func sums(_ id: String, _ key: String, _ names: [String], _ fen: [[Int64]]) -> Table {
    let years = report.years
    let rows = names.indices.flatMap { name in years.indices.map { (name, $0) } }
    let values = rows.map { fen[$0.0][$0.1] }
    return Table(
      id: id, title: Labels.summary,
      columns: [
        Column(key, .words(rows.map { Int32($0.0) }, names.map { Word($0) })),
        Column("year", .words(rows.map { Int32($0.1) }, years.map { Word("\($0)") })),
        Column("fen", .fen(values)), Column("cny", .yuan(values)),
      ])
  }

  /// Every file of a run: tidy CSV, one table a file.
  public func files() -> [Table] {
    [
      summary(), tiers(), regions(), standards(), caseload(), ledger(forFiles: true), limits(forFiles: true),
      assumptions(forFiles: true), budget(forFiles: true),
    ]
  }
}

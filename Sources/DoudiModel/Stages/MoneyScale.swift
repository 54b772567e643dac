package import DoudiInputs
package import DoudiUnits

/// Money that somebody hands in, held against what the run projects: figures in CNY where 10,000s of CNY
/// belong, or the other way round, lie 10,000 times apart.
package struct MoneyScale {
  /// How many times apart two figures must be to be told of: years and plans differ by less.
  static let factor = 1_000

  /// Fen by programme, cell and month.
  private let sums: [Int64]
  private let cells: Int

  /// The projection of a year.
  package init(_ projection: Projection, year: Int) {
    let cells = projection.model.space.cells.count
    var sums = [Int64](repeating: 0, count: projection.model.programmes.count * cells * 12)
    for line in projection.lines where line.paid.year == year {
      sums[(projection.programme(of: line) * cells + Int(line.cell)) * 12 + line.paid.month - 1] += line.fen
    }
    (self.sums, self.cells) = (sums, cells)
  }

  /// Fen that the run projects for a programme in some cells and months.
  package func fen(_ programme: Int, cells wanted: [Int], months: ClosedRange<Int> = 1...12) -> Int64 {
    wanted.reduce(0) { sum, cell in
      months.reduce(sum) { $0 + sums[(programme * cells + cell) * 12 + $1 - 1] }
    }
  }

  /// True where both figures are there and one is a thousand times the other or more.
  package static func isFar(_ given: Money, from projected: Int64) -> Bool {
    let (small, large) = (
      min(given.fen.magnitude, projected.magnitude), max(given.fen.magnitude, projected.magnitude)
    )
    return small > 0 && large / UInt64(factor) >= small
  }

  /// The warning at a figure; nil where it lies near enough.
  package static func warning(
    _ given: Money, from projected: Int64, at span: SourceSpan, _ name: Bilingual
  ) -> Diagnostic? {
    guard isFar(given, from: projected) else { return nil }
    let money = Money(fen: projected)
    return Diagnostic(
      code: DiagnosticCode.moneyScale.id, severity: .warning, span: span,
      message: Bilingual(
        zh: "\(name.zh)为\(given.grouped)元，本方案测算为\(money.grouped)元，相差一千倍以上",
        en: "\(name.en): \(given.grouped) CNY, projected \(money.grouped) CNY, a thousand times apart or more"
      ),
      hint: Bilingual(
        zh: "核对单位：cny、budget、outturn列以元计，不以万元计；fen列以分计",
        en: "check the unit: columns cny, budget and outturn are in CNY, not in 10,000 CNY; fen is in fen"))
  }

  /// Warnings for rows of budgets and outturns.
  package func warnings(_ entries: [LastYear.Entry], _ model: Model) -> [Diagnostic] {
    entries.flatMap { entry -> [Diagnostic] in
      let leaves = Set(model.space.tree.leaves(under: entry.region).map(\.code))
      let own = model.space.cells.indices.filter { leaves.contains(model.space.cells[$0].region) }
      let projected = fen(entry.programme, cells: own)
      let name = model.programmes[entry.programme].name
      let figures = [
        (entry.budget, Bilingual(zh: "\(name.zh)预算", en: "\(name.en), budget")),
        (entry.outturn, Bilingual(zh: "\(name.zh)执行", en: "\(name.en), outturn")),
      ]
      return figures.compactMap { money, name in
        money.flatMap { Self.warning($0, from: projected, at: entry.span, name) }
      }
    }
  }
}

extension Projection {
  /// Last year's figures that look 10,000 times too small or too large beside the first year of the run.
  var lastYearScale: [Diagnostic] {
    guard let last = model.lastYear else { return [] }
    return MoneyScale(self, year: model.scenario.horizon.first.year).warnings(last.entries, model)
  }
}

public import DoudiAnalysis
import DoudiInputs
import DoudiUnits

/// Tables of a back-test over many regions, for screens and for files.
public struct PanelReport {
  let result: PanelResult

  /// A report of a result.
  public init(_ result: PanelResult) { self.result = result }

  private var blocks: [PanelBlock] { result.blocks }

  /// What people read, errors with two decimals.
  public func screenTables() -> [Table] {
    [means(), totals(), worst()] + (result.shown.isEmpty ? [] : [shown()]) + [fits()]
  }

  private func means() -> Table {
    let tail = [
      Column("best_naive", Labels.bestNaive, .notes(blocks.map { $0.bestNaive?.name })),
      Column("ratio", Labels.modelOverBest, .reals(blocks.map { $0.ratio ?? .nan }, places: 2)),
      Column("regions", Labels.regionsCompared, .numbers(blocks.map { Rational($0.rows.count) })),
    ]
    return Table(
      id: "backtest", title: titled(Labels.panelMeans),
      columns: keys() + methods { $0.meanError } + tail,
      notes: [Labels.panelRules(BacktestReport.cents(result.damping)?.shortText() ?? "?")])
  }

  private func totals() -> Table {
    Table(id: "backtest_totals", title: Labels.panelTotals, columns: keys() + methods { $0.totalError })
  }

  private func worst() -> Table {
    let columns = PanelMethod.allCases.map { method in
      Column(method.rawValue, method.name, .notes(blocks.map { $0.scores[method].map(Self.worst) }))
    }
    return Table(id: "backtest_worst", title: Labels.panelWorst, columns: keys() + columns)
  }

  private func shown() -> Table {
    let rows = blocks.flatMap { block in
      block.rows.filter { result.shown.contains($0.region.code) }.map { (block, $0) }
    }
    let lead = [
      Column("region", Labels.region, .notes(rows.map { $1.region.name })),
      Column("years", Labels.years, .texts(rows.map { Self.years($0.0) })),
      Column("area", Labels.areaTitle, .notes(rows.map { Labels.area($0.0.area) })),
      Column("actual", Labels.reported, .reals(rows.map { $1.actual }, places: 0)),
    ]
    let errors = PanelMethod.allCases.map { method in
      Column(method.rawValue, method.name, .reals(rows.map { $1.error(method) }, places: 2))
    }
    return Table(id: "backtest_shown", title: Labels.panelShown, columns: lead + errors)
  }

  private func fits() -> Table {
    func column(_ id: String, _ title: Bilingual, _ values: [Double]) -> Column {
      Column(id, title, .reals(values, places: 2))
    }
    let fits = blocks.map(\.fit)
    return Table(
      id: "backtest_fits", title: Labels.panelFits,
      columns: keys() + [
        column("common", Labels.fitCommon, fits.map { 100 * $0.common }),
        column("continued", Labels.fitContinued, fits.map { 100 * $0.continued }),
        column("bound", Labels.fitBound, fits.map { 100 * $0.bound }),
        column("repeated", Labels.fitRepeated, fits.map(\.repeated)),
        column("miss", Labels.fitMiss, fits.map { 100 * $0.miss }),
        column("damping", Labels.fitDamping, fits.map(\.damping)),
      ], notes: [Labels.panelFitIs])
  }

  private func titled(_ words: Bilingual) -> Bilingual {
    Bilingual(zh: "\(result.title.zh)：\(words.zh)", en: "\(result.title.en): \(words.en)")
  }

  private func keys() -> [Column] {
    var columns = [
      Column("years", Labels.years, .texts(blocks.map(Self.years))),
      Column("area", Labels.areaTitle, .notes(blocks.map { Labels.area($0.area) })),
    ]
    if Set(blocks.map(\.series)).count > 1 {
      columns.append(Column("series", Labels.series, .texts(blocks.map(\.series.name))))
    }
    return columns
  }

  private func methods(_ value: (PanelScore) -> Double) -> [Column] {
    PanelMethod.allCases.map { method in
      let values = blocks.map { $0.scores[method].map(value) ?? .nan }
      return Column(method.rawValue, method.name, .reals(values, places: 2))
    }
  }

  private static func years(_ block: PanelBlock) -> String { "\(block.years.from)-\(block.years.to)" }

  private static func worst(_ score: PanelScore) -> Bilingual {
    let error = BacktestReport.cents(score.worstError)?.shortText() ?? "?"
    let (name, sign) = (score.worst.name, score.worstError > 0 ? "+" : "")
    return Bilingual(zh: "\(name.zh) \(sign)\(error)", en: "\(name.en) \(sign)\(error)")
  }
}

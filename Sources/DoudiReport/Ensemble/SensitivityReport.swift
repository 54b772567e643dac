public import DoudiEnsemble
import DoudiInputs
import DoudiModel
import DoudiUnits

/// Sensitivities as tables.
public struct SensitivityReport {
  private let heading: Heading
  private let headline: String
  private let sensitivity: SensitivityRun
  private let function: ScenarioFunction
  private let quantities: [UncertainQuantity]
  private let isCorrelated: Bool
  private let check: SpreadCheck?

  /// A report.
  /// - Parameters:
  ///   - heading: what stands above its tables.
  ///   - sensitivity: the method's run.
  ///   - function: the scenario.
  ///   - file: its uncertain parameters.
  ///   - headline: name of the output that a terminal shows.
  ///   - check: the spread of that output by draws, beside the linear one.
  public init(
    _ heading: Heading, _ sensitivity: SensitivityRun, _ function: ScenarioFunction, _ file: UncertaintyFile,
    headline: String, check: SpreadCheck? = nil
  ) {
    self.check = check
    (self.heading, self.sensitivity, self.function) = (heading, sensitivity, function)
    self.headline = headline
    (quantities, isCorrelated) = (file.inputs, !file.correlations.isEmpty)
  }

  /// method, input, parameter, region, year, output, then the method's figures and how many runs failed for the output;
  /// rows without any are left out.
  public func fileTable() -> Table {
    var rows: [(input: Int, node: Int, figure: Int, found: Sensitivity)] = []
    for node in function.nodes.names.indices {
      for figure in function.figures.indices {
        for input in quantities.indices {
          let found = sensitivity.sensitivity(
            input: input, output: function.output(node: node, figure: figure))
          let failed = sensitivity.failed(output: function.output(node: node, figure: figure))
          if found.first != nil || found.total != nil || (1..<sensitivity.runs).contains(failed) {
            rows.append((input, node, figure, found))
          }
        }
      }
    }
    let names = columnNames
    func column(_ name: String?, _ value: (Sensitivity) -> Double?) -> Column? {
      name.map { Column($0, .persons(rows.map { value($0.found) ?? .nan })) }
    }
    let isLinear = sensitivity.method == .linear
    let figures = [
      isLinear ? Column("per", .texts(rows.map { quantities[$0.input].unit.text })) : nil,
      column(names.first) { $0.first }, column(isLinear ? nil : names.first + "_se") { $0.firstError },
      column(names.total) { $0.total },
      column(isLinear ? nil : names.total.map { $0 + "_se" }) { $0.totalError },
      column(names.extra) { $0.extra },
      sensitivity.method == .chaos
        ? Column("reliable", .texts(rows.map { $0.found.isReliable == true ? "yes" : "no" })) : nil,
      Column(
        "failed",
        .numbers(
          rows.map { row in
            Rational(sensitivity.failed(output: function.output(node: row.node, figure: row.figure)))
          })),
    ]
    return Table(
      id: "sensitivity", title: Labels.sensitivity,
      columns: [
        Column("method", .texts(rows.map { _ in sensitivity.method.rawValue })),
        Column("input", .texts(rows.map { quantities[$0.input].id })),
        Column("parameter", .texts(rows.map { quantities[$0.input].input.name })),
        Column("region", .texts(rows.map { function.nodes.names[$0.node] })),
        Column("year", .texts(rows.map { "\(function.figures[$0.figure].year)" })),
        Column("output", .texts(rows.map { function.figures[$0.figure].name })),
      ] + figures.compactMap { $0 })
  }

  private var columnNames: (first: String, total: String?, extra: String?) {
    switch sensitivity.method {
    case .chaos: ("first", "total", "cross_validated_error")
    case .saltelli: ("first", "total", nil)
    case .morris: ("mu", "mu_star", "sigma")
    case .shapley: ("shapley", nil, nil)
    case .linear: ("derivative", "share", "linear_sd")
    }
  }

  /// For a terminal: one output of the whole in the last year, the strongest parameter first.
  public func screenTable(_ unit: MoneyUnit) -> Table {
    let figure = function.figures.lastIndex { $0.name == headline } ?? 0
    let last = function.figures[figure].year
    let output = function.output(node: function.nodes.root, figure: figure)
    let all = quantities.indices.map { ($0, sensitivity.sensitivity(input: $0, output: output)) }
    let rows = all.sorted { strength($0.1) > strength($1.1) }
    let words = rows.map { Word(quantities[$0.0].id, quantities[$0.0].name) }
    let scale = ScreenScale(sensitivity.method, function.figures[figure].unit, unit)
    func column(
      _ id: String, _ title: Bilingual, _ size: (factor: Double, places: Int),
      _ value: (Sensitivity) -> Double?
    ) -> Column {
      let figures = rows.map { value($0.1).map { $0 * size.factor } ?? .nan }
      return Column(id, title, .reals(figures, places: size.places))
    }
    let names = columnNames
    var columns = [
      Column(
        "input", Labels.uncertainInput, .words(words.indices.map { Int32($0) }, words), width: Column.names),
      column(names.first, Labels.firstOf(sensitivity.method), scale.first) { $0.first },
    ]
    if sensitivity.method == .linear {
      columns.append(Column("per", Labels.perUnit, .unitWords(rows.map { quantities[$0.0].unit.text })))
    }
    let hasErrors = all.contains { $0.1.firstError != nil || $0.1.totalError != nil }
    if hasErrors { columns.append(column("first_se", Labels.standardError, scale.first) { $0.firstError }) }
    if let total = names.total {
      columns.append(column(total, Labels.totalOf(sensitivity.method), scale.total) { $0.total })
      if hasErrors { columns.append(column("total_se", Labels.standardError, scale.total) { $0.totalError }) }
    }
    if sensitivity.method == .morris {
      columns.append(column("sigma", Labels.morrisSigma, scale.total) { $0.extra })
    }
    var table = Table(
      id: "sensitivity",
      title: heading.title(Labels.sensitivityOf(last, headline), unit: scale.isMoney ? unit.label : nil),
      columns: columns)
    table.notes = failedNotes(output) + notes(rows.first?.1, scale, unit)
    return table
  }

  private func failedNotes(_ output: Int) -> [Bilingual] {
    let own = sensitivity.failed(output: output)
    let most = max(own, sensitivity.mostFailed)
    return most > 0 ? [Labels.failedRuns(own, most: most, of: sensitivity.runs)] : []
  }

  private func strength(_ one: Sensitivity) -> Double { abs(one.total ?? one.first ?? 0) }

  private func notes(_ strongest: Sensitivity?, _ scale: ScreenScale, _ unit: MoneyUnit) -> [Bilingual] {
    var notes = [Labels.sensitivityRuns(sensitivity.runs)]
    if sensitivity.method == .chaos, let error = strongest?.extra {
      notes.append(Labels.chaosError(error * 100, isReliable: strongest?.isReliable == true))
      let (doubtful, all) = reliability
      if doubtful > 0 { notes.append(Labels.chaosDoubtful(doubtful, of: all)) }
    }
    if sensitivity.method == .linear { return notes + linearNotes(strongest, scale, unit) }
    if isCorrelated, sensitivity.method != .shapley { notes.append(Labels.takenIndependent) }
    if quantities.contains(where: { $0.loading != nil }) { notes.append(Labels.movedAlike) }
    return notes
  }

  /// Figures of all regions and years that vary: those whose indices may be off, and all.
  private var reliability: (doubtful: Int, all: Int) {
    let found = (0..<function.outputs).compactMap {
      sensitivity.sensitivity(input: 0, output: $0).isReliable
    }
    return (found.count { !$0 }, found.count)
  }

  private func linearNotes(_ strongest: Sensitivity?, _ scale: ScreenScale, _ unit: MoneyUnit) -> [Bilingual]
  {
    guard let linear = strongest?.extra else { return [Labels.linearMethod] }
    let (factor, name) = (scale.first.factor, scale.isMoney ? unit.label : nil)
    let draws = check.map { (deviation: $0.deviation * factor, draws: $0.draws) }
    return [Labels.linearMethod, Labels.linearSpread(linear * factor, by: draws, unit: name)]
  }
}

/// How figures of a method are shown: factors and decimals.
private struct ScreenScale {
  let isMoney: Bool
  let first: (factor: Double, places: Int)
  let total: (factor: Double, places: Int)

  init(_ method: SensitivityMethod, _ output: Measure, _ unit: MoneyUnit) {
    let isAbsolute = method == .morris || method == .linear
    isMoney = isAbsolute && output == Units.cny
    let plain = (isMoney ? 1 / Double(unit.yuan) : 1, 2)
    let percent = (100.0, 1)
    first = isAbsolute ? plain : percent
    total = method == .morris ? plain : percent
  }
}

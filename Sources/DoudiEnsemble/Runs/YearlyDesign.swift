public import DoudiInputs
public import DoudiModel
import DoudiUnits

/// Draws of a yearly scenario's parameters and figures, given one by one in a table.
///
/// A column is named "NAME" or "NAME@region"; values stand in the place of the parameter's or figure's own.
public struct YearlyDesign: DrawSource {
  /// What the columns are: those for all regions first.
  public let inputs: [YearlyInput]
  private let names: [String]
  private let values: [[Double]]

  /// Columns of values.
  public var columns: Int { inputs.count }
  /// Draws given.
  public var count: Int { names.count }
  /// None: the draws are what they are.
  public var replicates: Int { 1 }
  /// The draw's name in the table, or its number from 0.
  public func name(of draw: Int) -> String { names[draw] }

  /// The design of a table; nil after reporting what is wrong with it (DD171x).
  public init?(_ table: CSVTable, model: YearlyModel, into bag: DiagnosticBag) {
    var (inputs, values): ([YearlyInput], [[Double]]) = ([], [])
    for column in table.header.indices where table.header[column] != "draw" {
      guard let input = Self.input(table.header[column], model, at: table.headerSpan(column: column), bag)
      else {
        continue
      }
      inputs.append(input)
      values.append((0..<table.rowCount).map { Self.number(table, $0, column, bag) })
    }
    if inputs.isEmpty, !bag.hasErrors {
      bag.error(
        .designColumn, at: table.headerSpan(column: 0),
        Bilingual(zh: "没有参数列", en: "no column names a parameter"))
    }
    guard !bag.hasErrors else { return nil }
    let drawn = table.column(named: "draw")
    names = (0..<table.rowCount).map { row in drawn.map { table.field(row: row, column: $0) } ?? "\(row)" }
    // What is for one region stands over what is for all, whatever the order of the columns.
    let order =
      inputs.indices.filter { inputs[$0].region == nil } + inputs.indices.filter { inputs[$0].region != nil }
    (self.inputs, self.values) = (order.map { inputs[$0] }, order.map { values[$0] })
    refuseRepeats(table, column: drawn, bag)
    if bag.hasErrors { return nil }
  }

  private func refuseRepeats(_ table: CSVTable, column: Int?, _ bag: DiagnosticBag) {
    guard let column else { return }
    var seen: Set<String> = []
    for (row, name) in names.enumerated() where !seen.insert(name).inserted {
      bag.error(
        .uncertainTwice, at: table.span(row: row, column: column),
        Bilingual(zh: "draw \(name)重复", en: "draw \(name) is given twice"))
    }
  }

  private static func input(
    _ head: String, _ model: YearlyModel, at span: SourceSpan, _ bag: DiagnosticBag
  ) -> YearlyInput? {
    let parts = head.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let known = model.parameters + model.columns
    guard known.contains(parts[0]) else {
      let near = nearestName(to: parts[0], among: known)
      bag.error(
        .designColumn, at: span,
        Bilingual(zh: "没有参数“\(parts[0])”", en: "there is no parameter \"\(parts[0])\""),
        hint: near.map { Bilingual(zh: "是否想写“\($0)”？", en: "did you mean \"\($0)\"?") })
      return nil
    }
    guard parts.count == 2 else { return YearlyInput(name: parts[0]) }
    if model.regions.contains(parts[1]) { return YearlyInput(name: parts[0], region: parts[1]) }
    bag.error(.designColumn, at: span, Bilingual(zh: "没有区划\(parts[1])", en: "there is no region \(parts[1])"))
    return nil
  }

  private static func number(_ table: CSVTable, _ row: Int, _ column: Int, _ bag: DiagnosticBag) -> Double {
    let text = table.field(row: row, column: column)
    if let value = Double(text), value.isFinite { return value }
    bag.error(
      .designValue, at: table.span(row: row, column: column),
      Bilingual(zh: "“\(text)”不是数", en: "\"\(text)\" is not a number"))
    return .nan
  }

  /// Fills a block; see ``DrawSource/fill(draws:into:)``.
  public func fill(draws: Range<Int>, into block: UnsafeMutableBufferPointer<Double>) {
    fill(from: draws.lowerBound, step: 1, count: draws.count, into: block)
  }

  /// Fills a block with every `step`-th draw; see ``DrawSource/fill(from:step:count:into:)``.
  public func fill(from first: Int, step: Int, count: Int, into block: UnsafeMutableBufferPointer<Double>) {
    var place = 0
    for column in values {
      for item in 0..<count {
        block[place] = column[first + item * step]
        place += 1
      }
    }
  }
}

extension EnsembleRun {
  /// A run of a yearly scenario; the whole is called "all".
  /// - Parameters:
  ///   - model: the scenario.
  ///   - design: says what the columns are.
  ///   - source: draws of the design; all where not given.
  public init(_ model: YearlyModel, _ design: YearlyDesign, source: (any DrawSource)? = nil) {
    self.init(
      tape: model.program(design.inputs), outputs: Self.outputs(of: model),
      nodes: EnsembleNodes(regions: model.regions, whole: "all"), source: source ?? design)
  }

  /// What each region of a yearly scenario gives, year by year from 1.
  static func outputs(of model: YearlyModel) -> [DrawOutput] {
    (1...max(1, model.years)).flatMap { year in
      model.outputs.map {
        DrawOutput(
          kind: .result, name: $0, year: year, unit: .one, parent: model.isAdditive($0) ? .sum : .none)
      }
    }
  }
}

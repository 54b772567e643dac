public import DoudiInputs
public import DoudiModel
import DoudiUnits

/// Figures that a scenario should come near to: region, year, output, value, and a weight where wanted.
public struct CalibrationTargets: Sendable {
  /// One figure.
  public struct Target: Sendable {
    /// Position of the region.
    public let node: Int
    /// Position of the output.
    public let output: Int
    /// What it should be, in the output's unit.
    public let value: Double
    /// How much it counts; 2 is as if it stood there twice.
    public let weight: Double

    /// What its residual is multiplied by: deviations count as shares of the target, those from 0 in its unit.
    var factor: Double { weight.squareRoot() / (value == 0 ? 1 : abs(value)) }
  }

  /// The figures, in the order of the file.
  public let targets: [Target]

  static let columns = ["region", "year", "output", "value"]
  static let optional = ["weight", "unit", "source", "why", "note"]

  /// The targets of a table; nil after reporting everything that is wrong with it (DD172x, DD1704).
  /// - Parameters:
  ///   - table: the file.
  ///   - nodes: the regions.
  ///   - outputs: what each region gives.
  ///   - bag: collects the faults.
  public init?(_ table: CSVTable, nodes: EnsembleNodes, outputs: [DrawOutput], into bag: DiagnosticBag) {
    let reader = TargetReader(table, nodes, outputs, bag)
    guard reader.hasColumns else { return nil }
    let found = (0..<table.rowCount).compactMap { reader.target($0) }
    reader.refuseRepeats()
    if table.rowCount == 0 {
      bag.error(
        .targetColumn, at: table.headerSpan(column: 0), Bilingual(zh: "没有目标", en: "there is no target"))
    }
    guard !bag.hasErrors, found.count == table.rowCount else { return nil }
    targets = found
  }
}

/// Reads rows of targets.
private struct TargetReader {
  private let table: CSVTable
  private let nodes: EnsembleNodes
  private let outputs: [DrawOutput]
  private let bag: DiagnosticBag
  private let columns: [String: Int]
  private let places: [String: Int]

  init(_ table: CSVTable, _ nodes: EnsembleNodes, _ outputs: [DrawOutput], _ bag: DiagnosticBag) {
    (self.table, self.nodes, self.outputs, self.bag) = (table, nodes, outputs, bag)
    columns = Dictionary(table.header.enumerated().map { ($1, $0) }) { first, _ in first }
    places = Dictionary(nodes.names.enumerated().map { ($1, $0) }) { first, _ in first }
  }

  /// That all columns are there, and no others.
  var hasColumns: Bool {
    let known = CalibrationTargets.columns + CalibrationTargets.optional
    for (place, name) in table.header.enumerated() where !known.contains(name) {
      let near = nearestName(to: name, among: known)
      bag.error(
        .targetColumn, at: table.headerSpan(column: place),
        Bilingual(zh: "目标表没有“\(name)”这一列", en: "targets have no column \"\(name)\""),
        hint: near.map { Bilingual(zh: "是否想写“\($0)”？", en: "did you mean \"\($0)\"?") })
    }
    let missing = CalibrationTargets.columns.filter { columns[$0] == nil }
    if !missing.isEmpty {
      let names = missing.joined(separator: ", ")
      bag.error(
        .targetColumn, at: table.headerSpan(column: 0),
        Bilingual(zh: "缺少列\(names)", en: "there is no column \(names)"))
    }
    return missing.isEmpty
  }

  private func text(_ row: Int, _ column: String) -> String {
    columns[column].map { table.field(row: row, column: $0) } ?? ""
  }

  private func span(_ row: Int, _ column: String) -> SourceSpan {
    table.span(row: row, column: columns[column] ?? 0)
  }

  func target(_ row: Int) -> CalibrationTargets.Target? {
    guard let (node, output) = figure(row), let value = value(row, outputs[output].unit),
      let weight = weight(row)
    else { return nil }
    return CalibrationTargets.Target(node: node, output: output, value: value, weight: weight)
  }

  private func figure(_ row: Int) -> (node: Int, output: Int)? {
    func fault(_ column: String, _ zh: String, _ en: String, among names: [String] = []) {
      let near = nearestName(to: text(row, column), among: names)
      bag.error(
        .targetFigure, at: span(row, column), Bilingual(zh: zh, en: en),
        hint: near.map { Bilingual(zh: "是否想写“\($0)”？", en: "did you mean \"\($0)\"?") })
    }
    let (region, year, name) = (text(row, "region"), text(row, "year"), text(row, "output"))
    let node = places[region]
    if node == nil { fault("region", "没有区划“\(region)”", "there is no region \"\(region)\"") }
    let years = outputs.map(\.year)
    let known = Int(year).flatMap { years.contains($0) ? $0 : nil }
    if known == nil {
      let (first, last) = (years.min() ?? 0, years.max() ?? 0)
      fault("year", "“\(year)”不在测算期\(first)—\(last)内", "\"\(year)\" is no year of \(first) to \(last)")
    }
    let names = outputs.map(\.name)
    if !names.contains(name) {
      let sorted = Set(names).sorted()
      fault("output", "没有输出“\(name)”", "there is no output \"\(name)\"", among: sorted)
    }
    guard let node, let known,
      let output = outputs.firstIndex(where: { $0.name == name && $0.year == known })
    else { return nil }
    guard node < nodes.leafCount || outputs[output].parent != .none else {
      fault("region", "\(name)没有合计，只有各区划的", "\(name) has no sum: only leaf regions have it")
      return nil
    }
    return (node, output)
  }

  private func value(_ row: Int, _ unit: Measure) -> Double? {
    let text = text(row, "value")
    if let value = Double(text), value.isFinite { return value }
    if let value = Quantity.parse(text: text)?.converted(to: unit) { return value.double }
    bag.error(
      .targetValue, at: span(row, "value"),
      Bilingual(zh: "“\(text)”不是以\(unit)计的数", en: "\"\(text)\" is not a number in \(unit)"))
    return nil
  }

  private func weight(_ row: Int) -> Double? {
    let text = text(row, "weight")
    if text.isEmpty { return 1 }
    if let value = Double(text), value.isFinite, value > 0 { return value }
    bag.error(
      .targetValue, at: span(row, "weight"),
      Bilingual(zh: "权重应为大于0的数", en: "a weight is a number above 0"))
    return nil
  }

  func refuseRepeats() {
    var seen: Set<[String]> = []
    for row in 0..<table.rowCount {
      let key = ["region", "year", "output"].map { text(row, $0) }
      guard !seen.insert(key).inserted else { continue }
      bag.error(
        .uncertainTwice, at: span(row, "region"),
        Bilingual(
          zh: "\(key.joined(separator: " "))重复", en: "\(key.joined(separator: " ")) is given twice"))
    }
  }
}

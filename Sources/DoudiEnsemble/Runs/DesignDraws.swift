public import DoudiInputs
public import DoudiModel
import DoudiUnits

/// Draws that are given one by one in a table: `draw` (optional), then a column for each parameter.
///
/// A column is named "NAME", "NAME@area", "NAME@region" or "NAME@region/area", as after `--set`. Values
/// stand in the place of the parameter's own, in its declared unit; an empty cell is an error.
public struct DesignDraws: ParameterDraws {
  /// The parameters: wider places first, then in the order of the columns.
  public let inputs: [UncertainInput]
  /// Units of the parameters.
  public let units: [Measure]
  /// Names of the draws.
  public let names: [String]
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
  public init?(_ table: CSVTable, space: DrawSpace, into bag: DiagnosticBag) {
    let reader = DesignReader(table: table, space: space, bag: bag)
    // Wider places first, whatever the order of the columns, as with `--set`.
    let heads = table.header.indices.compactMap { reader.head($0) }.enumerated().sorted {
      ($0.element.narrowness, $0.offset) < ($1.element.narrowness, $1.offset)
    }.map(\.element)
    let drawn = table.column(named: "draw")
    let others = table.header.indices.filter { column in
      column != drawn && !heads.contains { $0.column == column }
    }
    // The cells of columns that name no parameter are held to be numbers, so that all faults come at once.
    for column in others { for row in 0..<table.rowCount { reader.checkNumber(row, column) } }
    names = (0..<table.rowCount).map { row in
      drawn.map { table.field(row: row, column: $0) } ?? "\(row)"
    }
    reader.refuseRepeats(names, column: drawn)
    if bag.hasErrors, heads.isEmpty { return nil }
    guard !heads.isEmpty else {
      bag.error(
        .designColumn, at: table.headerSpan(column: 0),
        Bilingual(zh: "没有参数列", en: "no column names a parameter"))
      return nil
    }
    (inputs, units) = (heads.map(\.input), heads.map(\.unit))
    values = heads.map { head in (0..<table.rowCount).map { reader.value($0, head.column, head.unit) } }
    if bag.hasErrors { return nil }
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

/// Reads heads and values of a design.
private struct DesignReader {
  let table: CSVTable
  let space: DrawSpace
  let bag: DiagnosticBag

  struct Head {
    let column: Int
    let input: UncertainInput
    let unit: Measure

    /// The fewer leaves and areas, the more.
    var narrowness: Int {
      let leaves = input.regions.isEmpty ? Int(Int32.max) : input.regions.count
      return -2 * leaves - (input.areas.isEmpty ? 1 : 0)
    }
  }

  /// The parameter of a column; nil for `draw`, or after a report.
  func head(_ column: Int) -> Head? {
    let text = table.header[column]
    guard text != "draw" else { return nil }
    return PlacedParameter(text, space: space, at: table.headerSpan(column: column), into: bag).map {
      Head(column: column, input: $0.input, unit: $0.unit)
    }
  }

  /// A value in the declared unit, with or without the unit written.
  func value(_ row: Int, _ column: Int, _ unit: Measure) -> Double {
    let text = table.field(row: row, column: column)
    if let value = Double(text), value.isFinite { return value }
    if let quantity = Quantity.parse(text: text), let value = quantity.converted(to: unit) {
      return value.double
    }
    bag.error(
      .designValue, at: table.span(row: row, column: column),
      Bilingual(zh: "“\(text)”不是以\(unit)计的数", en: "\"\(text)\" is not a number in \(unit)"))
    return .nan
  }

  /// Reports a cell that is a number in no unit.
  func checkNumber(_ row: Int, _ column: Int) {
    let text = table.field(row: row, column: column)
    if let value = Double(text), value.isFinite { return }
    if Quantity.parse(text: text) != nil { return }
    bag.error(
      .designValue, at: table.span(row: row, column: column),
      Bilingual(zh: "“\(text)”不是数", en: "\"\(text)\" is not a number"))
  }

  func refuseRepeats(_ names: [String], column: Int?) {
    guard let column else { return }
    var seen: Set<String> = []
    for (row, name) in names.enumerated() where !seen.insert(name).inserted {
      bag.error(
        .uncertainTwice, at: table.span(row: row, column: column),
        Bilingual(zh: "draw \(name)重复", en: "draw \(name) is given twice"))
    }
  }
}

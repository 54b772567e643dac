public import DoudiInputs
public import DoudiModel
import DoudiUnits

/// All combinations of some parameters' values: "NAME=low:high:count", in the parameter's unit.
public struct GridDraws: ParameterDraws {
  /// One axis.
  public struct Axis: Sendable {
    /// The parameter.
    public let input: UncertainInput
    /// As written before "=".
    public let name: String
    /// Unit of the values.
    public let unit: Measure
    /// The values.
    public let values: [Double]
  }

  /// The axes; the last one moves fastest.
  public let axes: [Axis]
  /// What the columns are.
  public var inputs: [UncertainInput] { axes.map(\.input) }
  /// Their units.
  public var units: [Measure] { axes.map(\.unit) }
  /// Most points of a grid.
  public static let limit = 1_000_000

  /// The grid of some arguments; nil after reporting what is wrong (DD171x).
  public init?(_ arguments: [String], space: DrawSpace, into bag: DiagnosticBag) {
    axes = arguments.compactMap { GridReader(text: $0, space: space, bag: bag).axis }
    guard axes.count == arguments.count, !axes.isEmpty else { return nil }
    let size = axes.reduce(1.0) { $0 * Double($1.values.count) }
    if size > Double(Self.limit) {
      let span = SourceSpan(file: "--grid \(arguments[0])", line: 1, column: 1)
      bag.error(
        .designValue, at: span,
        Bilingual(zh: "格点超过\(Self.limit)个", en: "the grid has more than \(Self.limit) points"))
      return nil
    }
  }

  /// Columns of values.
  public var columns: Int { axes.count }
  /// Points.
  public var count: Int { axes.reduce(1) { $0 * $1.values.count } }
  /// None.
  public var replicates: Int { 1 }

  /// The values of a point, one an axis.
  public func point(_ draw: Int) -> [Double] {
    var rest = draw
    return axes.reversed().map { axis in
      defer { rest /= axis.values.count }
      return axis.values[rest % axis.values.count]
    }.reversed()
  }

  /// Fills a block; see ``DrawSource/fill(draws:into:)``.
  public func fill(draws: Range<Int>, into block: UnsafeMutableBufferPointer<Double>) {
    for (place, draw) in draws.enumerated() {
      for (column, value) in point(draw).enumerated() { block[column * draws.count + place] = value }
    }
  }
}

/// Reads one axis.
private struct GridReader {
  let text: String
  let space: DrawSpace
  let bag: DiagnosticBag

  private var span: SourceSpan { SourceSpan(file: "--grid \(text)", line: 1, column: 1) }

  var axis: GridDraws.Axis? {
    let halves = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard halves.count == 2 else { return fault(zh: "应写NAME=起:止:个数", en: "write NAME=low:high:count") }
    guard let found = PlacedParameter(halves[0], space: space, at: span, into: bag) else { return nil }
    guard let values = values(halves[1], found.unit) else {
      return fault(zh: "应写起:止:个数，个数2至10,000", en: "write low:high:count, count 2 to 10,000")
    }
    return GridDraws.Axis(input: found.input, name: halves[0], unit: found.unit, values: values)
  }

  private func values(_ text: String, _ unit: Measure) -> [Double]? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, let low = number(parts[0], unit), let high = number(parts[1], unit),
      let count = Int(parts[2]), (2...10_000).contains(count)
    else { return nil }
    return (0..<count).map { low + (high - low) * Double($0) / Double(count - 1) }
  }

  private func number(_ text: String, _ unit: Measure) -> Double? {
    if let value = Double(text) { return value.isFinite ? value : nil }
    return Quantity.parse(text: text)?.converted(to: unit)?.double
  }

  private func fault(zh: String, en: String) -> GridDraws.Axis? {
    bag.error(.designColumn, at: span, Bilingual(zh: zh, en: en))
    return nil
  }
}

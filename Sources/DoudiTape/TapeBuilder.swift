internal import CVectorMath

/// Where an arithmetic program over uncertain inputs is written.
///
/// A value is one of four kinds. Literals are numbers of the program; figures are numbers of a
/// region; what depends on inputs and literals alone is common to all regions and computed once
/// for a block of draws; the rest is regional. Numbers meeting numbers are folded at once, equal
/// expressions are one value. Regions whose arithmetic differs in figures only share one program.
///
/// A region is what is written between ``beginRegion()`` and ``endRegion()``. Its figures and
/// regional values end with it: used outside, or with a value of another builder, they are NaN,
/// which travels to the outputs.
///
/// ```swift
/// let builder = TapeBuilder(inputs: 1)
/// for residents in [90_000.0, 120_000.0] {
///   builder.beginRegion()
///   builder.output(builder.figure(residents) * (1 + builder.input(0)))
///   builder.endRegion()
/// }
/// let tape = builder.finish()
/// ```
public final class TapeBuilder {
  /// How many uncertain inputs there are.
  public let inputs: Int

  private var literals: [Double] = []
  private var literalPlaces: [UInt64: Int] = [:]
  private var commons = TapeNodeTable()
  private var figures = TapeNodeTable()
  private var figureValues: [Double] = []
  private var figurePlaces: [UInt64: TapeHandle] = [:]
  private var regionals = TapeNodeTable()
  private var outputs: [TapeHandle] = []
  private var library = TapeTemplateLibrary()

  /// Number of the region that is being written, from 1; 0 outside.
  private(set) var region: UInt32 = 0
  private var regionsBegun: UInt32 = 0

  static let notANumber = TapeHandle(.literal, 0)
  static let one = TapeHandle(.literal, 1)

  /// - Parameter inputs: number of uncertain inputs, the columns of the design; below 0 counts as 0.
  public init(inputs: Int) {
    self.inputs = max(0, inputs)
    _ = literalHandle(.nan)
    _ = literalHandle(1)
    for index in 0..<self.inputs {
      _ = commons.place(of: TapeNode(operation: .input, a: TapeHandle(.common, index)))
    }
  }

  /// A number of the program, the same for all regions.
  /// - Parameter x: any double.
  /// - Returns: a constant.
  public func literal(_ x: Double) -> TapeValue { value(literalHandle(x)) }

  /// A number of the region that is being written; figures of equal value are one figure.
  /// - Parameter x: any double.
  /// - Returns: a constant; NaN outside a region.
  public func figure(_ x: Double) -> TapeValue {
    guard region != 0 else { return value(Self.notANumber) }
    if let known = figurePlaces[x.bitPattern] { return value(known) }
    let node = TapeNode(operation: .leaf, a: TapeHandle(.figure, figures.nodes.count))
    let handle = TapeHandle(.figure, figures.place(of: node).index)
    figureValues.append(x)
    figurePlaces[x.bitPattern] = handle
    return value(handle)
  }

  /// The uncertain input `index` of the draw.
  /// - Parameter index: from 0.
  /// - Returns: a common value; NaN where there is no such input.
  public func input(_ index: Int) -> TapeValue {
    value(0..<inputs ~= index ? TapeHandle(.common, index) : Self.notANumber)
  }

  /// Starts the next region; one that is open is ended first.
  public func beginRegion() {
    if region != 0 { endRegion() }
    regionsBegun += 1
    region = regionsBegun
  }

  /// Ends the region that is being written. Without one, nothing happens.
  public func endRegion() {
    guard region != 0 else { return }
    library.add(
      figures: figures.nodes, values: figureValues, nodes: regionals.nodes, outputs: outputs)
    region = 0
    figures.removeAll()
    figureValues.removeAll(keepingCapacity: true)
    figurePlaces.removeAll(keepingCapacity: true)
    regionals.removeAll()
    outputs.removeAll(keepingCapacity: true)
  }

  /// The next output of the region that is being written; outside a region nothing happens.
  ///
  /// Outputs are handed over in this order as soon as they are computed: a value that is output
  /// right after it is written needs no room longer.
  /// - Parameter value: any value of this builder.
  public func output(_ value: TapeValue) {
    guard region != 0 else { return }
    outputs.append(handle(of: value))
  }

  /// The tape as far as it is written; an open region is ended.
  /// - Returns: an immutable program for any number of runners.
  public func finish() -> Tape {
    endRegion()
    return Tape(
      inputs: inputs, literals: literals, commons: commons.nodes, templates: library.templates,
      regions: library.regions)
  }

  /// The handle of `value` if it may be used here, else that of NaN.
  func handle(of value: TapeValue) -> TapeHandle {
    let isOwn = value.builder === self && (!value.handle.isOfRegion || value.region == region)
    return isOwn ? value.handle : Self.notANumber
  }

  func value(_ handle: TapeHandle) -> TapeValue {
    TapeValue(builder: self, handle: handle, region: region)
  }

  /// The one number that `handle` is for all draws, or nil.
  func number(_ handle: TapeHandle) -> Double? {
    switch handle.kind {
    case .literal: literals[handle.index]
    case .figure: figureValues[handle.index]
    case .common, .regional: nil
    }
  }

  func literalHandle(_ x: Double) -> TapeHandle {
    if let index = literalPlaces[x.bitPattern] { return TapeHandle(.literal, index) }
    literals.append(x)
    literalPlaces[x.bitPattern] = literals.count - 1
    return TapeHandle(.literal, literals.count - 1)
  }

  /// Writes a node whose operands may be used here; simplified already.
  func write(_ node: TapeNode) -> TapeHandle {
    var kinds: UInt32 = 0
    node.forEachOperand { kinds |= $0.raw }
    let (isVarying, isOfRegion) = (kinds & 1 << 30 != 0, kinds & 1 << 31 != 0)
    if isVarying {
      return isOfRegion
        ? TapeHandle(.regional, regionals.place(of: node).index)
        : TapeHandle(.common, commons.place(of: node).index)
    }
    if !isOfRegion { return literalHandle(folded(node)) }
    let (index, isNew) = figures.place(of: node)
    if isNew { figureValues.append(folded(node)) }
    return TapeHandle(.figure, index)
  }

  private func folded(_ node: TapeNode) -> Double {
    func operand(_ handle: TapeHandle) -> Double { handle == .none ? 0 : number(handle) ?? .nan }
    return node.operation.value(operand(node.a), operand(node.b), operand(node.c), operand(node.e))
  }
}

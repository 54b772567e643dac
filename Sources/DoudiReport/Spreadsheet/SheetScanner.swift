/// One cell as it stands in the file; its bytes are valid during the call.
struct RawCell {
  /// What its value is.
  enum Kind: Equatable { case blank, number, text, boolean, error }

  /// From 0.
  let row, column: Int
  let kind: Kind
  let value: UnsafeBufferPointer<UInt8>
  /// nil: it has none.
  let formula: RawFormula?
}

/// A formula as it stands in the file.
struct RawFormula {
  /// Without "="; empty where it shares that of another cell.
  let text: String
  /// The number of a shared formula.
  let shared: Int?
}

/// Takes the cells of a sheet in their order.
class SheetSink {
  /// False: the cell cannot be.
  func take(_ cell: RawCell) -> Bool { true }
}

/// Cells of a worksheet's XML: references, types, values, formulas; texts of their own or shared.
final class SheetScanner: XMLHandler {
  /// Rows and columns of a sheet, as spreadsheet programs have them.
  static let mostRows = 1_048_576
  static let mostColumns = 16_384

  private let part: String
  private let sink: SheetSink
  private let shared: SharedTexts?
  /// In memory of its own: tens of millions of events look at it.
  private let state: UnsafeMutablePointer<CellState>

  init(_ part: String, shared: SharedTexts?, into sink: SheetSink) {
    (self.part, self.shared, self.sink) = (part, shared, sink)
    state = .allocate(capacity: 1)
    state.initialize(to: CellState())
  }

  deinit {
    state.deinitialize(count: 1)
    state.deallocate()
  }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "c": if !state.pointee.start(attributes) { bad() }
    case "v": state.pointee.target = state.pointee.isInCell ? .value : .nothing
    case "t":
      state.pointee.target = state.pointee.isInCell && !state.pointee.isPhonetic ? .value : .nothing
    case "row": if !state.pointee.startRow(attributes) { bad() }
    case "f": state.pointee.startFormula(attributes)
    case "rPh": state.pointee.isPhonetic = true
    default: break
    }
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if !state.pointee.add(bytes) { bad() }
  }

  override func end(_ name: XMLName) {
    switch name {
    case "c": endCell()
    case "v", "t", "f": state.pointee.target = .nothing
    case "rPh": state.pointee.isPhonetic = false
    default: break
    }
  }

  private func endCell() {
    guard state.pointee.isInCell, fault == nil else { return }
    state.pointee.isInCell = false
    let bytes = state.pointee.value.bytes
    guard state.pointee.isShared else {
      let kind = state.pointee.kind
      if !take(bytes.isEmpty && kind != .text ? .blank : kind, bytes) { bad() }
      return
    }
    let isTaken = SheetReference.number(bytes).flatMap { index in
      shared?.with(index) { take(.text, $0) }
    }
    if isTaken != true { bad() }
  }

  private func take(_ kind: RawCell.Kind, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    sink.take(
      RawCell(
        row: state.pointee.row, column: state.pointee.column, kind: kind, value: bytes,
        formula: state.pointee.rawFormula))
  }

  private func bad() { if fault == nil { fault = .badCell(part, line: state.pointee.row + 1) } }
}

import DoudiAnalysis
import DoudiInputs
import DoudiUnits

/// Amounts of an allocation as a screen prints them: rows below a parent add up to it, all to the rounded total; or
/// each rounded by itself.
struct PrintedAmounts {
  let rows: AllocationRows
  let unit: AllocationUnit
  let screen: MoneyUnit
  var printing: Printing = .adjusted

  /// Name of the printed unit.
  var label: Bilingual { unit == .seat ? Labels.seats : screen.label }

  private var quantum: Int64 { unit == .seat ? 1 : screen.quantum }
  private var places: Int { unit == .seat ? 0 : screen.places }

  /// A column with its total below: units of the pot, nil where not known.
  func column(_ id: String, _ title: Bilingual, _ values: [Rational?], hasTotal: Bool = true) -> Column {
    let fen = values.map { $0.map(inFen) }
    var printed = fen.map { _ in Int64?.none }
    let top = rows.rows.indices.filter { rows.rows[$0].parent == nil }
    // Fractions are added up before they are rounded.
    let exact = top.reduce(Rational.zero) { $0 + (values[$1] ?? .zero) }
    let sum = exact.isRepresentable ? inFen(exact) : top.reduce(0) { $0 + (fen[$1] ?? 0) }
    if printing == .rounded { return alone(id, title, fen + (hasTotal ? [sum] : [])) }
    let total = MoneyGrid.rounded(sum, quantum)
    place(top, total: total, fen, &printed)
    return Column(id, title, .units(printed + (hasTotal ? [total] : []), places: places))
  }

  /// A column of figures each rounded by itself: whole fen where all are known, so that a workbook keeps them.
  private func alone(_ id: String, _ title: Bilingual, _ fen: [Int64?]) -> Column {
    let known = fen.compactMap { $0 }
    guard unit != .seat, known.count == fen.count else {
      return Column(id, title, .units(fen.map { $0.map { MoneyGrid.rounded($0, quantum) } }, places: places))
    }
    return Column(id, title, .fen(known))
  }

  /// The same for one number.
  func one(_ value: Rational) -> Int64 { MoneyGrid.rounded(inFen(value), quantum) }

  /// Numbers that need not add up.
  func plain(_ id: String, _ title: Bilingual, _ values: [Rational?]) -> Column {
    Column(id, title, .units(values.map { $0.map(one) }, places: places))
  }

  /// The number with its unit.
  func text(_ value: Rational) -> Bilingual {
    let number = NumberText.scaled(one(value), places: places)
    guard unit != .seat else { return Bilingual(zh: number + label.zh, en: "\(number) \(label.en)") }
    // "50,000.00 10,000 CNY" is hard to read.
    let english = screen == .yuan ? "\(number) \(label.en)" : "\(number) (in \(label.en))"
    return Bilingual(zh: number + label.zh, en: english)
  }

  private func inFen(_ value: Rational) -> Int64 {
    Int64(clamping: (value * Rational(Int(unit.fen ?? 1))).roundedHalfUp)
  }

  private func place(_ group: [Int], total: Int64, _ fen: [Int64?], _ printed: inout [Int64?]) {
    let known = group.filter { fen[$0] != nil }
    let fitted = MoneyGrid.fit(known.map { fen[$0] ?? 0 }, quantum: quantum, total: total)
    for (row, units) in zip(known, fitted) {
      printed[row] = units
      let below = rows.rows.indices.filter { rows.rows[$0].parent == row }
      if !below.isEmpty { place(below, total: units, fen, &printed) }
    }
  }
}

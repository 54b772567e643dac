import DoudiAnalysis
import DoudiInputs
import DoudiUnits

/// Amounts of an allocation as a screen prints them: rows below a parent add up to it, all to the rounded total.
struct PrintedAmounts {
  let rows: AllocationRows
  let unit: AllocationUnit
  let screen: MoneyUnit

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
    let total = MoneyGrid.rounded(sum, quantum)
    place(top, total: total, fen, &printed)
    return Column(id, title, .units(printed + (hasTotal ? [total] : []), places: places))
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
    // "50,000.00 10,000 CNY" is hard to read: English says CNY.
    let yuan = NumberText.scaled(inFen(value), places: MoneyUnit.yuan.places)
    return Bilingual(zh: number + label.zh, en: "\(yuan) \(MoneyUnit.yuan.label.en)")
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

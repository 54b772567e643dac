import DoudiUnits

/// Words for what is wrong in a row of an observation file.
struct ObservationFaults {
  let table: CSVTable
  let columns: [Int]
  let row: Int
  let bag: DiagnosticBag

  private func text(_ column: Int) -> String { table.field(row: row, column: columns[column]) }

  private func report(_ code: DiagnosticCode, _ column: Int, hint: Bilingual?) {
    let written = text(column)
    bag.error(
      code, at: table.span(row: row, column: columns[column]),
      Bilingual(zh: "\(code.meaning.zh)：“\(written)”", en: "\(code.meaning.en): \"\(written)\""), hint: hint)
  }

  func region() {
    report(.badRegion, 0, hint: Bilingual(zh: "六位数字，或再加 -Z01", en: "six digits, or these and -Z01"))
  }

  func area() { report(.badArea, 1, hint: Self.choice(text(1), Area.allCases.map(\.id))) }

  func period() {
    report(.badPeriod, 2, hint: Bilingual(zh: "写 2020 或 2020-11", en: "write 2020 or 2020-11"))
  }

  func indicator() {
    report(
      .badIndicator, 3,
      hint: Bilingual(zh: "小写字母、数字和下划线", en: "lower-case letters, digits and \"_\""))
  }

  func unit() { report(.figureUnit, 5, hint: UnitHint.hint(for: text(5))) }

  func status() { report(.badStatus, 6, hint: Self.choice(text(6), Status.allCases.map(\.id))) }

  func source() {
    bag.error(
      .sourceMissing, at: table.span(row: row, column: columns[7]),
      hint: Bilingual(
        zh: "observed 必须写明来源；没有来源的写 assumed", en: "observed needs a source; without one it is assumed"))
  }

  func value() {
    let written = text(4)
    if written.allSatisfy(\.isWhitespace) {
      bag.error(
        .figureMissing, at: table.span(row: row, column: columns[4]),
        hint: Bilingual(zh: "没有数据就删去这一行；零写 0", en: "delete the row, or write 0 for zero"))
      return
    }
    let half = FullWidth.halved(written)
    if half != written {
      report(.figureFullWidth, 4, hint: Bilingual(zh: "请写 \(half)", en: "write \(half)"))
    } else if QuantityFault.isNotFinite(written) {
      report(.figureNotFinite, 4, hint: Bilingual(zh: "没有数据就删去这一行", en: "delete the row"))
    } else if let plain = QuantityFault.withoutSeparators(written) {
      report(.figureSeparators, 4, hint: Bilingual(zh: "请写 \(plain)", en: "write \(plain)"))
    } else if QuantityFault.hasTooManyDigits(written) {
      bag.error(
        .tooManyDigits, at: table.span(row: row, column: columns[4]), QuantityFault.digitLimit,
        hint: Bilingual(zh: "少写几位小数", en: "write fewer decimals"))
    } else {
      report(.badFigure, 4, hint: figureHint(written))
    }
  }

  private func figureHint(_ written: String) -> Bilingual {
    if Quantity.parse(text: written) != nil {
      return Bilingual(zh: "单位写在 unit 列", en: "the unit belongs in the column unit")
    }
    return Bilingual(zh: "只写普通小数，如 12.5", en: "a plain decimal such as 12.5")
  }

  /// "Did you mean", or the list of what is accepted.
  static func choice(_ written: String, _ accepted: [String]) -> Bilingual {
    if let near = nearestName(to: written, among: accepted) {
      return Bilingual(zh: "是不是 \(near)？", en: "did you mean \(near)?")
    }
    let list = accepted.joined(separator: ", ")
    return Bilingual(zh: "可写：\(list)", en: "one of \(list)")
  }
}

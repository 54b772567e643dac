import DoudiInputs
import DoudiModel
import DoudiUnits

extension RunReport {
  /// A line for every programme of which reserves bear a part: what it pays, what they bear, and what
  /// fills them up again, by year, in the figures of the summary.
  func reserveNotes(_ unit: MoneyUnit) -> [Bilingual] {
    guard !world.reserves.isEmpty else { return [] }
    let money = reserveMoney
    return model.programmes.indices.compactMap { programme in
      let borne = money[programme]
      guard borne.contains(where: { $0.drawn != 0 }) else { return nil }
      let name = model.programmes[programme].name
      let parts = zip(years, borne).map { year, sums in
        part(heading(ofYear: year), sums, printed(programme, year: year, unit) ?? 0, unit)
      }
      return Bilingual(
        zh: "\(name.zh)为净额，储备金承担的部分在补足时列支。" + parts.map(\.zh).joined(separator: "；"),
        en: "\(name.en) is net: what reserves bear is charged when they are filled up again. "
          + parts.map(\.en).joined(separator: "; "))
    }
  }

  /// Fen by programme and year: paid by the programme's other rules, drawn from reserves, put into them.
  private var reserveMoney: [[(paid: Int64, drawn: Int64, filled: Int64)]] {
    let blank = years.map { _ in (paid: Int64(0), drawn: Int64(0), filled: Int64(0)) }
    var sums = model.programmes.map { _ in blank }
    let programmes = world.programmeOfRule
    for line in projection.lines {
      let (programme, year) = (programmes[Int(line.rule)], line.paid.year - (years.first ?? 0))
      switch line.type {
      case .reserveDrawdown: sums[programme][year].drawn -= line.fen
      case .reserveTopUp: sums[programme][year].filled += line.fen
      default: sums[programme][year].paid += line.fen
      }
    }
    return sums
  }

  /// "2027年发放1,401.07，储备金承担963.32，补足0.00", fitted to the printed sum.
  private func part(
    _ year: Bilingual, _ sums: (paid: Int64, drawn: Int64, filled: Int64), _ printed: Int64,
    _ unit: MoneyUnit
  ) -> Bilingual {
    let fitted = MoneyGrid.fit([sums.paid, -sums.drawn, sums.filled], quantum: unit.quantum, total: printed)
    let texts = [fitted[0], -fitted[1], fitted[2]].map { NumberText.scaled($0, places: unit.places) }
    return Bilingual(
      zh: "\(year.zh)发放\(texts[0])，储备金承担\(texts[1])，补足\(texts[2])",
      en: "\(year.en): paid \(texts[0]), borne by reserves \(texts[1]), filled up \(texts[2])")
  }
}

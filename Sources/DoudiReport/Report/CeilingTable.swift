import DoudiInputs

extension EnsembleReport {
  /// Budget ceilings with the chance that each is exceeded; nil where there are none.
  func ceilingTable(_ unit: MoneyUnit) -> Table? {
    let rows = ceilings.filter { $0.share != nil }
    guard !rows.isEmpty else { return nil }
    let names = rows.map { Word($0.ceiling.output, Labels.ceilingOf($0.ceiling.output)) }
    let money = rows.map { Int64(exactly: ($0.ceiling.cny * 100 / Double(unit.quantum)).rounded()) }
    return Table(
      id: "ceilings", title: card.heading.title(Labels.ceilings, unit: unit.label),
      columns: [
        Column("name", Labels.limitOrCeiling, .words(names.indices.map { Int32($0) }, names)),
        Column(
          "region", Labels.region,
          .words(rows.indices.map { Int32($0) }, rows.map { word($0.ceiling.region) })),
        Column("year", Labels.yearHeading, .texts(rows.map { "\($0.ceiling.year)" })),
        Column("bound", Labels.ceilingMoney, .units(money, places: unit.places)),
        Column(
          "probability", Labels.chanceOfExceeding, .reals(rows.map { ($0.share ?? .nan) * 100 }, places: 1)),
      ])
  }
}

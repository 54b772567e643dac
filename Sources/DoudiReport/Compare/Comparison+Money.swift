import DoudiInputs
import DoudiModel
import DoudiUnits

extension Comparison {
  /// Money of the year by programme, fund, tier and region, each with differences to A.
  func moneyTables(_ unit: MoneyUnit, _ printing: Printing = .adjusted) -> [Table] {
    let form = (unit, printing)
    let funds = unique(money.charges.map(\.fund))
    let programmes = unique(money.charges.map(\.programme))
    let regions = topRegions
    let place = Dictionary(regions.enumerated().map { ($1.id, $0) }) { first, _ in first }
    let regionOf = money.leaves.map { leaf in place[topRegion(of: leaf)] }
    return [
      table("compare_programmes", Labels.byProgramme, Labels.programme, programmes.map(programmeWord), form) {
        _, charge, _ in programmes.firstIndex(of: money.charges[charge].programme)
      },
      table("compare_funds", Labels.byFund, Labels.fund, funds.map(fundWord), form) { _, charge, _ in
        funds.firstIndex(of: money.charges[charge].fund)
      },
      table(
        "compare_tiers", Labels.tiers, Labels.tierTitle, Tier.allCases.map { Word($0.id, Labels.tier($0)) },
        form
      ) { _, _, tier in tier },
      table("compare_regions", Labels.regions, Labels.region, regions, form) { leaf, _, _ in regionOf[leaf] },
    ]
  }

  private func unique(_ names: [String]) -> [String] {
    names.reduce(into: []) { found, name in
      if !found.contains(name) { found.append(name) }
    }
  }

  private func programmeWord(_ id: String) -> Word {
    let named = runs.lazy.compactMap { $0.model.programmes.first { $0.id == id } }.first
    return Word(id, named?.name ?? Bilingual(zh: id, en: id))
  }

  private func fundWord(_ id: String) -> Word {
    let named = runs.lazy.compactMap { $0.model.funds.first { $0.id == id } }.first
    return Word(id, named?.name ?? Bilingual(zh: id, en: id))
  }

  /// The parts of the roots, as `run` lists them.
  private var topRegions: [Word] {
    var found: [Word] = []
    for tree in runs.map(\.model.space.tree) {
      let parts = tree.children(of: tree.root.code)
      for region in parts.isEmpty ? [tree.root] : parts
      where !found.contains(where: { $0.id == region.code.text }) {
        found.append(Word(region.code.text, region.name))
      }
    }
    return found
  }

  private func topRegion(of leaf: RegionCode) -> String {
    for tree in runs.map(\.model.space.tree) where tree.region(leaf) != nil {
      let line = [leaf] + tree.ancestors(of: leaf).map(\.code)
      return (line.count > 1 ? line[line.count - 2] : leaf).text
    }
    return leaf.text
  }

  /// One table: figures as `run` prints them, their differences, and the change in per cent of the exact money.
  private func table(
    _ id: String, _ name: Bilingual, _ key: Bilingual, _ words: [Word],
    _ form: (unit: MoneyUnit, printing: Printing),
    row: (_ leaf: Int, _ charge: Int, _ tier: Int) -> Int?
  ) -> Table {
    let unit = form.unit
    let sums = runs.indices.map { money.sums($0, rows: words.count, row: row) }
    let position = money.years.firstIndex(of: year)
    let shown = words.indices.filter { row in sums.contains { run in run[row].contains { $0 != 0 } } }
    let printed = self.printed(sums, shown, unit)
    let exact = runs.indices.map { run -> [Int64] in
      let values = shown.map { row in position.map { sums[run][row][$0] } ?? 0 }
      return values + [values.reduce(0, +)]
    }
    let names = shown.map { words[$0] } + [Word("total", Labels.total)]
    var columns = [Column("name", key, .words(names.indices.map { Int32($0) }, names))]
    /// Whole fen, each printed by itself, where that is asked for and the runs cover the year.
    func values(_ fitted: [Int64?], _ fen: [Int64]) -> Values {
      form.printing == .rounded && !fitted.contains(nil) ? .fen(fen) : Self.units(fitted, unit)
    }
    columns += runs.indices.map {
      Column(
        runs[$0].letter, Bilingual(zh: runs[$0].letter, en: runs[$0].letter), values(printed[$0], exact[$0]))
    }
    for run in others {
      let gap = Self.gaps(printed[run], printed[0])
      columns.append(
        Column(
          "\(runs[run].letter)-A", differenceTitle(run),
          values(gap, zip(exact[run], exact[0]).map { $0 - $1 })))
      let percent = zip(exact[run], exact[0]).map { Self.percent($0, of: $1) }
      columns.append(Column("\(runs[run].letter)-A_percent", percentTitle(run), .reals(percent, places: 2)))
    }
    var table = Table(
      id: id, title: title(name, unit: unit.label), columns: columns,
      rowKinds: shown.map { _ in .body } + [.total])
    if exact.allSatisfy({ $0 == exact[0] }) { table.notes = [Labels.noDifference] }
    return table
  }

  /// By run, printed units of the rows in the year and of their sum, as `run` prints them, save that money that is
  /// A's prints as A's; nil where a run does not cover the year.
  private func printed(_ sums: [[[Int64]]], _ shown: [Int], _ unit: MoneyUnit) -> [[Int64?]] {
    let position = money.years.firstIndex(of: year) ?? 0
    var found: [[Int64?]] = []
    for run in runs.indices {
      guard let column = runs[run].report.years.firstIndex(of: year) else {
        found.append([Int64?](repeating: nil, count: shown.count + 1))
        continue
      }
      // Only rows of this run's own, so that last digits fall as in its tables.
      let own = shown.filter { row in sums[run][row].contains { $0 != 0 } }
      let grid = MoneyGrid(fen: own.map { ownYears(sums[run][$0], run) }, quantum: unit.quantum)
      let cells = shown.map { row in own.firstIndex(of: row).map { grid.cells[$0][column] } ?? 0 }
      let total = grid.columnTotals.indices.contains(column) ? grid.columnTotals[column] : 0
      let fen = shown.map { sums[run][$0][position] }
      let anchors = zip(shown, fen).enumerated().map { place, row -> Int64? in
        sums[0][row.0][position] == row.1 ? found.first?[place] : nil
      }
      found.append(Self.anchored(cells, fen, anchors, quantum: unit.quantum, total: total).map { $0 })
    }
    return found
  }

  /// Cells of which some stand already, and their sum: the others take up what is missing to the total.
  private static func anchored(
    _ cells: [Int64], _ fen: [Int64], _ anchors: [Int64?], quantum: Int64, total: Int64
  ) -> [Int64] {
    var cells = zip(cells, anchors).map { $1 ?? $0 }
    let free = cells.indices.filter { anchors[$0] == nil }
    if cells.reduce(0, +) != total, !free.isEmpty {
      let left = total - anchors.reduce(0) { $0 + ($1 ?? 0) }
      let fitted = MoneyGrid.fit(free.map { fen[$0] }, quantum: quantum, total: left)
      for (place, value) in zip(free, fitted) { cells[place] = value }
    }
    return cells + [cells.reduce(0, +)]
  }

  /// The years of a run's own horizon.
  private func ownYears(_ fen: [Int64], _ run: Int) -> [Int64] {
    runs[run].report.years.compactMap { year in money.years.firstIndex(of: year).map { fen[$0] } }
  }

  /// Change of money, %.
  private static func percent(_ value: Int64, of base: Int64) -> Double {
    guard base != 0 else { return .nan }
    return Double(value - base) / Double(base) * 100
  }

  /// Printed units as figures; a dash where not known.
  static func units(_ units: [Int64?], _ unit: MoneyUnit) -> Values {
    let scale = (0..<unit.places).reduce(1.0) { product, _ in product * 10 }
    return .reals(units.map { $0.map { Double($0) / scale } ?? .nan }, places: unit.places)
  }

  /// Differences where both are known.
  static func gaps(_ values: [Int64?], _ base: [Int64?]) -> [Int64?] {
    zip(values, base).map { value, base -> Int64? in
      guard let value, let base else { return nil }
      return value - base
    }
  }

  /// year, region, programme, fund, tier, variant, fen, cny, difference_fen: every year, leaves only.
  func moneyFile() -> Table {
    var keys: [(year: Int, leaf: Int, charge: Int, tier: Int, run: Int)] = []
    for year in money.years.indices {
      for leaf in money.leaves.indices {
        for charge in money.charges.indices {
          for tier in Tier.allCases.indices {
            let some = runs.indices.contains {
              money.fen($0, year: year, leaf: leaf, charge: charge, tier: tier) != 0
            }
            if some { keys += runs.indices.map { (year, leaf, charge, tier, $0) } }
          }
        }
      }
    }
    func fen(_ run: Int, _ key: (year: Int, leaf: Int, charge: Int, tier: Int, run: Int)) -> Int64 {
      money.fen(run, year: key.year, leaf: key.leaf, charge: key.charge, tier: key.tier)
    }
    let own = keys.map { fen($0.run, $0) }
    func words(_ names: [String], _ place: (Int) -> Int) -> Values {
      .words(keys.indices.map { Int32(place($0)) }, names.map { Word($0) })
    }
    return Table(
      id: "compare_money", title: Labels.summary,
      columns: [
        Column("year", words(money.years.map { "\($0)" }) { keys[$0].year }),
        Column("region", words(money.leaves.map(\.text)) { keys[$0].leaf }),
        Column("programme", words(money.charges.map(\.programme)) { keys[$0].charge }),
        Column("fund", words(money.charges.map(\.fund)) { keys[$0].charge }),
        Column("tier", words(Tier.allCases.map(\.id)) { keys[$0].tier }),
        Column("variant", words(runs.map(\.letter)) { keys[$0].run }), Column("fen", .fen(own)),
        Column("cny", .yuan(own)),
        Column("difference_fen", .fen(zip(keys, own).map { $1 - fen(0, $0) })),
      ])
  }
}

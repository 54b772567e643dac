import DoudiInputs
import DoudiModel
import DoudiUnits

extension RunReport {
  /// Programme by year, with the rules and clauses behind each line.
  public func summaryTable(_ unit: MoneyUnit) -> Table {
    let shown = shownProgrammes
    let words = shown.map { Word(model.programmes[$0].id, model.programmes[$0].name) }
    let why = shown.map { programme -> Bilingual? in
      let text = totals.rules[programme].sorted().map { rule in
        let header = model.payments[rule].header
        return "\(header.id) \(header.citation.clause)"
      }.joined(separator: "，")
      return Bilingual(zh: text, en: text.replacing("，", with: ", "))
    }
    var table = yearTable(
      "summary", Labels.summary, unit, Labels.programme, words, shown.map { totals.programmes[$0] }, why: why)
    table.notes += reserveNotes(unit)
    return table
  }

  /// Programmes that were paid for or have rules that paid.
  var shownProgrammes: [Int] {
    model.programmes.indices.filter {
      totals.programmes[$0].contains { $0 != 0 } || !totals.rules[$0].isEmpty
    }
  }

  /// Money of a programme as the summary prints it: of a year, or of all; nil where it prints none.
  func printed(_ programme: Int, year: Int?, _ unit: MoneyUnit) -> Int64? {
    let shown = shownProgrammes
    guard let row = shown.firstIndex(of: programme) else { return nil }
    let grid = MoneyGrid(fen: shown.map { totals.programmes[$0] }, quantum: unit.quantum)
    guard let year else { return grid.rowTotal(row) }
    return years.firstIndex(of: year).map { grid.cells[row][$0] }
  }

  /// Tier by year.
  public func tierTable(_ unit: MoneyUnit) -> Table {
    let shown = Tier.allCases.filter { totals.tiers[Int($0.rawValue)].contains { $0 != 0 } }
    return yearTable(
      "tiers", Labels.tiers, unit, Labels.tierTitle, shown.map { Word($0.id, Labels.tier($0)) },
      shown.map { totals.tiers[Int($0.rawValue)] })
  }

  /// Region by year: the parts of the root, each with all below it.
  public func regionTable(_ unit: MoneyUnit) -> Table {
    let tree = model.space.tree
    let parts = tree.children(of: root.code)
    let shown = parts.isEmpty ? [root] : parts
    return yearTable(
      "regions", Labels.regions, unit, Labels.region, shown.map { Word($0.code.text, $0.name) },
      shown.map { totals(under: $0) })
  }

  /// Fen by year of all leaves below a region.
  func totals(under region: Region) -> [Int64] {
    var sum = years.map { _ in Int64(0) }
    for leaf in leafPositions(under: region) {
      for year in sum.indices { sum[year] += totals.leaves[leaf][year] }
    }
    return sum
  }

  /// Positions of the leaves below a region.
  func leafPositions(under region: Region) -> [Int] {
    model.space.tree.leaves(under: region.code).compactMap { totals.position[$0.code] }
  }

  private func yearTable(
    _ id: String, _ name: Bilingual, _ unit: MoneyUnit, _ heading: Bilingual, _ words: [Word],
    _ fen: [[Int64]],
    why: [Bilingual?]? = nil
  ) -> Table {
    let all = words + [Word("total", Labels.total)]
    let sums = years.indices.map { year in fen.reduce(0) { $0 + $1[year] } }
    let rows = fen + [sums]
    var columns = [Column("name", heading, .words((0..<all.count).map { Int32($0) }, all))]
    columns += years.enumerated().map { position, year in
      Column("\(year)", self.heading(ofYear: year), .fen(rows.map { $0[position] }))
    }
    if years.count > 1 {
      columns.append(Column("total", Labels.total, .fen(rows.map { $0.reduce(0, +) }), isRowTotal: true))
    }
    if let why { columns.append(Column("rules", Labels.rules, .notes(why + [nil]))) }
    return Table(
      id: id, title: title(name, unit: unit.label), lead: [basisLine], columns: columns,
      rowKinds: words.map { _ in .body } + [.total])
  }
}

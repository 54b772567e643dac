import DoudiInputs
import DoudiModel
import DoudiUnits

extension Explainer {
  /// The programmes of the asked name, and what the rules of that name pay.
  func ledgers() -> [Explanation] {
    let programmes = model.programmes.indices.filter { model.programmes[$0].id == query.name }
    let rules = model.payments.indices.filter { names(model.payments[$0].header) }
    return programmes.map { ledger($0) } + rules.map { ledger(model.payments[$0].form.programme, rule: $0) }
  }

  /// Lines of a programme, or of one rule, that the query speaks of.
  private func lines(_ programme: Int, _ rule: Int?) -> [(index: Int, line: LedgerLine)] {
    let all = lines(programme, rule, Set(cells))
    guard all.isEmpty, query.area == .all else { return all }
    return lines(programme, rule, Set(Explainer(projection, query.anyArea, unit: unit).cells))
  }

  private func lines(
    _ programme: Int, _ rule: Int?, _ wanted: Set<Int>
  ) -> [(index: Int, line: LedgerLine)] {
    projection.lines.enumerated().filter { _, line in
      projection.programme(of: line) == programme && rule.map { $0 == Int(line.rule) } ?? true
        && line.fen != 0 && wanted.contains(Int(line.cell))
        && (query.month.map { $0 == line.paid } ?? query.year.map { $0 == line.paid.year } ?? true)
    }.map { ($0.offset, $0.element) }
  }

  /// A programme's money, or one rule's.
  private func ledger(_ programme: Int, rule: Int? = nil) -> Explanation {
    let header = rule.map { model.payments[$0].header }
    let name = header?.name ?? model.programmes[programme].name
    let found = lines(programme, rule)
    let isSingle = Set(found.map { "\($0.line.cell) \($0.line.paid)" }).count == 1
    let largest = found.max { ($0.line.fen.magnitude, -$0.index) < ($1.line.fen.magnitude, -$1.index) }
    let shown = isSingle ? found.map(\.line) : largest.map { [$0.line] } ?? []
    let traces = shown.map { line in
      let type = Labels.lineType(line.type)
      let time = line.entitled == line.paid ? "\(line.paid)" : "\(line.paid) (\(line.entitled))"
      let where_ = place(Int(line.cell), time)
      return (
        Bilingual(zh: "\(where_.zh) \(type.zh)", en: "\(where_.en), \(type.en)"), projection.explainLine(line)
      )
    }
    return Explanation(
      figure: "ledger/\(header?.id ?? model.programmes[programme].id)", title: name,
      tables: found.count > 1
        ? compositions(found, Labels.composed(name, time, unit), rule == nil ? printed(programme) : nil) : [],
      traces: traces)
  }

  private var time: String {
    query.month.map { "\($0)" } ?? query.year.map { "\($0)" } ?? "\(horizon.first)…\(horizon.last)"
  }

  /// The sum as `run` prints it, where it prints one: of the whole place, for a year or all of them.
  private func printed(_ programme: Int) -> Int64? {
    let isWhole = query.region.map { $0 == model.space.tree.root.code } ?? true
    guard isWhole, query.area == nil, query.month == nil else { return nil }
    return RunReport(projection, withEffects: false).printed(programme, year: query.year, unit)
  }

  /// The lines added up by region, by line type and rule, and by tier.
  private func compositions(
    _ found: [(index: Int, line: LedgerLine)], _ title: Bilingual, _ printed: Int64?
  ) -> [Table] {
    let leaves = model.space.leaves.map { Word($0.code.text, $0.name) }
    var tables = [
      sums(
        "by_region", title, Labels.region, leaves,
        found.map { (model.space.cells[Int($0.line.cell)].leaf, $0.line.fen) })
    ]
    let types = model.payments.flatMap { rule in
      LineType.allCases.map { type in
        let label = Labels.lineType(type)
        return Word(
          "\(type.id) \(rule.header.id)",
          Bilingual(
            zh: "\(label.zh) \(rule.header.id) \(rule.header.name.zh)",
            en: "\(label.en) \(rule.header.id) \(rule.header.name.en)"))
      }
    }
    let kind = found.map {
      (Int($0.line.rule) * LineType.allCases.count + Int($0.line.type.rawValue), $0.line.fen)
    }
    tables.append(sums("by_line_type", title, Labels.lineTypeTitle, types, kind))
    let tiers = found.flatMap { one in
      Tier.allCases.map { (Int($0.rawValue), projection.share(ofLine: one.index, tier: $0).fen) }
    }
    let words = Tier.allCases.map { Word($0.id, Labels.tier($0)) }
    tables.append(sums("by_tier", title, Labels.tierTitle, words, tiers))
    for index in tables.indices { tables[index].printedTotal = printed }
    return tables
  }

  private func sums(
    _ id: String, _ title: Bilingual, _ heading: Bilingual, _ words: [Word],
    _ parts: [(word: Int, fen: Int64)]
  ) -> Table {
    var sum = [Int64](repeating: 0, count: words.count)
    for part in parts { sum[part.word] += part.fen }
    let shown = sum.indices.filter { sum[$0] != 0 }
    let all = words + [Word("total", Labels.total)]
    let fen = shown.map { sum[$0] }
    return Table(
      id: id, title: title,
      columns: [
        Column("name", heading, .words((shown + [words.count]).map { Int32($0) }, all)),
        Column("fen", Labels.money, .fen(fen + [fen.reduce(0, +)])),
      ], rowKinds: shown.map { _ in .body } + [.total])
  }
}

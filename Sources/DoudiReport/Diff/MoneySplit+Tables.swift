import DoudiInputs
import DoudiUnits

/// The money of each cause: by programme and year, by who pays, by single input.
struct SplitTables {
  let split: MoneySplit
  let names: ChangeNames
  /// What the names of the tables begin with.
  let prefix: String

  private static let unsplit = Bilingual(zh: "未能分开", en: "Not separated")
  private static let single: [Cause] = Cause.allCases

  /// Identifiers and whole fen, for files and JSON.
  var files: [Table] { [byCause(isPrinted: false), byPayer(isPrinted: false), byInput()] }

  /// In yuan to the fen, for people; tables without a row and columns without money are left out.
  var printed: [Table] {
    [byCause(isPrinted: true), byPayer(isPrinted: true), inputsPrinted()].filter { $0.rowCount > 0 }
  }

  private func byCause(isPrinted: Bool) -> Table {
    let keys = keys(\.spending)
    return table(
      "by_cause", Bilingual(zh: "各原因的金额（按项目）", en: "Money by cause, programme and year"), keys, \.spending,
      names: [
        Column("programme", Labels.programme, words(keys.map { names.programme($0[0]) })),
        Column("year", Labels.yearHeading, words(keys.map { Word($0[1]) })),
      ], isPrinted)
  }

  private func byPayer(isPrinted: Bool) -> Table {
    let keys = keys(\.funding)
    return table(
      "by_payer", Bilingual(zh: "各原因的金额（按负担层级）", en: "Money by cause, fund and tier that pays"), keys,
      \.funding,
      names: [
        Column("fund", Labels.fund, words(keys.map { names.fund($0[0]) })),
        Column("tier", Labels.tierTitle, words(keys.map { ChangeNames.tier($0[1]) })),
        Column("year", Labels.yearHeading, words(keys.map { Word($0[2]) })),
      ], isPrinted)
  }

  private func words(_ words: [Word]) -> Values { .words(words.indices.map { Int32($0) }, words) }

  /// Rows with a difference, or with parts that cancel.
  private func keys(_ of: KeyPath<RunSums, [[String]: Int64]>) -> [[String]] {
    var found = Set((split.after - split.before)[keyPath: of].keys)
    for part in split.parts { found.formUnion(part.money[keyPath: of].keys) }
    let order = Dictionary(Tier.allCases.map { ($0.id, "\($0.rawValue)") }) { first, _ in first }
    func place(_ key: [String]) -> [String] {
      key.count == 3 ? [key[0], key[2], order[key[1]] ?? key[1]] : key
    }
    return found.sorted { place($0).lexicographicallyPrecedes(place($1)) }
  }

  private func table(
    _ id: String, _ title: Bilingual, _ keys: [[String]], _ of: KeyPath<RunSums, [[String]: Int64]>,
    names: [Column], _ isPrinted: Bool
  ) -> Table {
    func sum(_ key: [String], _ parts: [MoneySplit.Part]) -> Int64 {
      parts.reduce(0) { $0 &+ ($1.money[keyPath: of][key] ?? 0) }
    }
    func money(_ id: String, _ title: Bilingual, _ fen: [Int64]) -> Column {
      isPrinted ? Column(id, title, .units(fen, places: 2)) : Column("\(id)_fen", title, .fen(fen))
    }
    var columns = names + [money("before", Self.old, keys.map { split.before[keyPath: of][$0] ?? 0 })]
    for cause in Self.single {
      let fen = keys.map { key in sum(key, split.parts.filter { $0.cause == cause }) }
      if isPrinted, fen.allSatisfy({ $0 == 0 }) { continue }
      columns.append(money(cause.rawValue, cause.label, fen))
    }
    let mixed = split.parts.filter { $0.cause == nil }
    let rest = keys.map { sum($0, mixed) }
    if !isPrinted || rest.contains(where: { $0 != 0 }) {
      let holds = zip(keys, rest).map { key, _ in
        mixed.filter { ($0.money[keyPath: of][key] ?? 0) != 0 }
      }
      let words = holds.map { Cause.word($0.reduce(into: Set()) { $0.formUnion($1.causes) }) }
      columns += [
        money("unsplit", Self.unsplit, rest),
        Column(
          "may_hold", Bilingual(zh: "可能出自", en: "May come from"),
          .words(holds.indices.map { holds[$0].isEmpty ? -1 : Int32($0) }, words)),
      ]
    }
    columns.append(money("after", Self.new, keys.map { split.after[keyPath: of][$0] ?? 0 }))
    return Table(
      id: "\(prefix)_\(id)", title: isPrinted ? Self.inYuan(title) : title, columns: columns,
      notes: isPrinted && id == "by_cause" ? [Self.order] : [])
  }

  private static let old = Bilingual(zh: "原", en: "Before")
  private static let new = Bilingual(zh: "现", en: "Now")
  private static let order = Bilingual(
    zh: "原＋各原因＝现，精确到分。把变动的输入逐项换回原值重算得出，次序为程序、数据、规则、假设，各项为在其前各项之上增加的金额",
    en:
      "Before + causes = now, to the fen. Inputs are put back one after another and run again; in the order program, data, rule, assumption each is what it adds to those before it"
  )

  private static func inYuan(_ title: Bilingual) -> Bilingual {
    Bilingual(
      zh: "\(title.zh) · 单位：\(MoneyUnit.yuan.label.zh)", en: "\(title.en) · in \(MoneyUnit.yuan.label.en)")
  }

  // MARK: single inputs

  private var told: [MoneySplit.Part] { split.parts.filter { !$0.inputs.isEmpty } }

  /// What a part is of: one input, or all of a cause.
  private func what(_ part: MoneySplit.Part) -> Word {
    // What goes with a rule that is switched is part of it.
    let rules = part.cause == .rule ? part.inputs.filter { $0.kind == "rule" } : []
    let inputs = rules.isEmpty ? part.inputs : rules
    let names = inputs.map(self.names.input)
    guard inputs.count > 3 else {
      return Word(
        names.map(\.id).joined(separator: " + "),
        Bilingual(
          zh: names.map(\.label.zh).joined(separator: "＋"), en: names.map(\.label.en).joined(separator: " + ")
        )
      )
    }
    let cause = Cause.word(part.causes)
    return Word(
      "\(cause.id): \(inputs.count) inputs",
      Bilingual(
        zh: "\(cause.label.zh)：\(inputs.count)项输入", en: "\(cause.label.en): \(inputs.count) inputs"))
  }

  /// causes, input, programme, fund, tier, year, fen: what each input moves. Rows with a programme add up to what is
  /// spent, rows with a tier to who pays it.
  private func byInput() -> Table {
    struct Row {
      let part: Int
      let programme, fund, tier: String?
      let year: String
      let fen: Int64
    }
    let rows = told.enumerated().flatMap { place, part -> [Row] in
      let spent = part.money.spending.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      let paid = part.money.funding.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      return spent.map {
        Row(part: place, programme: $0.key[0], fund: nil, tier: nil, year: $0.key[1], fen: $0.value)
      }
        + paid.map {
          Row(part: place, programme: nil, fund: $0.key[0], tier: $0.key[1], year: $0.key[2], fen: $0.value)
        }
    }
    return Table(
      id: "\(prefix)_by_input", title: Self.inputs,
      columns: [
        Column("cause", .words(rows.map { Int32($0.part) }, told.map { Cause.word($0.causes) })),
        Column("input", .words(rows.map { Int32($0.part) }, told.map(what))),
        Column("programme", .texts(rows.map(\.programme))), Column("fund", .texts(rows.map(\.fund))),
        Column("tier", .texts(rows.map(\.tier))), Column("year", .texts(rows.map(\.year))),
        Column("fen", .fen(rows.map(\.fen))),
      ])
  }

  private static let inputs = Bilingual(zh: "各项输入的金额", en: "Money by input")

  /// An input and year a row: what is spent more, and who pays it.
  private func inputsPrinted() -> Table {
    var rows: [(part: Int, year: String)] = []
    for (place, part) in told.enumerated() {
      let years = Set(part.money.spending.keys.map { $0[1] } + part.money.funding.keys.map { $0[2] })
      rows += years.sorted().map { (place, $0) }
    }
    let tiers = Tier.allCases.map(\.id).filter { tier in
      told.contains { $0.money.funding.contains { $0.key[1] == tier && $0.value != 0 } }
    }
    func spent(_ row: (part: Int, year: String)) -> Int64 {
      told[row.part].money.spending.reduce(0) { $1.key[1] == row.year ? $0 &+ $1.value : $0 }
    }
    func paid(_ row: (part: Int, year: String), _ tier: String) -> Int64 {
      told[row.part].money.funding.reduce(0) {
        $1.key[1] == tier && $1.key[2] == row.year ? $0 &+ $1.value : $0
      }
    }
    var columns = [
      Column(
        "input", Bilingual(zh: "输入", en: "Input"), .words(rows.map { Int32($0.part) }, told.map(what)),
        width: Column.names),
      Column(
        "cause", Bilingual(zh: "原因", en: "Why"),
        .words(rows.map { Int32($0.part) }, told.map { Cause.word($0.causes) })),
      Column("year", Labels.yearHeading, words(rows.map { Word($0.year) })),
      Column("spending", Bilingual(zh: "支出增减", en: "Spending"), .units(rows.map(spent), places: 2)),
    ]
    for tier in tiers {
      let label = ChangeNames.tier(tier).label
      columns.append(
        Column(
          "tier_\(tier)", Bilingual(zh: "其中\(label.zh)", en: "of it \(label.en)"),
          .units(rows.map { paid($0, tier) }, places: 2)))
    }
    return Table(id: "\(prefix)_by_input", title: Self.inYuan(Self.inputs), columns: columns)
  }
}

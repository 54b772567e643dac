public import DoudiInputs
import DoudiModel
import DoudiUnits

extension RunDifference {
  private static let what = Bilingual(zh: "项目", en: "What")
  private static let old = Bilingual(zh: "原", en: "Before")
  private static let new = Bilingual(zh: "现", en: "Now")
  private static let why = Bilingual(zh: "原因", en: "Why")
  private static let shownRows = 30

  /// Every difference, one row each, for files and JSON.
  public func fileTables() -> [Table] { tables(isPrinted: false) }

  private func tables(isPrinted: Bool) -> [Table] {
    [
      runTable(), fileTable(), inputTable(isPrinted), moneyTable(), fundingTable(),
      figureTable("diff_standards", standards), figureTable("diff_people", people), limitTable(),
      otherTable(),
    ] + (isPrinted ? [] : splitTables?.files ?? [])
  }

  private var splitTables: SplitTables? { split.map { SplitTables(split: $0, names: names, prefix: "diff") } }

  /// What differs, for a terminal; tables without a row are left out, long ones are cut.
  public func screenTables(_ unit: MoneyUnit) -> [Table] {
    let tables = tables(isPrinted: true).filter { $0.rowCount > 0 }
    let place = tables.firstIndex { $0.id == "diff_standards" } ?? tables.count
    return (tables[..<place] + (splitTables?.printed ?? []) + tables[place...]).map { table in
      var shown = table.prefix(Self.shownRows)
      if table.id == "diff_money", let splitNote { shown.notes.append(splitNote) }
      if ["diff_money", "diff_funding"].contains(table.id) {
        shown.notes.append(Labels.roundedNote)
        shown.title = Bilingual(
          zh: "\(table.title.zh) · 单位：\(unit.label.zh)", en: "\(table.title.en) · in \(unit.label.en)")
      }
      if table.rowCount > Self.shownRows {
        shown.notes.append(Labels.rowsShown(Self.shownRows, table.rowCount, table.id + ".csv"))
      }
      return shown
    }
  }

  private func causeColumn(_ count: Int, _ own: Set<Cause>? = nil) -> Column {
    Column("why", Self.why, .words(Array(repeating: 0, count: count), [Cause.word(own ?? causes)]))
  }

  private static func listed(_ words: [Word]) -> Values { .words(words.indices.map { Int32($0) }, words) }

  /// Identifiers in files, words on a screen; empty ones are none.
  private static func words(_ texts: [String], _ label: (String) -> Bilingual?) -> Values {
    .words(
      texts.enumerated().map { $1.isEmpty ? -1 : Int32($0) },
      texts.map { Word($0, label($0) ?? Bilingual(zh: $0, en: $0)) })
  }

  private static func kind(_ id: String) -> Bilingual? {
    ModelInput.Kind(rawValue: id).map(Labels.inputKind)
  }

  private static func verdict(_ id: String) -> Bilingual? { Finding(rawValue: id).map(Labels.finding) }

  private static let names: [String: Bilingual] = [
    "program": Bilingual(zh: "程序版本", en: "program"), "scenario": Bilingual(zh: "方案", en: "scenario"),
    "run_id": Bilingual(zh: "测算编号", en: "run"), "draws": Bilingual(zh: "抽样", en: "draws"),
  ]

  private func runTable() -> Table {
    let all = [
      ("program", before.program, after.program), ("scenario", before.scenario, after.scenario),
      ("run_id", before.runID, after.runID), ("draws", before.draws ?? "", after.draws ?? ""),
    ].filter { $0.1 != $0.2 && !($0.0 == "draws" && ($0.1.isEmpty || $0.2.isEmpty)) }
    return Table(
      id: "diff_run", title: Bilingual(zh: "测算", en: "Runs"),
      columns: [
        Column("name", Self.what, Self.words(all.map(\.0)) { Self.names[$0] }),
        Column("before", Self.old, .texts(all.map(\.1))),
        Column("after", Self.new, .texts(all.map(\.2))),
      ])
  }

  private func fileTable() -> Table {
    func short(_ sum: String?) -> String? { sum.map { String($0.prefix(16)) } }
    return Table(
      id: "diff_files",
      title: Bilingual(zh: "输入文件（SHA-256前16位）", en: "Input files (first 16 digits of SHA-256)"),
      columns: [
        Column("path", Self.what, .texts(files.map(\.path))),
        Column(
          "cause", Labels.inputKindTitle,
          .words(files.indices.map { Int32($0) }, files.map { Cause.word([$0.cause]) })),
        Column("before", Self.old, .texts(files.map { short($0.before) })),
        Column("after", Self.new, .texts(files.map { short($0.after) })),
      ])
  }

  private func inputTable(_ isPrinted: Bool) -> Table {
    func told(_ text: (InputChange) -> String?) -> Values {
      guard isPrinted else { return .figures(inputs.map(text)) }
      let words = inputs.map { one in names.value(one, text(one)) }
      return .words(words.indices.map { words[$0] == nil ? -1 : Int32($0) }, words.map { $0 ?? Word("") })
    }
    return Table(
      id: "diff_inputs", title: Labels.inputsDiffer,
      columns: [
        Column("kind", Labels.inputKindTitle, Self.words(inputs.map(\.kind), Self.kind)),
        Column(
          "name", Self.what, Self.listed(inputs.map { Word($0.name, names.input($0).label) }),
          width: Column.names),
        Column(
          "cause", Self.why, .words(inputs.indices.map { Int32($0) }, inputs.map { Cause.word([$0.cause]) })),
        Column("before", Self.old, told { $0.before }),
        Column("after", Self.new, told { $0.after }),
        Column(
          "unit", Labels.unit,
          .unitWords(inputs.map { isPrinted && ["flag", "1"].contains($0.unit) ? "" : $0.unit })),
      ])
  }

  private func moneyTable() -> Table {
    Table(
      id: "diff_money", title: Labels.byProgramme,
      columns: [
        Column("programme", Labels.programme, Self.listed(money.map { names.programme($0.programme) })),
        Column("year", Labels.yearHeading, .texts(money.map(\.year))),
        Column("before_fen", Self.old, .fen(money.map(\.before))),
        Column("after_fen", Self.new, .fen(money.map(\.after))),
        Column(
          "difference_fen", Bilingual(zh: "增减", en: "Change"), .fen(money.map { $0.after &- $0.before })),
        Column("why", Self.why, Self.listed(money.map { why($0) })),
      ])
  }

  private func fundingTable() -> Table {
    Table(
      id: "diff_funding", title: Bilingual(zh: "按资金与负担层级", en: "By fund and tier that pays"),
      columns: [
        Column("fund", Labels.fund, Self.listed(funding.map { names.fund($0.fund) })),
        Column("tier", Labels.tierTitle, Self.listed(funding.map { ChangeNames.tier($0.tier) })),
        Column("year", Labels.yearHeading, .texts(funding.map(\.year))),
        Column("before_fen", Self.old, .fen(funding.map(\.before))),
        Column("after_fen", Self.new, .fen(funding.map(\.after))),
        Column(
          "difference_fen", Bilingual(zh: "增减", en: "Change"), .fen(funding.map { $0.after &- $0.before })),
        Column("why", Self.why, Self.listed(funding.map { why($0) })),
      ])
  }

  private func figureTable(_ id: String, _ all: [FigureChange]) -> Table {
    Table(
      id: id, title: id == "diff_people" ? Labels.caseload : Labels.standards,
      columns: [
        Column("region", Labels.region, Self.listed(all.map { names.place($0.region) })),
        Column(
          "area", Labels.areaTitle, Self.words(all.map(\.area)) { Area(id: $0).map { Labels.area($0) } }),
        Column(
          "name", Self.what, Self.words(all.map(\.name)) { names.amounts[$0] ?? names.groups[$0] }),
        Column("first_month", Bilingual(zh: "最早月份", en: "First month"), .texts(all.map(\.first))),
        Column("months", Bilingual(zh: "月数", en: "Months"), .figures(all.map { "\($0.months)" })),
        Column("before", Self.old, figures(id, all.map(\.before))),
        Column("after", Self.new, figures(id, all.map(\.after))),
        causeColumn(all.count, figureCauses),
      ])
  }

  /// Standards are exact texts, people real numbers.
  private func figures(_ id: String, _ texts: [String]) -> Values {
    id == "diff_people" ? .persons(texts.map { Double($0) ?? .nan }) : .figures(texts)
  }

  private func limitTable() -> Table {
    Table(
      id: "diff_limits", title: Bilingual(zh: "结论改变的限额", en: "Limits whose verdict changes"),
      columns: [
        Column(
          "id", Labels.limit,
          Self.words(limits.map(\.id)) { id in names.rules[id].map { ChangeNames.named($0.name, id) } }),
        Column("region", Labels.region, Self.listed(limits.map { names.place($0.region) })),
        Column("period", Labels.period, .texts(limits.map(\.period))),
        Column("before", Self.old, Self.words(limits.map { $0.verdictBefore ?? "" }, Self.verdict)),
        Column("after", Self.new, Self.words(limits.map { $0.verdictAfter ?? "" }, Self.verdict)),
        Column("slack_before", Bilingual(zh: "原余量", en: "Slack before"), .figures(limits.map(\.slackBefore))),
        Column("slack_after", Bilingual(zh: "现余量", en: "Slack now"), .figures(limits.map(\.slackAfter))),
        Column("unit", Labels.unit, .texts(limits.map(\.unit))), causeColumn(limits.count),
      ])
  }

  private func otherTable() -> Table {
    Table(
      id: "diff_tables", title: Bilingual(zh: "其他表中不同的行", en: "Rows of other tables that differ"),
      columns: [
        Column(
          "table", Self.what, Self.words(others.map(\.table)) { TableCatalogue.entry($0)?.title }),
        Column("rows", Bilingual(zh: "行数", en: "Rows"), .figures(others.map { "\($0.rows)" })),
        causeColumn(others.count),
      ])
  }

  /// Writes {schema_version, program, same, causes, notes, then each table}.
  /// - Throws: where the bytes cannot be written.
  public func writeJSON(_ language: Language, to output: ByteOutput) throws {
    output.buffer.append("{\"schema_version\":\(ProgramVersion.schema),\"program\":")
    output.buffer.append(jsonString: ProgramVersion.text)
    output.buffer.append(",\"same\":\(isSame),\"causes\":[")
    for (place, cause) in Cause.allCases.filter(causes.contains).enumerated() {
      if place > 0 { output.buffer.append(",") }
      output.buffer.append(jsonString: cause.rawValue)
    }
    output.buffer.append("],\"notes\":[")
    for (place, note) in notes.enumerated() {
      if place > 0 { output.buffer.append(",") }
      output.buffer.append(jsonString: note.text(language))
    }
    output.buffer.append("]")
    for table in fileTables() {
      output.buffer.append(",\n\"\(table.id)\":")
      try JSONRows.write(table, to: output)
    }
    output.buffer.append("}\n")
    try output.finish()
  }
}

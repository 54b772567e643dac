public import DoudiInputs
import DoudiModel

extension RunDifference {
  private static let what = Bilingual(zh: "项目", en: "What")
  private static let old = Bilingual(zh: "原", en: "Before")
  private static let new = Bilingual(zh: "现", en: "Now")
  private static let why = Bilingual(zh: "原因", en: "Why")
  private static let shownRows = 30

  /// Every difference, one row each, for files and JSON.
  public func fileTables() -> [Table] {
    [
      runTable(), fileTable(), inputTable(), moneyTable(), figureTable("diff_standards", standards),
      figureTable("diff_people", people), limitTable(), otherTable(),
    ]
  }

  /// What differs, for a terminal; tables without a row are left out, long ones are cut.
  public func screenTables(_ unit: MoneyUnit) -> [Table] {
    fileTables().filter { $0.rowCount > 0 }.map { table in
      var shown = table.prefix(Self.shownRows)
      if table.id == "diff_money" {
        shown.title = Bilingual(
          zh: "\(table.title.zh) · 单位：\(unit.label.zh)", en: "\(table.title.en) · in \(unit.label.en)")
      }
      if table.rowCount > Self.shownRows {
        shown.notes.append(Labels.rowsShown(Self.shownRows, table.rowCount, "--json"))
      }
      return shown
    }
  }

  private func causeColumn(_ count: Int) -> Column {
    Column("why", Self.why, .words(Array(repeating: 0, count: count), [Cause.word(causes)]))
  }

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

  private func inputTable() -> Table {
    Table(
      id: "diff_inputs", title: Labels.inputsDiffer,
      columns: [
        Column("kind", Labels.inputKindTitle, Self.words(inputs.map(\.kind), Self.kind)),
        Column("name", Self.what, .texts(inputs.map(\.name))),
        Column(
          "cause", Self.why, .words(inputs.indices.map { Int32($0) }, inputs.map { Cause.word([$0.cause]) })),
        Column("before", Self.old, .figures(inputs.map(\.before))),
        Column("after", Self.new, .figures(inputs.map(\.after))),
        Column("unit", Labels.unit, .texts(inputs.map(\.unit))),
      ])
  }

  private func moneyTable() -> Table {
    Table(
      id: "diff_money", title: Labels.byProgramme,
      columns: [
        Column("programme", Labels.programme, .texts(money.map(\.programme))),
        Column("year", Labels.yearHeading, .texts(money.map(\.year))),
        Column("before_fen", Self.old, .fen(money.map(\.before))),
        Column("after_fen", Self.new, .fen(money.map(\.after))),
        Column(
          "difference_fen", Bilingual(zh: "增减", en: "Change"), .fen(money.map { $0.after &- $0.before })),
        causeColumn(money.count),
      ])
  }

  private func figureTable(_ id: String, _ all: [FigureChange]) -> Table {
    Table(
      id: id, title: id == "diff_people" ? Labels.caseload : Labels.standards,
      columns: [
        Column("region", Labels.region, .texts(all.map(\.region))),
        Column("area", Labels.areaTitle, .texts(all.map(\.area))),
        Column("name", Self.what, .texts(all.map(\.name))),
        Column("first_month", Bilingual(zh: "最早月份", en: "First month"), .texts(all.map(\.first))),
        Column("months", Bilingual(zh: "月数", en: "Months"), .figures(all.map { "\($0.months)" })),
        Column("before", Self.old, figures(id, all.map(\.before))),
        Column("after", Self.new, figures(id, all.map(\.after))),
        causeColumn(all.count),
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
        Column("id", Labels.limit, .texts(limits.map(\.id))),
        Column("region", Labels.region, .texts(limits.map(\.region))),
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
        Column("table", Self.what, .texts(others.map(\.table))),
        Column("rows", Bilingual(zh: "行数", en: "Rows"), .figures(others.map { "\($0.rows)" })),
        causeColumn(others.count),
      ])
  }

  /// What it comes to, in a line or two.
  public var words: Bilingual {
    if isSame {
      let changed = files.count { $0.before != nil && $0.after != nil }
      let alone = files.count - changed
      var (zh, en) = ("没有差别", "no difference")
      if changed > 0 {
        zh += "；\(changed)个输入文件字节不同，内容相同"
        en += "; \(changed) input files differ in bytes alone"
      }
      if alone > 0 {
        zh += "；\(alone)个输入文件只有一方读取，不影响两方共有的结果"
        en += "; \(alone) input files were read by one alone and change nothing that both have"
      }
      return Bilingual(zh: zh, en: en)
    }
    if isSameInFigures {
      return Bilingual(zh: "输入有差别，结果没有差别", en: "the inputs differ, no figure does")
    }
    let cause = Cause.word(causes).label
    return Bilingual(zh: "结果有差别，原因：\(cause.zh)", en: "figures differ, because of: \(cause.en)")
  }

  /// The same, and below it what is not compared.
  public var wordsAndNotes: Bilingual {
    let all = [words] + notes
    return Bilingual(zh: all.map(\.zh).joined(separator: "\n"), en: all.map(\.en).joined(separator: "\n"))
  }

  /// Writes {schema_version, program, same, causes, notes, then each table}.
  /// - Throws: where the bytes cannot be written.
  public func writeJSON(_ language: Language, to output: ByteOutput) throws {
    output.buffer.append("{\"schema_version\":\(RunIdentifier.schemaVersion),\"program\":")
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

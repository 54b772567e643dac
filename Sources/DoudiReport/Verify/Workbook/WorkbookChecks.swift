import DoudiInputs

/// What a workbook says more than once: formulas and their values, sheet 校验, sheet 汇总 and the long table.
struct WorkbookChecks {
  private let record: ExportRecord

  init(_ record: ExportRecord) { self.record = record }

  /// Faults, and how many figures were held against each other.
  func run() -> SumChecks.Found {
    guard let book = record.workbook else { return ([], 0) }
    let facts = WorkbookFacts(book)
    let summary = SummaryChecks(book, record.table("ledger"), facts)
    let none: SumChecks.Found = ([], 0)
    let parts = [
      FormulaChecks(book).run(), KeptChecks(book).run(), summary?.run() ?? none, data(book, facts),
    ]
    return (parts.flatMap(\.faults), parts.reduce(0) { $0 + $1.count })
  }

  /// True where the long table is not the one whose hash sheet 说明 has.
  static func isDataChanged(_ book: ReadWorkbook) -> Bool {
    guard let columns = book.data, let written = WorkbookFacts(book).data else { return false }
    return LongDigest(columns).sha256 != written.sha256
  }

  /// The long table is the one whose hash sheet 说明 has.
  private func data(_ book: ReadWorkbook, _ facts: WorkbookFacts) -> SumChecks.Found {
    guard let columns = book.data, let written = facts.data else { return ([], 0) }
    let now = LongDigest(columns)
    let isSame = now.sha256 == written.sha256 && now.words.text(book.language) == written.words
    guard !isSame else { return ([], 1) }
    let (sheet, words) = (Labels.sheetData.text(book.language), now.words)
    let what = Bilingual(
      zh: "内容与写出时不同（SHA-256）：写出时\(written.words)，现\(words.zh)",
      en: "not what was written (SHA-256): then \(written.words), now \(words.en)")
    return ([VerifyFault(.changed, book.span(sheet, CellPlace(0, 0)), what)], 1)
  }

  /// What is no fault, and good to know.
  func notes() -> [Bilingual] {
    guard let book = record.workbook else { return [] }
    var notes: [Bilingual] = []
    if record.seal == .absent {
      notes.append(
        Bilingual(
          zh:
            "没有doudi写下的哈希：之后由其他程序保存过，字节无法核对。已按内容核对“数据”，并重算公式、“校验”和“汇总”；其他表中不进入任何合计的数字和文字无从核对",
          en:
            "without the hash that doudi writes: saved by another program since, its bytes cannot be checked. Sheet Data was checked by its contents, formulas, checks and summary were worked out anew; on other sheets words, and figures that enter no sum, cannot be checked"
        ))
    }
    let blank = book.withoutValue
    if blank > 0 {
      notes.append(
        Bilingual(
          zh: "\(blank)个公式没有值：保存它的程序不作计算，核对时已算出",
          en:
            "\(blank) formulas have no value: the program that saved them does not compute; they were worked out"
        ))
    }
    if !book.others.isEmpty {
      let names = book.others
      notes.append(
        Bilingual(
          zh: "不是doudi写出的工作表，未核对：\(names.joined(separator: "、"))",
          en: "sheets that doudi did not write, not checked: \(names.joined(separator: ", "))"))
    }
    return notes
  }
}

import DoudiInputs

extension Workbook {
  /// 提标比较: the tables of the memo.
  func comparisonPage() -> Page {
    guard let comparison = content.comparison, comparison.runs.count > 1 else {
      return emptyPage(Labels.sheetComparison, Labels.noComparison)
    }
    var builder = builder(Labels.sheetComparison, unitLine: moneyLine)
    builder.caps = [26, 24, 18, 18, 16, 16, 16, 16, 16, 16, 12, 26]
    for words in comparison.words.lines { builder.line(words) }
    for table in comparison.screenTables(unit, printing: content.printing) {
      builder.section(section(table))
      builder.table(table)
    }
    return Page(builder.finish())
  }
}

extension Bilingual {
  /// Line by line.
  var lines: [Bilingual] {
    let (zh, en) = (zh.split(separator: "\n"), en.split(separator: "\n"))
    return (0..<max(zh.count, en.count)).map { line in
      Bilingual(
        zh: zh.indices.contains(line) ? String(zh[line]) : "",
        en: en.indices.contains(line) ? String(en[line]) : "")
    }
  }
}

/// Reads CSV as RFC 4180 has it: commas, double quotes, a header, LF or CRLF.
///
/// Every fault of the file is reported at once: wrong numbers of fields, quotes,
/// columns without a name or with the same one.
public enum CSVReader {
  /// Reads a whole file.
  /// - Parameters:
  ///   - file: the text.
  ///   - bag: receives DD1007, DD1008 and DD120x.
  /// - Returns: the rows that are whole; nil where there is no usable header.
  public static func read(_ file: SourceFile, into bag: DiagnosticBag) -> CSVTable? {
    guard CharacterCheck.run(file, into: bag) else { return nil }
    guard file.bytes.count < Int(UInt32.max) else {
      bag.error(.fileTooLarge, at: file.startSpan)
      return nil
    }
    var scanner = CSVScanner()
    scanner.scan(file.bytes)
    guard scanner.columnCount > 0 else {
      bag.error(.csvEmpty, at: file.startSpan)
      return nil
    }
    let header = (0..<scanner.columnCount).map { column in
      CSVTable.text(file.bytes[Int(scanner.starts[column])..<Int(scanner.ends[column])])
    }
    if separatorFault(header, file: file, into: bag) { return nil }
    let table = CSVTable(file: file, header: header, starts: scanner.starts, ends: scanner.ends)
    for fault in scanner.faults.prefix(10 * DiagnosticBag.limitPerCode) {
      report(fault, columns: header.count, file: file, into: bag)
    }
    return checkHeader(table, into: bag) ? table : nil
  }

  /// A single column whose name holds another separator: the file was saved for another habit.
  private static func separatorFault(_ header: [String], file: SourceFile, into bag: DiagnosticBag) -> Bool {
    guard header.count == 1, let only = header.first,
      let separator = [";", "\t", "，", "；", "|"].first(where: { only.contains($0) })
    else { return false }
    let name = separator == "\t" ? Bilingual(zh: "制表符", en: "a tab") : Bilingual(zh: separator, en: separator)
    bag.error(
      .wrongSeparator, at: file.startSpan,
      Bilingual(zh: "分隔符是“\(name.zh)”，不是逗号", en: "fields are separated by \(name.en), not by commas"),
      hint: Bilingual(zh: "请另存为“CSV（逗号分隔）UTF-8”", en: "save it as comma-separated CSV, UTF-8"))
    return true
  }

  private static func checkHeader(_ table: CSVTable, into bag: DiagnosticBag) -> Bool {
    var seen: Set<String> = []
    var isGood = true
    for (column, name) in table.header.enumerated() {
      if name.isEmpty {
        bag.error(.unnamedColumn, at: table.headerSpan(column: column))
        isGood = false
      } else if !seen.insert(name).inserted {
        bag.error(
          .duplicateColumn, at: table.headerSpan(column: column),
          Bilingual(zh: "列名 \(name) 重复", en: "duplicate column \(name)"))
        isGood = false
      }
    }
    return isGood
  }

  private static func report(
    _ fault: CSVScanner.Fault, columns: Int, file: SourceFile, into bag: DiagnosticBag
  ) {
    let span = file.span(from: fault.start, to: fault.end)
    switch fault.kind {
    case .quoteNotClosed:
      bag.error(
        .quoteNotClosed, at: SourceSpan(file: file.path, start: span.start),
        hint: Bilingual(zh: "字段里的引号要写两次：\"\"", en: "a quote inside a field is written twice: \"\""))
    case .textAfterQuote:
      bag.error(
        .textAfterQuote, at: span,
        hint: Bilingual(zh: "字段里的引号要写两次：\"\"", en: "a quote inside a field is written twice: \"\""))
    case .strayQuote:
      bag.error(
        .strayQuote, at: span,
        hint: Bilingual(
          zh: "整个字段加引号，里面的引号写两次", en: "quote the whole field and write inner quotes twice"))
    case .fieldCount(let count):
      bag.error(
        .fieldCount, at: span,
        Bilingual(
          zh: "这一行有 \(count) 列，表头有 \(columns) 列", en: "\(count) fields here, \(columns) in the header"),
        hint: count > columns
          ? Bilingual(zh: "含逗号的字段要加引号", en: "quote fields that hold a comma") : nil)
    }
  }
}

import ArgumentParser
import Doudi

extension ValidationError {
  /// A fault of the command line in the language that is asked for.
  init(_ words: Bilingual) { self.init(words.text(Language.asked())) }
}

/// What is said of a command line that is not understood, in Chinese.
///
/// The parser speaks English: a Chinese line goes before its own words; what this program says is Chinese
/// already.
enum UsageMessage {
  private static let prefix = "Error: "

  /// The parser's full message with Chinese words around it.
  static func chinese(_ full: String) -> String {
    var lines = full.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let first = lines.first else { return full }
    let said = first.hasPrefix(prefix) ? String(first.dropFirst(prefix.count)) : first
    lines[0] = isChinese(said) ? "错误：" + said : line(said) + "\n" + first
    return lines.map(translated).joined(separator: "\n")
  }

  /// True for words of this program: Chinese outside of what the user wrote, which stands in quotes.
  private static func isChinese(_ text: String) -> Bool {
    let outside = text.split(separator: "'", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset.isMultiple(of: 2) }
    return outside.contains { part in
      part.element.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
    }
  }

  private static let kinds = [
    ("Unknown option", "不认识的选项"), ("Missing expected argument", "缺少参数"), ("Missing value", "选项后缺少值"),
    ("Unexpected argument", "多余的参数"), ("The value", "取值不对"),
  ]

  private static func line(_ said: String) -> String {
    let kind = kinds.first { said.hasPrefix($0.0) || said.contains(" " + $0.0.lowercased()) }?.1
    let quoted = said.split(separator: "'", omittingEmptySubsequences: false).dropFirst().first
    let what = quoted.map { "：\($0)" } ?? ""
    return "命令行有误，" + (kind ?? "无法理解") + what
  }

  private static func translated(_ line: String) -> String {
    if line.hasPrefix("Usage: ") { return "用法：" + line.dropFirst(7) }
    let (start, end) = ("  See '", "' for more information.")
    guard line.hasPrefix(start), line.hasSuffix(end) else { return line }
    return "  详见 " + line.dropFirst(start.count).dropLast(end.count)
  }
}

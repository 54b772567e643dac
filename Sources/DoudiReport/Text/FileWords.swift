import DoudiInputs

/// Lines of a screen that name files of `--out`, as an export says them: by the files that it holds itself, and
/// without what it does not hold.
///
///     "其余见fan.csv（--out）" -> "其余见data/fan.csv", or nothing
struct FileWords {
  /// Identifiers of the tables that lie beside, each a file.
  let held: Set<String>
  /// Folder they lie in.
  var folder = "data/"

  /// Of an export that holds no files.
  static let none = FileWords(held: [])

  /// The line in both languages.
  func line(_ words: Bilingual) -> Bilingual { Bilingual(zh: text(words.zh), en: text(words.en)) }

  /// The line in one language.
  func text(_ words: String) -> String {
    guard words.contains(".csv") else { return words }
    let bare = Self.written.reduce(words) { $0.replacing($1, with: "") }
    let parts = Self.parts(bare)
    guard parts.count > 1 || files(bare).allSatisfy(held.contains) else { return bare }
    return parts.filter { files($0).allSatisfy(held.contains) }.map(named).joined()
  }

  /// The table with its lines so.
  func table(_ table: Table) -> Table {
    var copy = table
    copy.lead = table.lead.map(line).filter { !$0.zh.isEmpty }
    copy.notes = table.notes.map(line).filter { !$0.zh.isEmpty }
    return copy
  }

  /// What a screen says of who writes the file.
  private static let written = [", written by --out", " (--out)", "（--out）", " --out 写出的 ", "--out写出的"]
  private static let ends = ["，", "；", "：", "; ", ": ", ", "]

  /// The clauses of a line, each with what parts it from the one before.
  private static func parts(_ words: String) -> [String] {
    var parts: [String] = [""]
    var rest = Substring(words)
    while !rest.isEmpty {
      if let end = ends.first(where: rest.hasPrefix) {
        parts.append(end)
        rest = rest.dropFirst(end.count)
      } else {
        parts[parts.count - 1].append(rest.removeFirst())
      }
    }
    return parts
  }

  private static func isName(_ one: Character) -> Bool {
    one.isASCII && (one.isLowercase || one.isNumber || one == "_")
  }

  /// Names before ".csv" that no folder stands before.
  private func files(_ words: String) -> [String] {
    words.split(separator: ".csv", omittingEmptySubsequences: false).dropLast().compactMap { before in
      let name = String(before.reversed().prefix(while: Self.isName).reversed())
      return before.dropLast(name.count).hasSuffix("/") ? nil : name
    }
  }

  private func named(_ words: String) -> String {
    Set(files(words)).reduce(words) { $0.replacing($1 + ".csv", with: folder + $1 + ".csv") }
  }
}

public import DoudiInputs

/// A figure: a Vega-Lite specification made of a neutral table, and the words that stand for it.
///
/// The specification carries its data: values in full in the printed unit, codes as texts, and beside them
/// what the table prints. Where there is nothing to draw there is none, and the sentence says so.
public struct Chart: Sendable {
  /// Identifier: name of its files.
  public let id: String
  /// What it shows, with place, years and unit.
  public let title: Bilingual
  /// What stands in its place where it cannot be seen.
  public let sentence: Bilingual
  /// The table it is drawn from.
  public let table: Table
  /// The specification; nil where there is nothing to draw.
  public let spec: JSONTree?

  /// A figure of a table.
  init(_ id: String, _ table: Table, sentence: Bilingual, spec: JSONTree?) {
    (self.id, self.table, self.sentence, self.spec) = (id, table, sentence, spec)
    title = table.title
  }

  /// The same figure with what it says and where its figures come from in its specification.
  func from(_ source: JSONTree, _ form: PrintForm) -> Chart {
    let words: JSONTree = ["description": .text(form.words(sentence)), "usermeta": ["doudi": source]]
    return Chart(id, table, sentence: sentence, spec: spec?.adding(words))
  }

  /// The same figure with files named as `files` says.
  func naming(_ files: FileWords) -> Chart {
    Chart(id, files.table(table), sentence: files.line(sentence), spec: spec)
  }

  /// The sentence in the place of a figure of nothing.
  static func empty(_ id: String, _ table: Table, _ sentence: Bilingual) -> Chart {
    Chart(id, table, sentence: sentence, spec: nil)
  }
}

public import DoudiInputs

/// How tables, sentences and figures are printed: language, unit of money, rounding.
public struct PrintForm: Hashable, Sendable {
  /// Of words.
  public let language: Language
  /// Of money.
  public let unit: MoneyUnit
  /// Of sums.
  public let printing: Printing

  /// A form.
  public init(language: Language, unit: MoneyUnit, printing: Printing = .adjusted) {
    (self.language, self.unit, self.printing) = (language, unit, printing)
  }

  /// Words in its language.
  func words(_ words: Bilingual) -> String { words.text(language) }

  /// A line with the full stop of its language.
  func sentence(_ line: Bilingual) -> String { words(line) + (language == .zh ? "。" : ".") }

  /// A table as it is printed in this form.
  func print(_ table: Table) -> PrintedTable { PrintedTable(table, self) }
}

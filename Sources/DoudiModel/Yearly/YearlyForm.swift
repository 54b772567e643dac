import DoudiInputs
import DoudiTape

/// The shape of a yearly rule: figures of a region, year after year, in doubles that are not rounded.
protocol YearlyForm: Sendable {
  /// Name used in rule files.
  static var name: String { get }
  /// One sentence for the manual.
  static var summary: Bilingual { get }
  /// Keys beyond id, form, name and note.
  static var keys: [String] { get }
  /// True where the results are known in the year before the first.
  static var hasStart: Bool { get }
  /// Names of the results.
  var gives: [String] { get }
  /// The keys; nil where something needed is missing, after reporting it.
  init?(_ reader: YearlyReader)
  /// The results in the year before the first, one for each name; nil where they begin with the first.
  func start(_ world: YearlyWorld) -> [TapeValue]?
  /// The results of a year, one for each name.
  func write(_ world: YearlyWorld) -> [TapeValue]
}

extension YearlyForm {
  /// They begin with the first year.
  static var hasStart: Bool { false }
  /// Begin with the first year.
  func start(_ world: YearlyWorld) -> [TapeValue]? { nil }
}

/// The forms of yearly rules, by name.
enum YearlyForms {
  static let all: [any YearlyForm.Type] = [
    CompoundGrowth.self, Glide.self, YearlyIndexed.self, IncomeDistribution.self, LinearRecurrence.self,
    TakeUp.self, YearlyMultiple.self, YearlyProduct.self, LargestOf.self, CappedShare.self, YearlySum.self,
  ]

  static func form(named name: String) -> (any YearlyForm.Type)? { all.first { $0.name == name } }
}

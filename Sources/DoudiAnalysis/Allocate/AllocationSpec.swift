public import DoudiAllocation
public import DoudiInputs
import DoudiModel
public import DoudiUnits

/// A specification of an allocation, as written.
public struct AllocationSpec: Sendable {
  /// Short name; the file's or folder's where none is written.
  public let id: String
  /// What stands above the tables.
  public let title: Bilingual
  /// The pot, in ``unit``.
  public let envelope: PolicyFigure?
  /// What is counted.
  public let unit: AllocationUnit
  /// How it is split.
  public let method: AllocationMethod
  /// The table of rows, beside the file.
  let rows: Located<String>?
  /// Names of regions, beside the file; nil: those of the rows or of the run.
  let regions: Located<String>?
  /// What a column is counted in, and how sure it is.
  let columns: [String: ColumnNote]
  /// Where weights come from.
  public let weights: WeightRule
  /// Where needs come from.
  public let need: NeedRule?
  /// Bounds of all rows, besides those of each.
  public let bounds: BoundRules
  /// What each unit must have set aside.
  public let reserve: ReserveRule?
  /// Batches in their order.
  public let batches: [BatchRule]
  /// Conditions of a linear program.
  public let conditions: [ConditionRule]
  /// True where the linear program keeps near the formula instead of raising the least coverage.
  public let keepsNearFormula: Bool
  /// Methods to be compared.
  public let candidates: [AllocationMethod]
  /// Columns with people of each row.
  let people: (recipients: Located<String>?, residents: Located<String>?)
  /// Every figure that somebody decided, in file order.
  public let figures: [PolicyFigure]
  /// The file's folder.
  let folder: String
  /// Values of the command line for the scenario of the need.
  let overrides: [Override]
  let span: SourceSpan
}

/// What a specification says of a column.
struct ColumnNote: Sendable {
  let unit: Located<Measure>?
  let status: Status
  let source: String?
  let why: Bilingual?
}

/// Where weights come from.
public enum WeightRule: Sendable {
  /// The column of that name.
  case column
  /// The product of columns or of the need.
  case product([Factor])
  /// Shares in columns, each with its importance.
  case shares([(factor: Factor, importance: PolicyFigure)])

  /// A factor by name.
  public struct Factor: Sendable {
    /// A column, or "need".
    public let name: String
    let span: SourceSpan
  }

  /// Names of its factors.
  public var factors: [Factor] {
    switch self {
    case .column: []
    case .product(let factors): factors
    case .shares(let parts): parts.map(\.factor)
    }
  }
}

/// Where the need of each row comes from.
public enum NeedRule: Sendable {
  /// A column.
  case column(String, SourceSpan)
  /// A run, or draws of it.
  case run(RunNeed)

  /// What is taken from a run.
  public struct RunNeed: Sendable {
    /// Folder of the scenario, from the specification's.
    let scenario: Located<String>
    /// "total", or a programme.
    let output: Located<String>
    /// Fiscal year.
    let year: Located<Int>
    /// Part of it that the pot is to bear.
    public let share: PolicyFigure?
    /// Groups whose people are the recipients.
    let recipients: [Located<String>]
    /// Draws; nil where only the run is asked for.
    let draws: Draws?
  }

  /// How draws are made.
  public struct Draws: Sendable {
    /// How many.
    public let count: Int
    /// Seed of the points.
    public let seed: UInt64
  }
}

extension NeedRule.RunNeed {
  /// "scenario, output, year", for the first lines of the output.
  public var words: Bilingual {
    let name = scenario.value.split(separator: "/").last.map(String.init) ?? scenario.value
    let drawn = draws.map { "\($0.count)" }
    return Bilingual(
      zh: "需求取自\(name)的测算：\(output.value)，\(year.value)年" + (drawn.map { "，抽样\($0)次" } ?? ""),
      en: "Need by the run of \(name): \(output.value), \(year.value)" + (drawn.map { ", \($0) draws" } ?? "")
    )
  }
}

/// Bounds that hold for all rows.
public struct BoundRules: Sendable {
  /// How far below last time's amount.
  public var down: PolicyFigure?
  /// How far above it.
  public var up: PolicyFigure?
  /// Least part of last time's amount.
  public var holdHarmless: PolicyFigure?
  /// Least units of each row.
  public var minimum: PolicyFigure?
  /// Most units.
  public var maximum: PolicyFigure?
  /// Who pays for floors.
  public var financing = Envelope.FloorFinancing.byWeight
}

/// A reserve of each unit's own that the amount must make whole.
public struct ReserveRule: Sendable {
  /// Units of the pot a head.
  public let perPerson: PolicyFigure
  let residents: Located<String>
  /// What each has set aside by itself; nil: nothing.
  let own: Located<String>?
}

/// One batch.
public struct BatchRule: Sendable {
  /// Its name, unique.
  public let name: String
  /// Units; negative for a cut.
  public let envelope: PolicyFigure?
  /// All batches together reach this part of the whole.
  public let upTo: PolicyFigure?
  /// YYYY-MM-DD, where one is written.
  public let date: String?
  let takeback: Takeback
  let span: SourceSpan

  enum Takeback: Sendable {
    case none, all
    case column(String, SourceSpan)
  }
}

/// A side condition.
public struct ConditionRule: Sendable {
  /// Its name, unique.
  public let name: String
  let rows: [Located<String>]
  let kind: Kind
  let span: SourceSpan

  enum Kind: Sendable {
    case total(atLeast: PolicyFigure?, atMost: PolicyFigure?)
    case share(atMost: PolicyFigure, of: [Located<String>])
    case coverage(atLeast: PolicyFigure?, atMost: PolicyFigure?)
    case commonCoverage(PolicyFigure)
  }
}

/// What a specification says of a column, for tables.
public struct ColumnBasis: Sendable {
  /// The column.
  public let name: String
  /// Its unit, where one is written.
  public let unit: String?
  /// How far it can be relied on, where it was read, why it is taken.
  public let status: Status
  /// Where it was read.
  public let source: String?
  /// Why it is taken.
  public let why: Bilingual?
}

extension AllocationSpec {
  /// Columns that the specification says something about, by name.
  public var columnNotes: [ColumnBasis] {
    columns.sorted { $0.key < $1.key }.map { name, note in
      ColumnBasis(
        name: name, unit: note.unit?.value.text, status: note.status, source: note.source, why: note.why)
    }
  }
}

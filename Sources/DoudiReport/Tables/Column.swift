public import DoudiInputs
public import DoudiUnits

/// A word of a column: what files hold and what people read.
public struct Word: Hashable, Sendable {
  /// Identifier, the same in every language.
  public let id: String
  /// What a screen shows.
  public let label: Bilingual

  /// A word with its own label.
  public init(_ id: String, _ label: Bilingual) { (self.id, self.label) = (id, label) }
  /// A word that reads as its identifier.
  public init(_ id: String) { self.init(id, Bilingual(zh: id, en: id)) }
}

extension Values {
  /// Units: their texts in files, words on a screen; "1" stays what it is.
  static func unitWords(_ texts: [String]) -> Values {
    .words(
      texts.indices.map { Int32($0) },
      texts.map { text in
        let words = Labels.unit(text)
        return words.zh.isEmpty ? Word(text) : Word(text, Bilingual(zh: words.zh, en: text))
      })
  }
}

/// The figures or words of a column.
public enum Values: Sendable {
  /// Positions in a list of words; -1 for none.
  case words([Int32], [Word])
  /// Free text in both languages; nil for none.
  case notes([Bilingual?])
  /// Free text of one language.
  case texts([String?])
  /// Figures as texts: numbers in JSON where the text is one.
  case figures([String?])
  /// Whole fen.
  case fen([Int64])
  /// Whole fen, written as yuan with two decimals in files.
  case yuan([Int64])
  /// Whole printed units with so many decimals, already fitted to each other; nil where not given.
  case units([Int64?], places: Int)
  /// Persons, cases, households; NaN where not known.
  case persons([Double])
  /// Real numbers, shown with so many places; NaN where not known.
  case reals([Double], places: Int)
  /// Fractions as decimals, at most six places; nil where not known.
  case numbers([Rational?])
  /// The same; a screen shows at most two places.
  case rounded([Rational?])
  /// Fractions as texts of exactly six places.
  case sixPlaces([Rational?])
  /// Fractions as "p/q".
  case exact([Rational?])

  /// How many there are.
  public var count: Int {
    switch self {
    case .words(let values, _): values.count
    case .notes(let values): values.count
    case .texts(let values), .figures(let values): values.count
    case .fen(let values), .yuan(let values): values.count
    case .units(let values, _): values.count
    case .persons(let values), .reals(let values, _): values.count
    case .numbers(let values), .rounded(let values), .sixPlaces(let values), .exact(let values): values.count
    }
  }

  /// The rows at some positions, in their order.
  func picking(_ rows: [Int]) -> Values {
    switch self {
    case .words(let values, let words): .words(rows.map { values[$0] }, words)
    case .notes(let values): .notes(rows.map { values[$0] })
    case .texts(let values): .texts(rows.map { values[$0] })
    case .figures(let values): .figures(rows.map { values[$0] })
    case .fen(let values): .fen(rows.map { values[$0] })
    case .yuan(let values): .yuan(rows.map { values[$0] })
    case .units(let values, let places): .units(rows.map { values[$0] }, places: places)
    case .persons(let values): .persons(rows.map { values[$0] })
    case .reals(let values, let places): .reals(rows.map { values[$0] }, places: places)
    case .numbers(let values): .numbers(rows.map { values[$0] })
    case .rounded(let values): .rounded(rows.map { values[$0] })
    case .sixPlaces(let values): .sixPlaces(rows.map { values[$0] })
    case .exact(let values): .exact(rows.map { values[$0] })
    }
  }

  func prefix(_ count: Int) -> Values {
    switch self {
    case .words(let values, let words): .words(Array(values.prefix(count)), words)
    case .notes(let values): .notes(Array(values.prefix(count)))
    case .texts(let values): .texts(Array(values.prefix(count)))
    case .figures(let values): .figures(Array(values.prefix(count)))
    case .fen(let values): .fen(Array(values.prefix(count)))
    case .yuan(let values): .yuan(Array(values.prefix(count)))
    case .units(let values, let places): .units(Array(values.prefix(count)), places: places)
    case .persons(let values): .persons(Array(values.prefix(count)))
    case .reals(let values, let places): .reals(Array(values.prefix(count)), places: places)
    case .numbers(let values): .numbers(Array(values.prefix(count)))
    case .rounded(let values): .rounded(Array(values.prefix(count)))
    case .sixPlaces(let values): .sixPlaces(Array(values.prefix(count)))
    case .exact(let values): .exact(Array(values.prefix(count)))
    }
  }
}

/// One column.
public struct Column: Sendable {
  /// Identifier: column of a CSV file, key in JSON.
  public let id: String
  /// Heading on a screen.
  public let title: Bilingual
  /// Its figures or words.
  public let values: Values
  /// True for a column of money that is the sum of the money columns before it.
  public let isRowTotal: Bool
  /// Columns of a terminal its texts may take.
  public let width: Int
  /// Columns that names of programmes, limits and parameters may take.
  static let names = 72

  /// A column.
  public init(
    _ id: String, _ title: Bilingual, _ values: Values, isRowTotal: Bool = false, width: Int = 44
  ) {
    (self.id, self.title, self.values, self.isRowTotal) = (id, title, values, isRowTotal)
    self.width = width
  }

  /// A column whose heading is its identifier, for files.
  public init(_ id: String, _ values: Values) {
    self.init(id, Bilingual(zh: id, en: id), values)
  }
}

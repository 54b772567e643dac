import DoudiInputs

/// What a column of an exported table holds.
struct FieldEntry: Sendable {
  /// What a cell is.
  enum Kind: Sendable {
    /// Words, or figures and words.
    case text
    /// An identifier or code: text, however much it looks like a number.
    case code
    /// YYYY-MM.
    case month
    /// YYYY or YYYY-MM.
    case period
    /// A calendar year, or a year of a yearly scenario counted from 1.
    case year
    /// A whole number.
    case whole
    /// A real number.
    case real
    /// A fraction "p/q", or a whole number.
    case fraction
    /// yes or no, true or false.
    case flag
  }

  /// What it means.
  let meaning: Bilingual
  /// What a cell is.
  let kind: Kind
  /// Unit of its figures; nil: no figure. "column NAME": the unit stands in that column.
  let unit: String?
  /// The only values it takes; empty: any.
  let codes: [Word]
  /// Least and largest value; nil: none.
  let least, most: Int?

  init(
    _ zh: String, _ en: String, _ kind: Kind = .text, unit: String? = nil, codes: [Word] = [],
    least: Int? = nil, most: Int? = nil
  ) {
    meaning = Bilingual(zh: zh, en: en)
    (self.kind, self.unit, self.codes, self.least, self.most) = (kind, unit, codes, least, most)
  }

  /// Type of Frictionless Table Schema.
  var type: String {
    switch kind {
    case .text, .code, .period, .fraction: "string"
    case .month: "yearmonth"
    case .year, .whole: "integer"
    case .real: "number"
    case .flag: "boolean"
    }
  }

  /// What its texts look like, as a regular expression; nil: any text.
  var pattern: String? {
    switch kind {
    case .period: "^[0-9]{4}(-[0-9]{2})?$"
    case .fraction: "^-?[0-9]+(/[0-9]+)?$"
    default: nil
    }
  }
}

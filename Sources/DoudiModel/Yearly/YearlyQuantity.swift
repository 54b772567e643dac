public import DoudiInputs
import DoudiUnits

/// What a parameter or column of a yearly scenario is, for tables that move each by its usual step.
public struct YearlyQuantity: Sendable {
  /// What kind of figure it is.
  public enum Role: String, Sendable, CaseIterable {
    /// A growth a year.
    case growth
    /// A share or ratio.
    case ratio
    /// The share of those entitled who are reached.
    case takeUp = "take_up"
    /// A multiple.
    case multiple
    /// Money a person and time.
    case amount
  }

  static let keys = ["of", "role", "unit", "name"]

  /// Name of the parameter or column.
  public let of: String
  /// What it is called; its name where nothing else is written.
  public let name: Bilingual
  /// Its role.
  public let role: Role
  /// The unit its values are in: "1" for plain fractions and multiples.
  public let unit: Measure
  let span: SourceSpan

  /// Reads one entry of `quantities`; nil after reporting what is wrong: a missing name or role, a unit that the role
  /// cannot have (DD1311), an amount without unit (DD1303).
  init?(_ node: YAMLNode, bag: DiagnosticBag) {
    guard
      let one = MappingReader(node, Bilingual(zh: "一项quantities", en: "an entry of \"quantities\""), bag: bag)
    else { return nil }
    one.allow(Self.keys)
    let of = one.text("of")
    let role = one.word("role", among: Role.allCases.map(\.rawValue)).flatMap { Role(rawValue: $0) }
    let name = one.node("name") == nil ? nil : one.bilingual("name")
    guard let of, let role, let unit = Self.unit(one, role) else { return nil }
    (self.of, self.role, self.unit) = (of, role, unit)
    self.name = name ?? Bilingual(zh: of, en: of)
    span = one.span("of")
  }

  private static func unit(_ one: MappingReader, _ role: Role) -> Measure? {
    if role != .amount, one.node("unit") == nil { return .one }
    guard let text = one.text("unit") else { return nil }
    let found = Measure(text: text)
    let fits =
      switch role {
      case .amount: found?.factor(to: Units.monthly) != nil
      case .growth: found?.isShare ?? false || found?.text == "%/year"
      case .ratio, .takeUp: found?.isShare ?? false
      case .multiple: found?.isOne ?? false
      }
    if let found, fits { return found }
    one.bag.error(
      "DD1311", at: one.span("unit"),
      Bilingual(zh: "“\(text)”不是\(role.rawValue)的单位", en: "\"\(text)\" is no unit of \(role.rawValue)"),
      hint: role == .amount
        ? Bilingual(zh: "写CNY/person/year或CNY/person/month", en: "write CNY/person/year or CNY/person/month")
        : Bilingual(zh: "写\"1\"；比例也可写%", en: "write \"1\"; shares may have %"))
    return nil
  }
}

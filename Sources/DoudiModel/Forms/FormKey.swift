public import DoudiInputs

/// What a key of a rule may hold.
public indirect enum KeyKind: Sendable {
  /// A parameter in the named unit (or one that converts to it).
  case term(unit: String)
  /// A parameter, or a mapping with its own keys.
  case termOrObject(unit: String, [FormKey])
  /// Parameters by name, all in one unit.
  case termMap(unit: String)
  /// Identifier of an amount, a group, a programme, a rule.
  case amount, group, programme, rule
  /// Several identifiers.
  case groups, programmes
  /// Name of an indicator.
  case indicator
  /// One of a few words.
  case keyword([String])
  /// Words out of a few.
  case keywords([String])
  /// A whole number of a range.
  case integer(ClosedRange<Int>)
  /// Whole numbers of a range.
  case integers(ClosedRange<Int>)
  /// A name the rule itself introduces.
  case newName
  /// A text in both languages.
  case bilingual
  /// A mapping with its own keys.
  case object([FormKey])
}

/// One key of a form: reader, JSON Schema and manual page are made from it.
public struct FormKey: Sendable {
  /// The key as written.
  public let name: String
  /// What it holds.
  public let kind: KeyKind
  /// True where a rule without it is an error.
  public let isRequired: Bool
  /// Its meaning.
  public let meaning: Bilingual
  /// What its figures stand for beyond their unit; nil for most keys.
  public let role: Role?

  /// What a figure stands for where its unit alone does not say it.
  public enum Role: Sendable {
    /// The share of those entitled who are reached.
    case takeUp
    /// Parts that add up to a whole: none of them moves alone.
    case parts
  }

  /// A required key.
  public static func required(
    _ name: String, _ kind: KeyKind, role: Role? = nil, zh: String, en: String
  ) -> FormKey {
    FormKey(name: name, kind: kind, isRequired: true, meaning: Bilingual(zh: zh, en: en), role: role)
  }

  /// An optional key.
  public static func optional(
    _ name: String, _ kind: KeyKind, role: Role? = nil, zh: String, en: String
  ) -> FormKey {
    FormKey(name: name, kind: kind, isRequired: false, meaning: Bilingual(zh: zh, en: en), role: role)
  }

  /// The meanings of a path's keys from the outermost in; what stands below a map of parameters has a name of its own
  /// and no meaning.
  public static func meanings(_ path: [String], among keys: [FormKey]) -> [Bilingual] {
    guard let first = path.first, let key = keys.first(where: { $0.name == first }) else { return [] }
    switch key.kind {
    case .object(let inner), .termOrObject(_, let inner):
      return [key.meaning] + meanings(Array(path.dropFirst()), among: inner)
    default: return [key.meaning]
    }
  }

  /// Roles by path, keys of inner mappings after a point.
  static func roles(_ keys: [FormKey]) -> [(path: String, role: Role)] {
    keys.flatMap { key -> [(path: String, role: Role)] in
      let own = key.role.map { [(path: key.name, role: $0)] } ?? []
      switch key.kind {
      case .object(let inner), .termOrObject(_, let inner):
        return own + roles(inner).map { ("\(key.name).\($0.path)", $0.role) }
      default: return own
      }
    }
  }
}

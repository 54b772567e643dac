import DoudiInputs

/// Pieces that schemas share.
public enum SchemaParts {
  /// A text or a number; YAML tells them apart, the program does not.
  public static func text(_ meaning: String? = nil) -> JSONValue {
    var entries: [(String, JSONValue)] = [("type", .array([.string("string"), .string("number")]))]
    if let meaning { entries.append(("description", .string(meaning))) }
    return .object(entries)
  }

  /// A reference to one of the definitions: "term", "bilingual", "words".
  public static func reference(_ name: String, _ meaning: String? = nil) -> JSONValue {
    var entries: [(String, JSONValue)] = [("$ref", .string("#/$defs/\(name)"))]
    if let meaning { entries.append(("description", .string(meaning))) }
    return .object(entries)
  }

  /// A list of items of one kind.
  public static func list(_ item: JSONValue) -> JSONValue {
    .object([("type", .string("array")), ("items", item)])
  }

  /// One of some words.
  public static func words(_ words: [String], _ meaning: String? = nil) -> JSONValue {
    var entries: [(String, JSONValue)] = [("enum", .array(words.map { .string($0) }))]
    if let meaning { entries.append(("description", .string(meaning))) }
    return .object(entries)
  }

  /// A mapping with these keys; others are faults unless `additional` says what they hold.
  public static func object(
    _ properties: [(String, JSONValue)], required: [String] = [], additional: JSONValue = .bool(false)
  ) -> JSONValue {
    var entries: [(String, JSONValue)] = [("type", .string("object")), ("properties", .object(properties))]
    if !required.isEmpty { entries.append(("required", .array(required.map { .string($0) }))) }
    entries.append(("additionalProperties", additional))
    return .object(entries)
  }

  /// One of several.
  public static func either(_ options: [JSONValue]) -> JSONValue { .object([("anyOf", .array(options))]) }

  static let bilingual = object([("zh", text()), ("en", text())], required: ["zh", "en"])

  /// A value: plain text, or text in one or both languages.
  static let words = either([text(), object([("zh", text()), ("en", text())], required: ["zh"])])

  /// A parameter in any of the ways the guide to files lists.
  static let term: JSONValue = {
    let plain = JSONValue.object([
      ("type", .array([.string("string"), .string("number"), .string("boolean")]))
    ])
    let inner = reference("term")
    var properties: [(String, JSONValue)] = ["value", "urban", "rural", "all"].map { ($0, inner) }
    properties.append(("regions", object([], additional: inner)))
    properties += [
      ("indicator", text()), ("area", words(["own", "urban", "rural", "all"])), ("lag", text()),
    ]
    properties.append(("open", bilingual))
    properties.append(("status", words(["stated", "observed", "estimated", "assumed"])))
    for key in ["source", "unit", "suggested", "suggested_source", "method"] {
      properties.append((key, text()))
    }
    properties += [("why", words), ("note", words)]
    let mapping = JSONValue.object([
      ("type", .string("object")), ("properties", .object(properties)),
      ("patternProperties", .object([("^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$", inner)])),
      ("additionalProperties", .bool(false)),
    ])
    return either([plain, mapping])
  }()

  static let definitions: [(String, JSONValue)] = [
    ("term", term), ("bilingual", bilingual), ("words", words),
  ]

  /// A whole schema.
  public static func document(title: String, _ body: JSONValue) -> JSONValue {
    guard case .object(let entries) = body else { return body }
    return .object(
      [
        ("$schema", .string("https://json-schema.org/draft/2020-12/schema")), ("title", .string(title)),
        ("$defs", .object(definitions)),
      ] + entries)
  }
}

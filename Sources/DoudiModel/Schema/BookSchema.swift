import DoudiInputs
import DoudiUnits

/// The JSON Schema of policy books, made from the forms' own key lists.
public enum BookSchema {
  /// The schema.
  public static var document: JSONValue {
    typealias Parts = SchemaParts
    let properties: [(String, JSONValue)] = [
      ("schema", Parts.text()), ("book", Parts.text()), ("name", Parts.reference("bilingual")),
      ("region", Parts.text()), ("tier", Parts.words(Tier.allCases.map(\.id))), ("inherits", Parts.text()),
      ("documents", Parts.object([], additional: policyDocument)),
      ("funds", Parts.list(named)), ("groups", Parts.list(named)), ("programmes", Parts.list(programme)),
      ("departments", Parts.list(named)), ("indicators", Parts.list(named)),
      ("taxonomies", Parts.list(TaxonomySchema.taxonomy)),
      ("fund_uses", Parts.list(TaxonomySchema.fundUse)),
      ("rules", Parts.list(rule)), ("register", Parts.list(register)),
    ]
    let body = Parts.object(properties, required: ["schema", "book", "name", "region", "tier", "documents"])
    return Parts.document(title: "Doudi policy book", body)
  }

  private static var policyDocument: JSONValue {
    let keys = ["title", "number", "issued", "valid_until", "verified", "source", "url"]
    let properties = keys.map { ($0, SchemaParts.text()) } + [("place", SchemaParts.reference("words"))]
    return SchemaParts.object(properties, required: ["title", "number", "issued", "valid_until", "verified"])
  }

  private static var named: JSONValue {
    SchemaParts.object(
      [
        ("id", SchemaParts.text()), ("name", SchemaParts.reference("bilingual")),
        ("note", SchemaParts.reference("words")),
      ],
      required: ["id", "name"])
  }

  private static var programme: JSONValue {
    let classification = SchemaParts.object([
      ("code", SchemaParts.text()), ("name", SchemaParts.text()),
      ("verified", SchemaParts.reference("term")),
    ])
    return SchemaParts.object(
      [
        ("id", SchemaParts.text()), ("name", SchemaParts.reference("bilingual")),
        ("family", SchemaParts.words(BookReader.families)),
        ("fund", SchemaParts.text()), ("classification", classification),
        ("department", SchemaParts.text()), ("groups", SchemaParts.list(SchemaParts.text())),
        ("note", SchemaParts.reference("words")),
      ], required: ["id", "name", "family", "fund"])
  }

  private static var register: JSONValue {
    SchemaParts.object(
      [
        ("id", SchemaParts.text()), ("document", SchemaParts.text()), ("clause", SchemaParts.text()),
        ("quote", SchemaParts.text()), ("treatment", SchemaParts.words(BookReader.treatments)),
        ("reason", SchemaParts.reference("bilingual")), ("deadline", SchemaParts.text()),
      ], required: ["id", "clause", "treatment", "reason"])
  }

  /// One alternative a form: its name fixes which keys may stand beside it.
  private static var rule: JSONValue {
    SchemaParts.either(
      FormRegistry.forms.map { form in
        var properties: [(String, JSONValue)] = [
          ("id", SchemaParts.text()),
          (
            "form",
            .object([
              ("const", .string(form.name)),
              ("description", .string(form.summary.zh + " / " + form.summary.en)),
            ])
          ),
          ("name", SchemaParts.reference("bilingual")), ("cite", citation),
          ("strictness", SchemaParts.words(Strictness.allCases.map(\.rawValue))),
          ("replaces", SchemaParts.list(SchemaParts.text())), ("enabled", SchemaParts.reference("term")),
          ("note", SchemaParts.reference("words")),
        ]
        properties += form.keys.map { ($0.name, schema(of: $0)) }
        let needed = form.keys.filter(\.isRequired).map(\.name)
        return SchemaParts.object(properties, required: ["id", "form", "name", "cite"] + needed)
      })
  }

  static var citation: JSONValue {
    SchemaParts.object(
      ["document", "clause", "quote", "sense"].map { ($0, SchemaParts.text()) }, required: ["clause"])
  }

  private static func schema(of key: FormKey) -> JSONValue {
    schema(of: key.kind, meaning: key.meaning.zh + " / " + key.meaning.en)
  }

  private static func schema(of kind: KeyKind, meaning: String) -> JSONValue {
    switch kind {
    case .term(let unit): return SchemaParts.reference("term", "\(meaning) [\(unit)]")
    case .termOrObject(let unit, let keys):
      return SchemaParts.either([object(keys), SchemaParts.reference("term", "\(meaning) [\(unit)]")])
    case .termMap(let unit):
      return SchemaParts.object([], additional: SchemaParts.reference("term", "\(meaning) [\(unit)]"))
    case .amount, .group, .programme, .rule, .indicator, .newName: return SchemaParts.text(meaning)
    case .groups, .programmes:
      return SchemaParts.either([SchemaParts.text(meaning), SchemaParts.list(SchemaParts.text())])
    case .keyword(let words): return SchemaParts.words(words, meaning)
    case .keywords(let words): return SchemaParts.list(SchemaParts.words(words, meaning))
    case .integer: return SchemaParts.text(meaning)
    case .integers: return SchemaParts.list(SchemaParts.text(meaning))
    case .bilingual: return SchemaParts.reference("bilingual", meaning)
    case .object(let keys): return object(keys)
    }
  }

  private static func object(_ keys: [FormKey]) -> JSONValue {
    SchemaParts.object(
      keys.map { ($0.name, schema(of: $0)) }, required: keys.filter(\.isRequired).map(\.name))
  }
}

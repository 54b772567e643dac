import DoudiInputs

/// The JSON Schemas of yearly scenarios and of their rules.
public enum YearlySchema {
  /// The schema of a scenario with `step: year`.
  public static var scenario: JSONValue {
    typealias Parts = SchemaParts
    let properties: [(String, JSONValue)] = [
      ("schema", Parts.text()), ("scenario", Parts.text()), ("title", Parts.reference("bilingual")),
      ("kind", Parts.words(["trial", "budget"])), ("step", Parts.words(["year"])), ("years", Parts.text()),
      ("rules", Parts.text()), ("regions", Parts.text()), ("parameters", Parts.text()),
      ("outputs", Parts.list(Parts.text())), ("not_added", Parts.list(Parts.text())),
    ]
    return Parts.document(
      title: "Doudi yearly scenario",
      Parts.object(
        properties,
        required: [
          "schema", "scenario", "title", "step", "years", "rules", "regions", "parameters", "outputs",
        ]))
  }

  /// The schema of yearly rules.
  public static var rules: JSONValue {
    let forms = YearlyForms.all.map { form in
      var properties: [(String, JSONValue)] = [
        ("id", SchemaParts.text()),
        (
          "form",
          .object([
            ("const", .string(form.name)),
            ("description", .string(form.summary.zh + " / " + form.summary.en)),
          ])
        ),
        ("name", SchemaParts.reference("words")), ("note", SchemaParts.reference("words")),
        ("source", SchemaParts.text()),
      ]
      properties += form.keys.map { ($0, JSONValue.object([])) }
      return SchemaParts.object(properties, required: ["id", "form"])
    }
    return SchemaParts.document(
      title: "Doudi yearly rules",
      SchemaParts.object(
        [
          ("schema", SchemaParts.text()), ("quantities", SchemaParts.list(quantity)),
          ("rules", SchemaParts.list(SchemaParts.either(forms))),
        ],
        required: ["schema", "rules"]))
  }

  private static var quantity: JSONValue {
    SchemaParts.object(
      [
        ("of", SchemaParts.text()), ("role", SchemaParts.words(YearlyQuantity.Role.allCases.map(\.rawValue))),
        ("unit", SchemaParts.text()), ("name", SchemaParts.reference("bilingual")),
      ], required: ["of", "role"])
  }
}

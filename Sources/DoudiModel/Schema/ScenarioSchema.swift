import DoudiInputs
import DoudiUnits

/// The JSON Schema of scenario files.
public enum ScenarioSchema {
  /// The schema.
  public static var document: JSONValue {
    typealias Parts = SchemaParts
    let tiers = Parts.words(Tier.allCases.map(\.id))
    let funding = Parts.object([
      ("shares", Parts.list(tiers)), ("transfers", Parts.text()), ("own", tiers),
    ])
    let calendar = JSONValue.object([
      ("type", .string("object")),
      ("patternProperties", .object([("^[0-9]{4}-[0-9]{2}$", Parts.text())])),
      ("additionalProperties", .bool(false)),
    ])
    let properties: [(String, JSONValue)] = [
      ("schema", Parts.text()), ("scenario", Parts.text()), ("title", Parts.reference("bilingual")),
      ("kind", Parts.words(["trial", "budget"])), ("book", Parts.text()), ("regions", Parts.text()),
      ("observations", Parts.list(Parts.text())), ("step", Parts.words(["month"])),
      (
        "horizon",
        Parts.object([("first", Parts.text()), ("last", Parts.text())], required: ["first", "last"])
      ),
      ("assumptions", Parts.object([], additional: Parts.reference("term"))),
      ("funding", Parts.object([], additional: funding)),
      ("enable", Parts.list(Parts.text())), ("disable", Parts.list(Parts.text())),
      ("options", Parts.object([("calendar", calendar)])),
      ("data", Parts.object([], additional: Parts.reference("term"))),
      ("units", Parts.text()), ("cases", Parts.text()),
      ("cleared", Parts.either([Parts.words(["all"]), Parts.list(Parts.text())])),
      ("reforms", Parts.list(Parts.text())), ("last_year", Parts.text()),
      (
        "neighbours",
        Parts.object(
          [
            ("observations", Parts.list(Parts.text())),
            ("regions", Parts.object([], additional: Parts.reference("bilingual"))),
          ], required: ["observations", "regions"])
      ),
    ]
    return Parts.document(
      title: "Doudi scenario",
      Parts.object(properties, required: ["schema", "scenario", "title", "book", "regions", "horizon"]))
  }
}

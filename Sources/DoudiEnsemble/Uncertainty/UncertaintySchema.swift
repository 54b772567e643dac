import DoudiInputs
public import DoudiModel

/// The JSON Schema of files of uncertain parameters.
public enum UncertaintySchema {
  private typealias Parts = SchemaParts

  /// The schema.
  public static var document: JSONValue {
    let properties: [(String, JSONValue)] = [
      ("schema", Parts.text()), ("uncertainty", Parts.text()), ("title", Parts.reference("bilingual")),
      ("inputs", Parts.list(input)), ("correlations", Parts.either([Parts.list(pair), matrix])),
      ("nearest", Parts.words(["true", "false"])), ("ceilings", Parts.list(ceiling)),
    ]
    return Parts.document(
      title: "Doudi uncertain parameters", Parts.object(properties, required: ["schema", "inputs"]))
  }

  private static var input: JSONValue {
    let texts = Parts.list(Parts.text())
    return Parts.object(
      [
        ("id", Parts.text()), ("name", Parts.reference("words")), ("parameter", Parts.text()),
        ("effect", Parts.words(UncertainInput.Effect.allCases.map(\.rawValue))),
        ("areas", texts), ("regions", texts), ("each", Parts.words(["region", "common"])),
        ("loading", Parts.either([Parts.text(), Parts.object([], additional: Parts.text())])),
        ("distribution", distribution), ("source", Parts.text()), ("why", Parts.reference("words")),
        ("note", Parts.reference("words")),
      ], required: ["parameter", "distribution"])
  }

  /// One family, and bounds.
  private static var distribution: JSONValue {
    let bounds = ["low", "high"].map { ($0, Parts.text()) }
    return Parts.either(
      DistributionReader.families.sorted { $0.key < $1.key }.map { family, keys in
        let list = Parts.list(Parts.text())
        let inner = keys.map { ($0, family == "discrete" ? list : Parts.text()) }
        return Parts.object([(family, Parts.object(inner))] + bounds, required: [family])
      })
  }

  private static var pair: JSONValue {
    Parts.object(
      [
        ("between", Parts.list(Parts.text())), ("value", Parts.text()), ("note", Parts.reference("words")),
      ], required: ["between", "value"])
  }

  private static var matrix: JSONValue {
    let texts = Parts.list(Parts.text())
    return Parts.object([("order", texts), ("rows", Parts.list(texts))], required: ["order", "rows"])
  }

  private static var ceiling: JSONValue {
    let keys = ["programme", "region", "year", "money"]
    return Parts.object(
      keys.map { ($0, Parts.text()) } + [("note", Parts.reference("words"))], required: ["money"])
  }
}

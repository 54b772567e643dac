import DoudiAllocation
import DoudiInputs
public import DoudiModel
import DoudiUnits

/// The JSON Schema of specifications of an allocation.
public enum AllocationSchema {
  private typealias Parts = SchemaParts

  /// The schema.
  public static var document: JSONValue {
    let names = Parts.either([Parts.words(["all"]), Parts.text(), Parts.list(Parts.text())])
    let properties: [(String, JSONValue)] = [
      ("schema", Parts.text()), ("allocation", Parts.text()),
      ("title", Parts.either([Parts.text(), Parts.reference("bilingual")])), ("envelope", figure),
      ("unit", Parts.words(AllocationUnit.allCases.map(\.rawValue))),
      ("method", Parts.words(AllocationMethod.names)), ("rows", Parts.text()), ("regions", Parts.text()),
      ("columns", Parts.object([], additional: Parts.either([Parts.text(), column]))), ("weights", weights),
      ("need", Parts.either([Parts.text(), need])), ("bounds", bounds), ("reserve", reserve),
      ("recipients", Parts.text()), ("residents", Parts.text()), ("batches", Parts.list(batch)),
      ("side_conditions", Parts.list(condition(names))), ("objective", Parts.words(["coverage", "formula"])),
      ("pareto", Parts.list(Parts.words(AllocationMethod.names))), ("note", Parts.reference("words")),
    ]
    return Parts.document(title: "Doudi allocation", Parts.object(properties, required: ["unit", "rows"]))
  }

  private static let annotations: [(String, JSONValue)] = [
    ("status", Parts.words(Status.allCases.filter { $0 != .open }.map(\.id))), ("source", Parts.text()),
    ("why", Parts.reference("bilingual")), ("note", Parts.reference("words")),
  ]

  /// A number with or without unit, plain or with its source.
  private static var figure: JSONValue {
    Parts.either([Parts.text(), Parts.object([("value", Parts.text())] + annotations, required: ["value"])])
  }

  private static var column: JSONValue { Parts.object([("unit", Parts.text())] + annotations) }

  private static var weights: JSONValue {
    Parts.either([
      Parts.object([("product", Parts.list(Parts.text()))], required: ["product"]),
      Parts.object([("shares", Parts.object([], additional: figure))], required: ["shares"]),
    ])
  }

  private static var need: JSONValue {
    let keys = ["column", "scenario", "ensemble", "output", "year", "draws", "seed"]
    return Parts.object(
      keys.map { ($0, Parts.text()) } + [
        ("share", figure), ("recipients", Parts.list(Parts.text())), ("note", Parts.reference("words")),
      ])
  }

  private static var bounds: JSONValue {
    Parts.object([
      ("growth", Parts.object([("down", figure), ("up", figure)])), ("hold_harmless", figure),
      ("minimum", figure), ("maximum", figure),
      ("floors", Parts.words(Envelope.FloorFinancing.allCases.map(\.rawValue))),
    ])
  }

  private static var reserve: JSONValue {
    Parts.object(
      [
        ("per_person", figure), ("residents", Parts.text()), ("own", Parts.text()),
        ("note", Parts.reference("words")),
      ], required: ["per_person", "residents"])
  }

  private static var batch: JSONValue {
    Parts.object(
      [
        ("name", Parts.text()), ("envelope", figure), ("up_to", figure), ("date", Parts.text()),
        ("takeback", Parts.text("none, all, or a column")), ("note", Parts.reference("words")),
      ], required: ["name"])
  }

  private static func condition(_ names: JSONValue) -> JSONValue {
    Parts.object(
      [
        ("name", Parts.text()), ("of", names), ("at_least", figure), ("at_most", figure), ("share_of", names),
        ("coverage", Parts.object([("at_least", figure), ("at_most", figure)])), ("common_coverage", figure),
        ("note", Parts.reference("words")),
      ], required: ["name"])
  }
}

/// The JSON Schema of reform files.
public enum ReformSchema {
  /// The schema.
  public static var document: JSONValue {
    typealias Parts = SchemaParts
    let properties: [(String, JSONValue)] = [
      ("schema", Parts.text()), ("reform", Parts.text()), ("title", Parts.reference("bilingual")),
      ("author", Parts.reference("bilingual")), ("note", Parts.reference("bilingual")),
      ("assumptions", Parts.object([], additional: Parts.reference("term"))),
      ("enable", Parts.list(Parts.text())), ("disable", Parts.list(Parts.text())),
    ]
    return Parts.document(
      title: "Doudi reform", Parts.object(properties, required: ["schema", "reform", "title"]))
  }
}

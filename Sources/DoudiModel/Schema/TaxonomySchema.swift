/// Parts of the book's schema about taxonomies and about what funds may be used for.
enum TaxonomySchema {
  private typealias Parts = SchemaParts

  static var taxonomy: JSONValue {
    Parts.object(
      [
        ("id", Parts.text()), ("name", Parts.reference("bilingual")), ("cite", BookSchema.citation),
        ("overlap", Parts.reference("term")), ("classes", Parts.list(division)),
        ("note", Parts.reference("words")),
      ], required: ["id", "name", "classes"])
  }

  private static var division: JSONValue {
    let lists = ["clauses", "rules", "programmes", "groups", "with"].map { ($0, Parts.list(Parts.text())) }
    return Parts.object(
      [
        ("id", Parts.text()), ("name", Parts.reference("bilingual")),
        ("family", Parts.words(BookReader.families)), ("lead", Parts.text()),
        ("note", Parts.reference("words")),
      ] + lists, required: ["id", "name"])
  }

  static var fundUse: JSONValue {
    Parts.object(
      [
        ("fund", Parts.text()), ("programmes", Parts.list(Parts.text())),
        ("families", Parts.list(Parts.words(BookReader.families))),
        ("use", Parts.words(FundUse.Use.allCases.map(\.rawValue))), ("cap", Parts.text()),
        ("cite", BookSchema.citation), ("verified", Parts.reference("term")),
        ("note", Parts.reference("words")),
      ], required: ["fund", "use", "cite", "verified"])
  }
}

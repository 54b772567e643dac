import DoudiInputs
import DoudiModel

/// The descriptor `datapackage.json`: Frictionless Data Package, profile tabular-data-package.
struct DataPackage {
  private let content: ExportContent
  private let terms: PackageTerms
  private let schemas: [TableSchema]
  private let files: [String: HashedFile]

  /// Name of the file.
  static let name = "datapackage.json"

  /// - Parameters:
  ///   - content: what is handed in.
  ///   - terms: licence and authors.
  ///   - schemas: the tables that were written, with their schemas.
  ///   - files: their files, by path.
  init(_ content: ExportContent, _ terms: PackageTerms, schemas: [TableSchema], files: [HashedFile]) {
    (self.content, self.terms, self.schemas) = (content, terms, schemas)
    self.files = Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
  }

  /// Path of a table in a package.
  static func path(_ table: Table) -> String { "data/\(table.id).csv" }

  private var provenance: Provenance { content.provenance }

  /// Lower-case letters, digits, dots, hyphens and underscores, as the specification asks.
  var packageName: String {
    let allowed = provenance.scenario.lowercased().map { character in
      character.isASCII && (character.isLetter || character.isNumber || "._-".contains(character))
        ? character : "-"
    }
    return "doudi-" + String(allowed)
  }

  /// Writes the file.
  func write(to output: ByteOutput) throws {
    descriptor().writeLaidOut(to: &output.buffer)
    output.buffer.append("\n")
    try output.finish()
  }

  private func descriptor() -> JSONTree {
    .present([
      ("profile", .text("tabular-data-package")), ("name", .text(packageName)),
      ("title", .text(TableSchema.both(provenance.title))), ("description", .text(description)),
      ("version", .text(version)), ("keywords", .texts(Self.keywords)),
      ("licenses", .list([terms.licence.descriptor])), ("sources", .list(sources)),
      ("contributors", .list(contributors)), ("resources", .list(schemas.map(resource))),
      ("provenance", .present(origin)),
    ])
  }

  /// Version of the program and the run.
  var version: String { "\(provenance.program)+\(provenance.runID)" }

  static let keywords = [
    "social assistance", "fiscal simulation", "budget", "社会救助", "困难群众", "财政测算",
  ]

  private var description: String {
    let kind = provenance.isTrial ? Labels.trial : Labels.budget
    let parts =
      [
        TableSchema.both(kind), TableSchema.both(provenance.timeText),
        TableSchema.both(Provenance.prices.label),
      ]
      + (provenance.basis.map { [TableSchema.both($0)] } ?? [])
    return parts.joined(separator: "; ") + ". See README.md and codebook.md."
  }

  /// Documents that rules cite, then the files that were read.
  private var sources: [JSONTree] {
    let documents = content.run.map { NameTables($0).cited } ?? []
    let cited = documents.map { one in
      JSONTree.present([
        ("title", .text("\(one.title) (\(one.number))")), ("document", .text(one.number)),
        ("issued", .text(one.issued)), ("read_in", one.source.map { .text($0) }),
      ])
    }
    let read = provenance.inputs.map { file in
      JSONTree.present([
        ("title", .text(file.path)), ("path", .text(Self.relative(file.path))),
        ("hash", .text("sha256:\(file.sha256)")),
      ])
    }
    return cited + read
  }

  /// Paths of a data package may not be absolute: such a file is named by its own name.
  private static func relative(_ path: String) -> String {
    guard path.hasPrefix("/") || path.hasPrefix("../") else { return path }
    return path.split(separator: "/").filter { $0 != ".." }.last.map(String.init) ?? path
  }

  private var contributors: [JSONTree] {
    terms.authors.map { .present([("title", .text($0)), ("role", .text("author"))]) }
      + [.present([("title", .text("Doudi \(provenance.program)")), ("role", .text("wrangler"))])]
  }

  private var origin: [(String, JSONTree?)] {
    [
      ("run_id", .text(provenance.runID)), ("scenario", .text(provenance.scenario)),
      ("program", .text(provenance.program)), ("kind", .text(provenance.isTrial ? "trial" : "budget")),
      ("prices", .text(Provenance.prices.id)), ("currency", .text("CNY")),
      ("time", .text(provenance.timeText.en)), ("set", .texts(provenance.sets)),
      ("reforms", .texts(provenance.reforms)), ("details", .text(ProvenanceJSON.name)),
    ]
  }

  private func resource(_ schema: TableSchema) -> JSONTree {
    let table = schema.table
    let path = Self.path(table)
    let entry = TableCatalogue.entry(table.id)
    let file = files[path]
    return .present([
      ("profile", .text("tabular-data-resource")), ("name", .text(table.id)), ("path", .text(path)),
      ("title", .text(TableSchema.both(entry?.title ?? table.title))),
      ("description", entry.map { .text("每行 / a row: " + TableSchema.both($0.rows)) }),
      ("format", .text("csv")), ("mediatype", .text("text/csv")), ("encoding", .text("utf-8")),
      ("bytes", file.map { .whole($0.bytes) }), ("hash", file.map { .text("sha256:\($0.sha256)") }),
      ("schema", schema.descriptor()),
    ])
  }
}

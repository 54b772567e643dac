import DoudiInputs

/// The file `CITATION.cff` (Citation File Format 1.2.0): how a package is cited. It names no date: the same input
/// gives the same bytes.
struct CitationFile {
  private let provenance: Provenance
  private let package: DataPackage
  private let terms: PackageTerms

  init(_ provenance: Provenance, _ package: DataPackage, _ terms: PackageTerms) {
    (self.provenance, self.package, self.terms) = (provenance, package, terms)
  }

  func write(to output: ByteOutput) throws {
    var lines = [
      "cff-version: 1.2.0",
      "message: " + Self.quoted("引用本数据包时请注明测算编号 / When you use this package, cite it with its run."),
      "type: dataset", "title: " + Self.quoted(TableSchema.both(provenance.title)),
      "version: " + Self.quoted(package.version), "authors:",
    ]
    let authors = terms.authors.isEmpty ? ["Doudi"] : terms.authors
    lines += authors.map { "  - name: " + Self.quoted($0) }
    lines += ["keywords:"] + DataPackage.keywords.map { "  - " + Self.quoted($0) }
    if let licence = terms.licenceID { lines.append("license: " + Self.quoted(licence)) }
    lines += [
      "identifiers:", "  - type: other", "    value: " + Self.quoted("doudi-run:" + provenance.runID),
      "    description: " + Self.quoted("测算编号 / identifier of the run"),
    ]
    output.buffer.append(lines.joined(separator: "\n") + "\n")
    try output.finish()
  }

  /// A double-quoted scalar of YAML; JSON strings are such.
  private static func quoted(_ text: String) -> String {
    var buffer = ByteBuffer()
    buffer.append(jsonString: text)
    return buffer.text
  }
}

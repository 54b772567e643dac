import DoudiInputs
import DoudiModel

/// A scenario as a research data package: tidy CSV, descriptor, codebook, citation, loaders, notebooks.
public enum PackageExport {
  /// Writes the folder; it appears whole or not at all.
  /// - Throws: ``OutputFailure``.
  public static func write(
    _ content: ExportContent, terms: PackageTerms = PackageTerms(), to folder: String
  ) throws {
    let tables = tables(content)
    let files = try FolderSwap(folder)
    for table in tables {
      try files.write(DataPackage.path(table)) { try CSVWriter.write(table, to: $0) }
    }
    let schemas = tables.map { TableSchema($0, among: tables) }
    let package = DataPackage(content, terms, schemas: schemas, files: files.files)
    let codebook = Codebook(schemas)
    try files.write(DataPackage.name) { try package.write(to: $0) }
    try files.write("codebook.csv") { try CSVWriter.write(codebook.table(), to: $0) }
    try files.write("codebook.md") { try codebook.write(to: $0) }
    try files.write("README.md") { try PackageReadme(content, tables: tables).write(to: $0) }
    try files.write("CITATION.cff") {
      try CitationFile(content.provenance, package, terms).write(to: $0)
    }
    for (name, bytes) in attached(tables) {
      try files.write(name) { try $0.write(bytes) }
    }
    let written = files.files
    try files.write(ProvenanceJSON.name) {
      try ProvenanceJSON.write(content.provenance, files: written, to: $0)
    }
    try files.commit()
  }

  /// Long tables and the names of their codes; tables without a row are left out.
  static func tables(_ content: ExportContent) -> [Table] {
    let names = content.run.map { NameTables($0).all() } ?? []
    return (content.longTables() + names).filter { $0.rowCount > 0 }
  }

  /// Files that are the same in every package; notebooks where what they read is there.
  private static func attached(_ tables: [Table]) -> [(String, [UInt8])] {
    let loaders = [
      ("doudi_data.py", PackageResources.doudi_data_py), ("doudi_data.R", PackageResources.doudi_data_R),
    ]
    guard tables.contains(where: { $0.id == "ledger" }) else { return loaders }
    return loaders + [
      ("notebooks/money-and-limits.ipynb", PackageResources.money_and_limits_ipynb),
      ("notebooks/standards-and-uncertainty.ipynb", PackageResources.standards_and_uncertainty_ipynb),
    ]
  }
}

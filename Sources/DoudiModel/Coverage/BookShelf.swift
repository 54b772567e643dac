public import DoudiInputs

/// Policy books read for themselves, without a scenario: what `doudi rules` lists.
public struct BookShelf {
  /// A book with the digest of its documents' clauses.
  public struct Volume: Sendable {
    /// The book.
    public let book: Book
    /// Clauses of its digest, "DOCUMENT CLAUSE"; empty where the folder has no digest.
    public let clauses: Set<String>
    /// Rules that a scenario has in force; nil where no scenario was asked for.
    public let inForce: Set<String>?

    /// The rules: of a scenario those in force, else all.
    public var rules: [RuleEntry] {
      book.rules.filter { inForce?.contains($0.id) ?? true }
    }

    /// True where the clause a citation names stands in the digest.
    public func digests(_ citation: Citation) -> Bool {
      let keys = book.documents.filter { $0.value == citation.document }.map(\.key)
      return keys.contains { clauses.contains($0 + " " + citation.clause) }
    }
  }

  private let loader: SourceLoader
  private let bag: DiagnosticBag

  /// A shelf whose faults go to `bag`.
  public init(loader: SourceLoader, bag: DiagnosticBag) { (self.loader, self.bag) = (loader, bag) }

  /// The book of one folder; nil where it cannot be read, which is reported.
  public func volume(_ folder: String) -> Volume? {
    guard let book = BookReader(loader: loader, bag: bag).read(folder + "/book.yaml", referrer: nil) else {
      return nil
    }
    return Volume(book: book, clauses: clauses(folder + "/clauses.yaml"), inForce: nil)
  }

  /// The books that a scenario is made of, each with its digest, the nation's first.
  public func volumes(of model: Model) -> [Volume] {
    let headers =
      model.amounts.map(\.header) + model.caseloads.map(\.header) + model.payments.map(\.header)
      + model.limits.map(\.header)
    let inForce = Set(headers.map(\.id))
    return model.books.map { book in
      let folder = BookFolder.path(of: book.id, from: model.scenario.folder, loader: loader)
      return Volume(book: book, clauses: clauses(folder + "/clauses.yaml"), inForce: inForce)
    }
  }

  private func clauses(_ path: String) -> Set<String> {
    guard loader.exists(path), let file = loader.load(path, into: bag, referrer: nil),
      let node = YAMLReader.read(file, into: bag)
    else { return [] }
    return ClauseReader(bag: bag).read(node)
  }
}

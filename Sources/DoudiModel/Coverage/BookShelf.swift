public import DoudiInputs

/// Policy books read for themselves, without a scenario: what `doudi rules` lists.
public struct BookShelf {
  /// A book with the digest of its documents' clauses.
  public struct Volume: Sendable {
    /// The book.
    public let book: Book
    /// Clauses of its digest, "DOCUMENT CLAUSE"; empty where the folder has no digest.
    public let clauses: Set<String>
    /// State of each of the book's rules in a scenario; nil where no scenario was asked for.
    let states: [RuleState]?

    /// The rules with what is done about them: of a scenario all but those that others replace; a rule
    /// that is off is listed as such.
    public var rules: [(rule: RuleEntry, treatment: Treatment)] {
      guard let states else { return book.rules.map { ($0, Treatment($0)) } }
      return zip(book.rules, states).compactMap { rule, state in
        switch state {
        case .inForce: (rule, Treatment(rule, isEnabled: true))
        case .off: (rule, .off(rule))
        case .disabled: (rule, .disabled(rule))
        case .replaced: nil
        }
      }
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
    return Volume(book: book, clauses: clauses(folder + "/clauses.yaml"), states: nil)
  }

  /// The books that a scenario is made of, each with its digest, the nation's first.
  public func volumes(of model: Model) -> [Volume] {
    zip(model.books, model.ruleStates).map { book, states in
      let folder = BookFolder.path(of: book.id, from: model.scenario.folder, loader: loader)
      return Volume(book: book, clauses: clauses(folder + "/clauses.yaml"), states: states)
    }
  }

  private func clauses(_ path: String) -> Set<String> {
    guard loader.exists(path), let file = loader.load(path, into: bag, referrer: nil),
      let node = YAMLReader.read(file, into: bag)
    else { return [] }
    return ClauseReader(bag: bag).read(node)
  }
}

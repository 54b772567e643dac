public import DoudiInputs

/// Every mechanism of some books and what is done about it, beside the mechanisms that must be
/// accounted for.
public struct Coverage: Sendable {
  /// A mechanism and its parts.
  public struct Mechanism: Sendable {
    /// Identifier (W01, L12): that of its rules without the letter of the part.
    public let id: String
    /// Book that holds it; nil where none does.
    public let book: Book?
    /// Clause by which the mechanism is listed.
    public let clause: String
    /// What is done about it; empty where nothing accounts for it.
    public let treatments: [Treatment]
  }

  /// The mechanisms, book by book, by identifier; those that nothing accounts for last.
  public let mechanisms: [Mechanism]
  /// Citations of clauses that the digest of the book does not hold.
  public let undigested: [(id: String, citation: Citation)]

  /// Accounts for `required` by the rules and registers of `volumes`.
  public init(_ volumes: [BookShelf.Volume], required: [RequiredMechanism] = []) {
    var found = volumes.flatMap { Self.mechanisms($0) }
    let known = Set(found.map(\.id))
    for one in required where !known.contains(one.id) {
      found.append(Mechanism(id: one.id, book: nil, clause: one.clause, treatments: []))
    }
    mechanisms = found
    undigested = volumes.flatMap { volume in
      Self.cited(volume.book).filter { !volume.digests($0.citation) }
    }
  }

  /// Mechanisms that nothing accounts for.
  public var missing: [Mechanism] { mechanisms.filter(\.treatments.isEmpty) }

  private static func cited(_ book: Book) -> [(id: String, citation: Citation)] {
    book.rules.map { ($0.id, $0.citation) } + book.register.map { ($0.id, $0.citation) }
  }

  private static func mechanisms(_ volume: BookShelf.Volume) -> [Mechanism] {
    let book = volume.book
    var parts: [String: [Treatment]] = [:]
    for (rule, treatment) in volume.rules { parts[mechanism(rule.id), default: []].append(treatment) }
    for entry in book.register { parts[mechanism(entry.id), default: []].append(.registered(entry)) }
    return parts.sorted { $0.key < $1.key }.map { id, treatments in
      Mechanism(id: id, book: book, clause: treatments[0].citation.clause, treatments: treatments)
    }
  }

  /// The identifier without the letter that tells parts of one mechanism apart.
  static func mechanism(_ id: String) -> String {
    guard let last = id.last, last.isLowercase, id.count > 3 else { return id }
    return String(id.dropLast())
  }
}

/// A mechanism that the books must account for.
public struct RequiredMechanism: Sendable {
  /// Identifier.
  public let id: String
  /// Clause.
  public let clause: String

  /// The list of a CSV file with the columns id and clause.
  public static func list(_ table: CSVTable) -> [RequiredMechanism] {
    guard let id = table.column(named: "id"), let clause = table.column(named: "clause") else { return [] }
    return (0..<table.rowCount).map { row in
      RequiredMechanism(
        id: String(table.field(row: row, column: id)), clause: String(table.field(row: row, column: clause)))
    }
  }
}

import DoudiInputs

/// Where the books of a scenario lie.
enum BookFolder {
  /// The folder of a book: in `books` beside the scenario's folder, or beside one of those above it.
  static func path(of name: String, from scenario: String, loader: SourceLoader) -> String {
    let candidates = (1...4).map { up in
      scenario + String(repeating: "/..", count: up) + "/books/" + name
    }
    return candidates.first { loader.exists($0 + "/book.yaml") } ?? candidates[0]
  }
}

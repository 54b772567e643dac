/// A place in the repository that breaks a house rule.
struct Fault: Hashable, CustomStringConvertible {
  let path: String
  let line: Int
  let message: String

  var description: String { "\(path):\(line): \(message)" }
}

extension [Fault] {
  /// One fault a line, for the message of a failed expectation.
  var list: String { map(\.description).sorted().joined(separator: "\n") }
}

/// Names in a message.
enum NameList {
  /// The first five, and how many there are where there are more.
  static func text(_ names: [String]) -> String {
    names.prefix(5).joined(separator: ", ") + (names.count > 5 ? ", … (\(names.count))" : "")
  }
}

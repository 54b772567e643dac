/// The names and codes of places, taken from the data that ships: no file of `Sources/` may
/// hold one.
struct PlaceNames {
  private(set) var words: Set<String> = []
  private(set) var codes: Set<String> = []
  private static let suffixes = ["自治县", "自治州", "自治区", "地区", "省", "市", "区", "县", "盟", "州"]
  private static let common: Set<String> = [
    "nation", "china", "national", "the", "other", "inner", "north", "south", "east", "west",
  ]

  /// Adds a region table (columns region, name_zh, name_en by header). Of a table of thousands only
  /// whole Chinese names and codes: their stems and spellings are ordinary words too often.
  mutating func add(regionTable text: String) {
    let rows = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    guard let header = rows.first else { return }
    let isLong = rows.count > 1000
    for row in rows.dropFirst() {
      for (name, field) in zip(header, row) {
        switch name {
        case "region": add(code: String(field))
        case "name_zh": add(chinese: String(field), withStem: !isLong)
        case "name_en" where !isLong: add(latin: String(field))
        default: break
        }
      }
    }
  }

  /// Adds the folder of a policy book, "CODE-pinyin".
  mutating func add(bookFolder name: String) {
    let parts = name.split(separator: "-")
    guard let code = parts.first else { return }
    add(code: String(code))
    for part in parts.dropFirst() { add(latin: String(part)) }
  }

  private mutating func add(code: String) {
    // The nation's code ends in zeros only and is a legitimate default.
    if code.count >= 6, code.utf8.contains(where: { $0 > 48 }), !code.hasSuffix("00000") {
      codes.insert(code)
    }
  }

  private mutating func add(chinese name: String, withStem: Bool) {
    if name.count >= 2 { words.insert(name) }
    guard withStem else { return }
    for suffix in Self.suffixes where name.hasSuffix(suffix) && name.count - suffix.count >= 2 {
      words.insert(String(name.dropLast(suffix.count)))
    }
  }

  private mutating func add(latin name: String) {
    guard let first = name.split(separator: " ").first?.lowercased(), first.count >= 4,
      !Self.common.contains(first)
    else { return }
    words.insert(first)
  }

  /// Faults of one source file, its comments included.
  func faults(path: String, text: String) -> [Fault] {
    let longest = words.map(\.count).max() ?? 0
    return SwiftText.numberedLines(text).compactMap { number, line in
      let lower = line.lowercased()
      let word =
        lower.split { !($0.isASCII && $0.isLetter) }.map(String.init).first { words.contains($0) }
        ?? chinese(in: lower, longest)
      let code = lower.split { !($0.isASCII && $0.isNumber) }.map(String.init).first { codes.contains($0) }
      guard let found = word ?? code else { return nil }
      return Fault(path: path, line: number, message: "names the place \(found)")
    }
  }

  /// The first name among the runs of Chinese characters of a line.
  private func chinese(in line: String, _ longest: Int) -> String? {
    for run in line.split(whereSeparator: { $0.unicodeScalars.allSatisfy { $0.value < 0x3400 } }) {
      let characters = Array(run)
      for start in characters.indices {
        for end in stride(from: start + 2, through: min(start + longest, characters.count), by: 1) {
          let name = String(characters[start..<end])
          if words.contains(name) { return name }
        }
      }
    }
    return nil
  }
}

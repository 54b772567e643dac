import DoudiInputs

/// Whether columns name rows, and whether codes are among those of another table.
///
/// Rows are told apart by 64-bit hashes of their cells' bytes: two different rows that share one would only
/// leave out a key that is true.
enum KeyCheck {
  /// True where no two rows have the same cells in `columns`, and each has one in every column.
  static func isUnique(_ columns: [Column]) -> Bool {
    guard let first = columns.first else { return false }
    var sums = [UInt64](repeating: 0, count: first.values.count)
    for column in columns {
      guard let hashes = hashes(column.values) else { return false }
      for row in sums.indices {
        guard let hash = hashes[row] else { return false }
        sums[row] = mixed(sums[row] ^ hash)
      }
    }
    sums.sort()
    return zip(sums, sums.dropFirst()).allSatisfy { $0 != $1 }
  }

  /// True where every cell that is not empty is one of `others`, and there is at least one.
  static func isContained(_ column: Column, in others: Column) -> Bool {
    guard let own = hashes(column.values), let known = hashes(others.values) else { return false }
    let set = Set(known.compactMap { $0 })
    let used = Set(own.compactMap { $0 })
    return !used.isEmpty && used.isSubset(of: set)
  }

  /// A number for each text of a column, nil for empty cells; nil for columns of figures.
  private static func hashes(_ values: Values) -> [UInt64?]? {
    switch values {
    case .words(let positions, let words):
      let known = words.map { $0.id.isEmpty ? nil : hash($0.id) }
      return positions.map { $0 < 0 ? nil : known[Int($0)] }
    case .texts(let texts), .figures(let texts):
      return texts.map { text in text.flatMap { $0.isEmpty ? nil : hash($0) } }
    default: return nil
    }
  }

  private static func hash(_ text: String) -> UInt64 {
    var sum: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return mixed(sum)
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var sum = value &+ 0x9E37_79B9_7F4A_7C15
    sum = (sum ^ (sum >> 30)) &* 0xBF58_476D_1CE4_E5B9
    sum = (sum ^ (sum >> 27)) &* 0x94D0_49BB_1331_11EB
    return sum ^ (sum >> 31)
  }
}

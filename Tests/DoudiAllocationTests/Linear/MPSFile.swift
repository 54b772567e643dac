import DoudiAllocation
import Foundation

/// A linear program in MPS format, as the samples of Debian's `coinor-libcoinutils-dev` have it. That package comes with
/// `coinor-libclp-dev`, so the files are wherever the program can be built. Parts after the bounds are left out,
/// and so are constants of the objective, as in the published optima.
struct MPSFile {
  static let folder = "/usr/share/coin/Data/Sample/"

  private(set) var program = LinearProgram()
  private struct Row {
    let kind: Character
    var right = 0.0
    var range: Double?
    var terms: [(Int, Double)] = []
  }

  init(_ name: String) throws {
    let text = try String(contentsOfFile: Self.folder + name + ".mps", encoding: .isoLatin1)
    var (section, objective) = ("", "")
    var (rows, order): ([String: Row], [String]) = ([:], [])
    var (columns, names): ([String: (cost: Double, lower: Double, upper: Double)], [String]) = ([:], [])
    for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("*") {
      let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
      guard let first = words.first else { continue }
      if !line.hasPrefix(" ") {
        section = first
        continue
      }
      let pairs = { (start: Int) in
        stride(from: start, to: words.count - 1, by: 2).map { (words[$0], Double(words[$0 + 1]) ?? .nan) }
      }
      switch section {
      case "ROWS":
        if first == "N", objective.isEmpty { objective = words[1] }
        rows[words[1]] = Row(kind: Character(first))
        order.append(words[1])
      case "COLUMNS":
        if columns[first] == nil {
          columns[first] = (0, 0, .infinity)
          names.append(first)
        }
        for (row, value) in pairs(1) {
          if row == objective {
            columns[first]?.cost = value
          } else {
            rows[row]?.terms.append((names.count - 1, value))
          }
        }
      case "RHS":
        for (row, value) in pairs(words.count % 2) {
          if row != objective { rows[row]?.right = value }
        }
      case "RANGES": for (row, value) in pairs(words.count % 2) { rows[row]?.range = value }
      case "BOUNDS":
        let (name, value) = (words[2], words.count > 3 ? Double(words[3]) ?? .nan : 0)
        switch first {
        case "UP": columns[name]?.upper = value
        case "LO": columns[name]?.lower = value
        case "FX":
          columns[name]?.lower = value
          columns[name]?.upper = value
        case "FR": columns[name]?.lower = -.infinity
        case "MI": columns[name]?.lower = -.infinity
        default: break
        }
      default: break
      }
    }
    for name in names {
      guard let column = columns[name] else { continue }
      program.addVariable(name, lower: column.lower, upper: column.upper, cost: column.cost)
    }
    for name in order where name != objective {
      guard let row = rows[name], row.kind != "N" else { continue }
      let (lower, upper) = Self.bounds(row.kind, row.right, row.range)
      program.addRow(name, lower: lower, upper: upper, row.terms.map { ($0.0, $0.1) })
    }
  }

  private static func bounds(_ kind: Character, _ right: Double, _ range: Double?) -> (Double, Double) {
    switch (kind, range) {
    case ("L", nil): (-.infinity, right)
    case ("G", nil): (right, .infinity)
    case (_, nil): (right, right)
    case ("L", let range?): (right - range.magnitude, right)
    case ("G", let range?): (right, right + range.magnitude)
    case (_, let range?): range < 0 ? (right + range, right) : (right, right + range)
    }
  }
}

/// The rules that a text file can be held to, each a function from the file to its faults.
enum HouseRules {
  static let longFile = 250
  static let tooLongFile = 400

  /// No `try!`, no `as!`, no forced unwrapping: bad input must not end the program.
  static func forced(_ file: SwiftText) -> [Fault] {
    let cast = #/\b(?:try|as)[!]/#
    let unwrapping = #/[\w)\]}>?"][!](?!=)/#
    return SwiftText.numberedLines(file.code, with: "!").compactMap { number, line in
      if line.contains(cast) {
        return Fault(path: file.path, line: number, message: "forced try or cast")
      }
      guard line.contains(unwrapping) else { return nil }
      return Fault(path: file.path, line: number, message: "forced unwrapping")
    }
  }

  /// No way to end the program on purpose.
  static func traps(_ file: SwiftText) -> [Fault] {
    guard ["fatal", "precondition", "assert"].contains(where: { file.code.contains($0) }) else { return [] }
    let trap = #/\b(fatalError|precondition|preconditionFailure|assert|assertionFailure)\(/#
    return SwiftText.numberedLines(file.code, with: "(").compactMap { number, line in
      guard let match = line.firstMatch(of: trap) else { return nil }
      return Fault(path: file.path, line: number, message: "\(match.1) ends the program")
    }
  }

  /// Programmes are named by data; the code knows shapes. Documentation may give examples.
  static func programmeWords(_ file: SwiftText) -> [Fault] {
    let words = ["dibao", "tekun", "低保", "特困"]
    let parts = [file.code, file.strings, file.comments].map { $0.lowercased() }
    return parts.filter { part in words.contains { part.contains($0) } }.flatMap { part in
      SwiftText.numberedLines(part).compactMap { number, line in
        guard let word = words.first(where: { line.contains($0) }) else { return nil }
        return Fault(path: file.path, line: number, message: "names the programme \(word)")
      }
    }
  }

  /// A figure with a decimal point, or a fraction of two figures, in the model is a policy's.
  static func policyNumbers(_ file: SwiftText) -> [Fault] {
    let harmless: Set<Substring> = ["0.0", "0.5", "1.0", "2.0"]
    let decimal = #/(?:^|[^\w.])(\d[\d_]*\.\d[\d_]*)/#
    let fraction = #/Rational\((-?\d+), over: (\d+)\)/#
    let byPoint = SwiftText.numberedLines(file.code, with: ".").compactMap { number, line -> Fault? in
      if let match = line.firstMatch(of: decimal), !harmless.contains(match.1) {
        return Fault(path: file.path, line: number, message: "the figure \(match.1) belongs in data")
      }
      return nil
    }
    let byFraction = SwiftText.numberedLines(file.code, with: ":").compactMap { number, line -> Fault? in
      guard line.contains("Rational("), let match = line.firstMatch(of: fraction),
        !["0", "1"].contains(match.1)
      else { return nil }
      return Fault(path: file.path, line: number, message: "the figure \(match.0) belongs in data")
    }
    return byPoint + byFraction
  }

  /// Short files are read, long ones searched.
  static func length(path: String, text: String, limit: Int) -> [Fault] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
    return lines > limit
      ? [Fault(path: path, line: limit + 1, message: "\(lines) lines, more than \(limit)")] : []
  }

  /// One test library: `scripts/test` runs no other.
  static func oldTests(_ file: SwiftText) -> [Fault] {
    Layers.imports(in: file).filter { $0.module == "XCTest" }
      .map { Fault(path: file.path, line: $0.line, message: "tests use Swift Testing, XCTest is not run") }
  }

  /// No path of somebody's machine.
  static func machinePaths(path: String, text: String) -> [Fault] {
    let folder = #/(?:^|[^\w.\-\/*])\/(?:home|root|Users|work|opt|tmp|mnt)\//#
    return SwiftText.numberedLines(text, with: "/").compactMap { number, line in
      guard let match = line.firstMatch(of: folder) else { return nil }
      return Fault(path: path, line: number, message: "path of a machine:\(match.0)...")
    }
  }

  /// What a build or an editor leaves behind.
  static func buildProducts(_ tracked: [String]) -> [Fault] {
    tracked.filter { path in
      let parts = path.split(separator: "/")
      return parts.contains {
        $0.hasPrefix(".build") || $0 == ".swiftpm" || $0 == "__pycache__" || $0 == ".DS_Store"
      }
        || parts.first == "out" || parts.last == "Package.resolved"
        || [".o", ".a", ".so", ".swiftmodule", ".swiftdoc", ".xctest", ".profraw", ".pyc"].contains {
          path.hasSuffix($0)
        }
    }.map { Fault(path: $0, line: 1, message: "is a build product") }
  }
}

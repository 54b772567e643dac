/// Who may import whom: the table of docs/architecture.md.
enum Layers {
  /// Every target of `Sources/` with all that it may import beyond the standard library.
  static let allowed: [String: Set<String>] = [
    "DoudiUnits": [],
    "DoudiMatrix": ["COpenBLAS", "CLAPACKE"],
    "DoudiTape": ["CVectorMath"],
    "DoudiAllocation": ["DoudiUnits", "CClp"],
    "DoudiInputs": ["DoudiUnits", "Yams"],
    "DoudiModel": ["DoudiUnits", "DoudiInputs", "DoudiTape"],
    "DoudiAnalysis": ["DoudiUnits", "DoudiInputs", "DoudiModel", "DoudiEnsemble", "DoudiAllocation"],
    "DoudiEnsemble": ["DoudiUnits", "DoudiInputs", "DoudiModel", "DoudiMatrix", "DoudiTape"],
    "DoudiReport": [
      "DoudiUnits", "DoudiInputs", "DoudiTape", "DoudiModel", "DoudiEnsemble", "DoudiAllocation",
      "DoudiAnalysis", "CMessageDigest", "CXlsxWriter", "CZip", "CXML2",
    ],
    "Doudi": ["DoudiUnits", "DoudiInputs", "DoudiModel", "DoudiEnsemble", "DoudiAnalysis", "DoudiReport"],
    "DoudiCommand": ["Doudi", "ArgumentParser"],
    "_DoudiTestSupport": ["DoudiUnits", "DoudiInputs", "DoudiModel"],
  ]

  /// Modules of the toolchain. Units do without.
  static let toolchain: Set<String> = [
    "Foundation", "FoundationEssentials", "Dispatch", "Synchronization", "Glibc", "Musl", "Darwin",
  ]

  /// Faults of one file of `Sources/TARGET/`.
  static func faults(in file: SwiftText, target: String) -> [Fault] {
    guard let allowed = allowed[target] else {
      return [Fault(path: file.path, line: 1, message: "target \(target) is missing in the table of layers")]
    }
    return imports(in: file).compactMap { line, module in
      let isToolchain = toolchain.contains(module) && target != "DoudiUnits"
      if allowed.contains(module) || isToolchain { return nil }
      return Fault(path: file.path, line: line, message: "\(target) may not import \(module)")
    }
  }

  static func imports(in file: SwiftText) -> [(line: Int, module: String)] {
    let pattern = #/(?:^|\s)import\s+(?:(?:struct|class|enum|protocol|func|let|var|typealias)\s+)?(\w+)/#
    return SwiftText.numberedLines(file.code).compactMap { number, line in
      guard line.contains("import"),
        let match = line.firstMatch(
          of: pattern)
      else { return nil }
      return (number, String(match.1))
    }
  }
}

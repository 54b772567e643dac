/// Tests stand where the source they test stands.
enum Mirror {
  /// Folders of a test target for what no single source file answers for: laws that hold
  /// across files, reference tables, broken inputs.
  static let free: Set<String> = ["Properties", "Reference", "bad"]

  /// Faults of the test files `tests`, given all source files; paths from the repository's root.
  ///
  /// `Tests/XTests/.../AbcDefTests.swift` answers for `Sources/X/.../Abc+Def.swift` or
  /// `AbcDef.swift`. A target without a folder in `Sources/` and a file whose name does not
  /// end in `Tests` are free.
  static func faults(tests: [String], sources: [String]) -> [Fault] {
    let known = Set(
      sources.compactMap { path -> String? in
        let parts = path.split(separator: "/")
        guard parts.count >= 3, let stem = stem(path) else { return nil }
        return "\(parts[1])/\(stem.replacing("+", with: ""))"
      })
    let targets = Set(sources.compactMap { $0.split(separator: "/").dropFirst().first.map(String.init) })
    return tests.compactMap { path in
      let parts = path.split(separator: "/").map(String.init)
      guard parts.count >= 3, parts[1].hasSuffix("Tests"), let stem = stem(path), stem.hasSuffix("Tests")
      else { return nil }
      let target = String(parts[1].dropLast(5))
      guard targets.contains(target), free.isDisjoint(with: parts) else { return nil }
      let name = String(stem.dropLast(5))
      if known.contains("\(target)/\(name)") { return nil }
      return Fault(path: path, line: 1, message: "no file \(name).swift in Sources/\(target)")
    }
  }

  private static func stem(_ path: String) -> String? {
    guard path.hasSuffix(".swift"), let name = path.split(separator: "/").last else { return nil }
    return String(name.dropLast(6))
  }
}

import Foundation
import Testing

/// The repository as it is, held to the rules of CONTRIBUTING.md.
@Suite struct HouseTests {
  private static let loaded = Result { try House() }

  let repository: Repository
  let sources: [SwiftText]
  let tests: [SwiftText]

  init() throws {
    let house = try Self.loaded.get()
    (repository, sources, tests) = (house.repository, house.sources, house.tests)
    try #require(sources.count > 10 && tests.count > 10)
  }

  @Test func nothingIsForced() {
    let faults = (sources + tests).flatMap(HouseRules.forced)
    #expect(faults.isEmpty, "\(faults.list)")
  }

  @Test func nothingEndsTheProgram() {
    let faults = sources.flatMap(HouseRules.traps)
    #expect(faults.isEmpty, "\(faults.list)")
  }

  @Test func importsGoDown() {
    let faults = sources.flatMap { Layers.faults(in: $0, target: target(of: $0.path)) }
    #expect(faults.isEmpty, "\(faults.list)")
  }

  @Test func roomsHaveAnOrder() {
    let faults = Rooms(sources).faults
    #expect(faults.isEmpty, "\(faults.list)")
  }

  @Test func programmesAreData() {
    let faults = sources.flatMap(HouseRules.programmeWords)
    #expect(faults.isEmpty, "\(faults.list)")
  }

  @Test func figuresOfPoliciesAreData() {
    let model = sources.filter { ["DoudiModel", "DoudiAnalysis"].contains(target(of: $0.path)) }
    let faults = model.flatMap(HouseRules.policyNumbers)
    #expect(faults.isEmpty, "\(faults.list)")
  }

  @Test func placesAreData() throws {
    let names = try placeNames()
    let faults = repository.swiftFiles(under: "Sources").flatMap { path in
      names.faults(path: path, text: repository.text(path) ?? "")
    }
    #expect(faults.isEmpty, "\(faults.list)")
  }

  @Test func filesAreShort() {
    let all = repository.swiftFiles(under: "Sources").map { ($0, repository.text($0) ?? "") }
    let faults = all.flatMap { HouseRules.length(path: $0, text: $1, limit: HouseRules.tooLongFile) }
    #expect(faults.isEmpty, "\(faults.list)")
    let long = all.flatMap { HouseRules.length(path: $0, text: $1, limit: HouseRules.longFile) }
    if !long.isEmpty { print("warning: long files\n\(long.list)") }
  }

  @Test func everyTargetHasAReadme() {
    let missing = Set(sources.map { target(of: $0.path) }).filter {
      (repository.text("Sources/\($0)/README.md") ?? "").count < 80
    }
    #expect(missing.isEmpty, "no README.md in Sources/ of \(missing.sorted())")
  }

  @Test func testsMirrorSources() {
    let faults = Mirror.faults(tests: tests.map(\.path), sources: sources.map(\.path))
    #expect(faults.isEmpty, "\(faults.list)")
  }

  @Test func oneTestLibrary() {
    let faults = tests.flatMap(HouseRules.oldTests)
    #expect(faults.isEmpty, "\(faults.list)")
  }

  @Test func noBuildProducts() {
    let faults = HouseRules.buildProducts(repository.files)
    #expect(faults.isEmpty, "\(faults.list)")
  }

  @Test func noPathsOfMachines() {
    let texts = [".swift", ".md", ".yaml", ".yml", ".json", ".py", ".sh", ".txt"]
    let paths = repository.files.filter { path in
      texts.contains { path.hasSuffix($0) } || path.hasPrefix("scripts/") || path.hasPrefix(".ci/")
    }
    let faults = paths.flatMap { HouseRules.machinePaths(path: $0, text: repository.text($0) ?? "") }
    #expect(faults.isEmpty, "\(faults.list)")
  }

  private func target(of path: String) -> String {
    String(path.split(separator: "/").dropFirst().first ?? "")
  }

  private func placeNames() throws -> PlaceNames {
    var names = PlaceNames()
    for path in repository.files where path.hasPrefix("scenarios/") && path.hasSuffix("regions.csv") {
      names.add(regionTable: repository.text(path) ?? "")
    }
    for path in repository.files where path.hasPrefix("scenarios/books/") {
      let parts = path.split(separator: "/")
      if parts.count > 3 { names.add(bookFolder: String(parts[2])) }
    }
    try #require(names.words.count > 3 && names.codes.count > 3)
    return names
  }
}

/// All Swift files, read and taken apart once.
private struct House {
  let repository: Repository
  let sources: [SwiftText]
  let tests: [SwiftText]

  init() throws {
    let repository = try Repository()
    func read(_ folder: String) -> [SwiftText] {
      repository.swiftFiles(under: folder).compactMap { path in
        repository.text(path).map { SwiftText(path: path, text: $0) }
      }
    }
    (self.repository, sources, tests) = (repository, read("Sources"), read("Tests"))
  }
}

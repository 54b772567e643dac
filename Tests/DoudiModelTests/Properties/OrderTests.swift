import DoudiInputs
import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

/// What the way files are written must not change: rows, line ends, marks, comments, keys.
@Suite struct OrderTests {
  /// Ways to write the same thing differently.
  enum Writing: CaseIterable, Sendable {
    case rows, carriageReturns, byteOrderMark, comments, keys
  }

  static func shuffled<Element>(_ items: [Element], _ random: inout SplitMix64) -> [Element] {
    items.shuffled(using: &random)
  }

  private static func rows(_ text: String, _ random: inout SplitMix64) -> String {
    let lines = text.split(separator: "\n").map(String.init)
    guard let header = lines.first else { return text }
    return ([header] + shuffled(Array(lines.dropFirst()), &random)).joined(separator: "\n") + "\n"
  }

  private static func keys(_ text: String, _ random: inout SplitMix64) -> String {
    guard let node = YAMLFlow.read(text) else { return text }
    var generator = random
    defer { random = generator }
    return YAMLFlow.text(node) { shuffled($0, &generator) } + "\n"
  }

  static func change(_ path: String, _ text: String, _ writing: Writing, _ random: inout SplitMix64) -> String
  {
    let isTable = path.hasSuffix(".csv")
    switch writing {
    case .rows: return isTable ? rows(text, &random) : text
    case .carriageReturns: return text.replacing("\n", with: "\r\n")
    case .byteOrderMark: return "\u{FEFF}" + text
    case .comments:
      if isTable { return text }
      return "# 开头\n"
        + text.split(separator: "\n", omittingEmptySubsequences: false).map {
          $0.isEmpty || $0.hasPrefix(" ") ? String($0) : "# 说明: {x}\n\($0)"
        }.joined(separator: "\n") + "\n# 结尾\n"
    case .keys: return isTable ? text : keys(text, &random)
    }
  }

  @Test(arguments: Writing.allCases) func randomPlacesStayTheSame(_ writing: Writing) throws {
    try forAll(seed: 21, count: 6, generator: { RandomPlace.draw(&$0) }, shrink: { $0.smaller }) { random in
      let place = random.place
      let base = try place.run()
      var generator = SplitMix64(seed: random.seed)
      let folder = try TemporaryFolder()
      let texts = [
        ("books/990000-test/book.yaml", place.bookText), ("test/scenario.yaml", place.scenarioText),
        ("test/regions.csv", place.regionsText), ("test/observations.csv", place.observationsText),
      ]
      for (path, text) in texts { try folder.write(Self.change(path, text, writing, &generator), to: path) }
      let (model, diagnostics) = LoadedScenario.load(folder.path + "/test")
      guard let model else { throw FaultyPlace(diagnostics: diagnostics) }
      return Self.differences(base, SmallRun(model.run())) == []
    }
  }

  @Test(arguments: Shipped.names, Writing.allCases) func whatShipsStaysTheSame(
    _ name: String, _ writing: Writing
  ) throws {
    let base = try Shipped.run(name)
    var random = SplitMix64(seed: 22)
    let folder = try Shipped.copy { path, text in Self.change(path, text, writing, &random) }
    #expect(Self.differences(base, try Shipped.run(name, in: folder)) == [])
  }

  /// The first lines in which two runs differ; canonical inputs must be equal, too.
  static func differences(_ a: SmallRun, _ b: SmallRun) -> [String] {
    let (left, right) = (a.snapshot(), b.snapshot())
    if left == right {
      return a.model.canonicalInputs == b.model.canonicalInputs ? [] : ["the canonical inputs differ"]
    }
    let (first, second) = (Set(left), Set(right))
    return Array(first.subtracting(second).sorted().prefix(3) + second.subtracting(first).sorted().prefix(3))
  }
}

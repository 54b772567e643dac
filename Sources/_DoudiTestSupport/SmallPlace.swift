public import DoudiInputs
public import DoudiModel
public import DoudiUnits

/// A place of a few lines: book, regions, observations and scenario as texts, written into a
/// temporary folder and read through the public loader, so that a test depends on no scenario
/// that ships.
///
///     let run = try SmallPlace(
///       rules: """
///         - id: A1
///           form: flat
///           gives: price
///           unit: CNY/person/month
///           amount: 30 CNY/person/month
///         """
///     ).run()
///     run.amount("price", .urban, "2027-03") == Rational(30)
///
/// A rule may leave out `name` and `cite`; they are added. The root is 990000 with one leaf, 990001,
/// urban and rural; the horizon is the year 2027; the one programme `aid` is charged to the
/// one fund `fund`, which the county pays.
public struct SmallPlace: Sendable {
  /// Code of the leaf where a test asks for none.
  public static let leaf = "990001"

  /// Rules of the book, each beginning with "- id: ...".
  public var rules: String
  /// Rows of the observation table without header: region,area,period,indicator,value,unit,status,source.
  public var observations: String
  /// Lines under `assumptions:`, indented by nothing.
  public var assumptions: String
  /// Rows of the region table without header.
  public var regions = """
    990000,,总,Whole,prefecture,,own
    990001,990000,甲,First,county,urban rural,own
    """
  /// First and last month.
  public var horizon = (first: "2027-01", last: "2027-12")
  /// Programmes by identifier and fund.
  public var programmes = [("aid", "fund")]
  /// Funds.
  public var funds = ["fund"]
  /// Lines under `funding:`, indented by nothing.
  public var funding = "fund: {shares: [county]}"
  /// The assumptions that `funding` needs.
  public var fundingShares = "funding.fund.county: {value: 100 %, why: {zh: 测试, en: test}}"
  /// More lines at the top level of the scenario.
  public var scenario = ""
  /// More lines at the top level of the book.
  public var book = ""
  /// Further files by path below the scenario's folder.
  public var files: [String: String] = [:]

  /// A place with these rules.
  public init(rules: String, observations: String = "", assumptions: String = "") {
    (self.rules, self.observations, self.assumptions) = (rules, observations, assumptions)
  }

  /// The text of the book.
  public var bookText: String {
    """
    schema: 1
    book: 990000-test
    name: {zh: 测试, en: Test}
    region: "990000"
    tier: prefecture
    documents:
      main: {title: 测试文件, number: 测1号, issued: 2020-01-01, valid_until: unknown, verified: unknown}
    funds:
    \(funds.map { "  - {id: \($0), name: {zh: \($0), en: \($0)}}" }.joined(separator: "\n"))
    programmes:
    \(programmes.map(Self.programme).joined(separator: "\n"))
    groups: []
    \(book)
    rules:
    \(Self.indented(Self.completed(rules)))
    register: []

    """
  }

  /// The text of the scenario.
  public var scenarioText: String {
    """
    schema: 1
    scenario: test
    title: {zh: 测试, en: Test}
    book: 990000-test
    regions: regions.csv
    observations: [observations.csv]
    horizon: {first: \(horizon.first), last: \(horizon.last)}
    funding:
    \(Self.indented(funding))
    \(scenario)
    assumptions:
    \(Self.indented(fundingShares))
    \(Self.indented(assumptions))

    """
  }

  /// The text of the region table.
  public var regionsText: String {
    "region,parent,name_zh,name_en,tier,areas,code_system\n\(regions)\n"
  }

  /// The text of the observation table.
  public var observationsText: String {
    "region,area,period,indicator,value,unit,status,source\n\(observations)\n"
  }

  private static func programme(_ entry: (String, String)) -> String {
    "  - {id: \(entry.0), name: {zh: \(entry.0), en: \(entry.0)}, family: basic, fund: \(entry.1)}"
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }.joined(separator: "\n")
  }

  /// Rules with the name and the citation that each must have.
  private static func completed(_ rules: String) -> String {
    rules.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let isFlow = line.hasPrefix("- {id: ")
      guard isFlow || line.hasPrefix("- id: ") else { return String(line) }
      let id = line.dropFirst(isFlow ? 7 : 6).prefix { $0 != "," }
      let (name, cite) = ("name: {zh: \(id), en: \(id)}", "cite: {clause: \"一\", quote: \(id)}")
      return isFlow ? "\(line.dropLast()), \(name), \(cite)}" : "\(line)\n  \(name)\n  \(cite)"
    }.joined(separator: "\n")
  }

  /// Writes the four files below `folder`, in scenario "test" and book "990000-test".
  /// - Throws: where a file cannot be written.
  public func write(to folder: TemporaryFolder) throws {
    try folder.write(bookText, to: "books/990000-test/book.yaml")
    try folder.write(scenarioText, to: "test/scenario.yaml")
    try folder.write(regionsText, to: "test/regions.csv")
    try folder.write(observationsText, to: "test/observations.csv")
    for (path, text) in files.sorted(by: { $0.key < $1.key }) { try folder.write(text, to: "test/\(path)") }
  }

  /// What reading the place reports, and the model where it has no fault.
  /// - Parameters:
  ///   - overrides: arguments as after `--set`.
  ///   - reforms: those of ``files`` that are laid on as after `--reform`.
  /// - Returns: the model and the diagnostics.
  /// - Throws: where a file cannot be written.
  public func check(
    overrides: [String] = [], reforms: [String] = []
  ) throws -> (model: Model?, diagnostics: [Diagnostic]) {
    let folder = try TemporaryFolder()
    try write(to: folder)
    return LoadedScenario.load(
      folder.path + "/test", overrides: overrides, reforms: reforms.map { folder.path + "/test/" + $0 })
  }

  /// The model.
  /// - Throws: ``FaultyPlace`` with what was reported, where there is none.
  public func load(overrides: [String] = [], reforms: [String] = []) throws -> Model {
    let (model, diagnostics) = try check(overrides: overrides, reforms: reforms)
    guard let model else { throw FaultyPlace(diagnostics: diagnostics) }
    return model
  }

  /// The finished run.
  /// - Throws: ``FaultyPlace`` where the place cannot be read.
  public func run(overrides: [String] = [], reforms: [String] = []) throws -> SmallRun {
    SmallRun(try load(overrides: overrides, reforms: reforms).run())
  }
}

/// Scenario folders on disk.
public enum LoadedScenario {
  /// The model of a folder and everything that was reported.
  public static func load(
    _ folder: String, overrides: [String] = [], reforms: [String] = []
  ) -> (model: Model?, diagnostics: [Diagnostic]) {
    let bag = DiagnosticBag()
    let loader = ModelLoader(loader: SourceLoader(root: ""), bag: bag, reforms: reforms)
    let model = loader.load(folder: folder, overrides: overrides.compactMap { Override(argument: $0) })
    return (model, bag.all)
  }
}

/// A place that cannot be read.
public struct FaultyPlace: Error, CustomStringConvertible {
  /// What was reported.
  public let diagnostics: [Diagnostic]

  /// With what was reported.
  public init(diagnostics: [Diagnostic]) { self.diagnostics = diagnostics }

  /// One line a diagnostic.
  public var description: String {
    diagnostics.map { "\($0.code) \($0.span) \($0.message.en)" }.joined(separator: "\n")
  }
}

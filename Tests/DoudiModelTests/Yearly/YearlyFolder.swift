import DoudiInputs
import DoudiModel
import DoudiTape
import _DoudiTestSupport

/// A yearly scenario of texts, and what its arithmetic gives.
struct YearlyFolder {
  var scenario = """
    schema: 1
    scenario: test
    title: {zh: 测试, en: Test}
    kind: trial
    step: year
    years: 3
    rules: rules.yaml
    regions: regions.csv
    parameters: parameters.csv
    outputs: [X]

    """
  /// Lines under `rules:`.
  var rules = "- {id: X, form: compound, gives: X, start: X, rates: [[[g]]]}"
  /// Lines under `quantities:`.
  var quantities = ""
  var regions = "region,X,B\na,100,1\nb,200,2\n"
  var parameters = "name,value\ng,0.1\nk,2\n"
  /// Tables of a folder for `--data`, by name.
  var data: [String: String] = [:]

  /// The model and all that is reported.
  func load(_ overrides: [String] = []) throws -> (model: YearlyModel?, problems: [Diagnostic]) {
    let folder = try TemporaryFolder()
    try folder.write(scenario, to: "test/scenario.yaml")
    let lines = rules.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
    let head = quantities.isEmpty ? "" : "quantities:\n\(quantities)\n"
    try folder.write("schema: 1\n\(head)rules:\n\(lines)\n", to: "test/rules.yaml")
    try folder.write(regions, to: "test/regions.csv")
    try folder.write(parameters, to: "test/parameters.csv")
    for (name, text) in data { try folder.write(text, to: "data/" + name) }
    return Self.load(
      folder.path + "/test", data: data.isEmpty ? nil : folder.path + "/data", overrides: overrides)
  }

  /// The model of a folder.
  static func load(_ path: String, data: String? = nil, overrides: [String] = []) -> (
    model: YearlyModel?, problems: [Diagnostic]
  ) {
    let bag = DiagnosticBag()
    let model = YearlyLoader(loader: SourceLoader(root: ""), bag: bag, dataFolder: data)
      .load(folder: path, overrides: overrides.compactMap { Override(argument: $0) })
    return (model, bag.all)
  }

  /// Results by region, year and output.
  static func results(
    _ model: YearlyModel, _ inputs: [UncertainInput] = [], _ draw: [Double] = []
  ) throws -> [[[Double]]] {
    let width = model.outputs.count
    var found = [[[Double]]](
      repeating: Array(repeating: Array(repeating: .nan, count: width), count: model.years),
      count: model.regions.count)
    try draw.withUnsafeBufferPointer { values in
      let columns = draw.indices.map { UnsafeBufferPointer(rebasing: values[$0..<($0 + 1)]) }
      try TapeRunner(tape: model.program(inputs)).run(draws: 1, inputs: columns) {
        found[$0.region][$0.output / width][$0.output % width] = $0.values[0]
      }
    }
    return found
  }

  /// Codes with lines and columns.
  static func places(_ problems: [Diagnostic]) -> [String] {
    problems.map { one in
      let file = one.span.file.split(separator: "/").last.map(String.init) ?? ""
      return "\(one.code) \(file) \(one.span.start.line):\(one.span.start.column)"
    }
  }
}

import DoudiEnsemble
import DoudiInputs
import DoudiModel
import _DoudiTestSupport

/// A place of three leaves, 990001 to 990003 under 990000, and texts of what is uncertain about it.
enum UncertainPlace {
  static let place = RandomPlace(seed: 5, leaves: 3, months: 16, hasThresholds: true).place
  private static let loaded = Result { try place.load() }
  /// Its model.
  static var model: Model { get throws { try loaded.get() } }
  /// Its central run.
  static var projection: Projection { get throws { try model.run() } }

  /// The file of a text, and all that is reported.
  static func read(_ text: String, _ model: Model) throws -> (file: UncertaintyFile?, problems: [Diagnostic])
  {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "uncertainty.yaml")
    return read("uncertainty.yaml", in: folder.path, model)
  }

  /// The file at a path, its correlations factored as a command does it.
  static func read(
    _ path: String, in folder: String, _ model: Model
  ) -> (file: UncertaintyFile?, problems: [Diagnostic]) {
    let bag = DiagnosticBag()
    let file = UncertaintyReader(DrawSpace(model), loader: SourceLoader(root: folder), bag: bag).read(path)
    if let file { _ = CorrelationFactor.make(file, span: file.inputs[0].span, into: bag) }
    return (file, bag.all)
  }

  /// A file's inputs under "schema" and "uncertainty".
  static func file(_ inputs: String, _ more: String = "", _ model: Model) throws -> UncertaintyFile {
    let lines = inputs.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")
    let text = "schema: 1\nuncertainty: test\ninputs:\n\(lines)\n\(more)\n"
    let (file, problems) = try read(text, model)
    guard let file, problems.isEmpty else { throw FaultyPlace(diagnostics: problems) }
    return file
  }

  /// A sampler of a file's inputs.
  static func draws(
    _ inputs: String, _ more: String = "", _ model: Model, method: SampledDraws.Method = .sobol,
    draws: Int = 4096, replicates: Int = 4, seed: UInt64 = 0
  ) throws -> SampledDraws {
    let file = try file(inputs, more, model)
    let factor = CorrelationFactor.make(file, span: file.inputs[0].span, into: DiagnosticBag())
    return try SampledDraws(
      file, correlation: factor, leaves: DrawSpace(model).leaves, method: method, draws: draws,
      replicates: replicates,
      seed: seed)
  }

  /// The design of a text, and all that is reported.
  static func design(_ text: String, _ model: Model) -> (draws: DesignDraws?, problems: [Diagnostic]) {
    let bag = DiagnosticBag()
    let draws = CSVReader.read(SourceFile(path: "design.csv", text: text), into: bag)
      .flatMap { DesignDraws($0, space: DrawSpace(model), into: bag) }
    return (draws, bag.all)
  }
}

extension DrawSource {
  /// The draws of a range, a list for each column.
  func columns(_ draws: Range<Int>) -> [[Double]] {
    var block = [Double](repeating: 0, count: columns * draws.count)
    block.withUnsafeMutableBufferPointer { fill(draws: draws, into: $0) }
    return (0..<columns).map { Array(block[($0 * draws.count)..<(($0 + 1) * draws.count)]) }
  }
}

public import DoudiInputs
import DoudiModel

/// Where the figures of an export come from: it stands in every artefact.
public struct Provenance: Sendable {
  /// Identifier of the run; of an allocation or a yearly scenario made of its inputs' hashes.
  public let runID: String
  /// Identifier of the scenario or specification.
  public let scenario: String
  /// Its title.
  public let title: Bilingual
  /// Version of the program.
  public let program: String
  /// First and last month of the horizon, or years counted from 1; nil where there is no time.
  public let time: (first: String, last: String, step: String)?
  /// True for a trial calculation.
  public let isTrial: Bool
  /// Shares of the money by what it rests on.
  public let basis: Bilingual?
  /// What `--set` gave, and the reforms laid on, in order.
  public let sets, reforms: [String]
  /// The year that was asked for where one year is shown; nil: none was.
  public var year: Int?
  /// How draws were made; nil without draws.
  public let draws: (method: String, seed: UInt64?, count: Int)?
  /// Every file that was read.
  public let inputs: [HashedFile]
  /// Values that no document states, with status, source and the money each moves.
  public let assumptions: Table?

  /// The prices that money is in.
  public static let prices = Word("current", Labels.currentPrices)

  /// The time basis in words.
  public var timeText: Bilingual {
    guard let time else { return Labels.noTime }
    let step = Labels.timeStep(time.step)
    return Bilingual(
      zh: "\(time.first)至\(time.last)，\(step.zh)", en: "\(time.first) to \(time.last), \(step.en)")
  }

  /// The first 16 hexadecimal digits of SHA-256 over version, inputs and values set: a name for what has no
  /// ledger to identify.
  static func identifier(_ scenario: String, inputs: [HashedFile], sets: [String]) -> String {
    let lines =
      ["schema \(ProgramVersion.schema)", "program \(ProgramVersion.text)", scenario]
      + inputs.map { "\($0.sha256) \($0.path)" } + sets.map { "set \($0)" }
    return String(Digest.sha256(Array(lines.joined(separator: "\n").utf8)).prefix(16))
  }
}

public import DoudiEnsemble

/// Finished passes of a long run, in the folder `unfinished` of its output, until the last is done.
///
/// `pass-p.bin` holds the outcomes of a pass, `draws-p.csv` its rows of draws.csv where these are kept, and
/// `table-p.bin` the draws done of a pass that was stopped. Each appears whole or not at all, so that a run
/// that was stopped at any moment can go on.
public final class UnfinishedRun {
  private let folder: String
  private lazy var card = makeCard()
  private let makeCard: () -> EnsembleCard
  private let keeps: Bool

  /// The passes of an ensemble.
  /// - Parameters:
  ///   - out: folder of the run's output.
  ///   - card: the ensemble.
  ///   - keeps: true where draws.csv is wanted.
  public init(out: String, card: @escaping @autoclosure () -> EnsembleCard, keeps: Bool) {
    (folder, makeCard, self.keeps) = (out + "/unfinished", card, keeps)
  }

  private static func isOwn(_ name: String) -> Bool {
    (name.hasPrefix("pass-") && name.hasSuffix(".bin"))
      || (name.hasPrefix("table-") && name.hasSuffix(".bin"))
      || (name.hasPrefix("draws-") && name.hasSuffix(".csv"))
  }

  /// The result of a pass; nil where it is not finished, or of another ensemble.
  public func result(_ pass: PassPlan.Pass) -> PassResult? {
    if keeps, namesInFolder(folder)?.contains(draws(pass)) != true { return nil }
    return bytesOfFile(folder + "/pass-\(pass.number).bin").flatMap { PassFile.read($0, card: card) }
  }

  /// True where there are passes, of another ensemble.
  public func isOther(_ plan: PassPlan) -> Bool {
    plan.passes.contains { pass in
      let result = bytesOfFile(folder + "/pass-\(pass.number).bin")
      if let result, PassFile.read(result, card: card) == nil { return true }
      guard let (descriptor, size) = openFile(folder + "/" + table(pass)) else { return false }
      defer { _ = closeFile(descriptor) }
      return TableFile.done(descriptor, size: size, card: card) == nil
    }
  }

  /// Keeps the first draws of a pass that is stopped.
  /// - Throws: where they cannot be written.
  public func keep(_ outcomes: OutcomeTable, done: Int, of pass: PassPlan.Pass) throws {
    let files = try FileSet(folder: folder)
    try files.write(table(pass)) { try TableFile.write(outcomes, done: done, card: card, to: $0) }
    try files.commit()
  }

  /// Puts the draws that ``keep(_:done:of:)`` kept into a table.
  /// - Returns: how many; 0 where there are none.
  public func restore(_ outcomes: OutcomeTable, of pass: PassPlan.Pass) -> Int {
    guard let (descriptor, size) = openFile(folder + "/" + table(pass)) else { return 0 }
    defer { _ = closeFile(descriptor) }
    return TableFile.read(descriptor, size: size, card: card, into: outcomes)
  }

  /// Writes a pass.
  /// - Parameters:
  ///   - pass: which.
  ///   - body: runs it; it gets where rows of draws go, nil where these are not kept, and gives the result.
  /// - Returns: the result.
  /// - Throws: where it cannot be written, and what `body` throws.
  public func write(_ pass: PassPlan.Pass, _ body: (ByteOutput?) throws -> PassResult) throws -> PassResult {
    let files = try FileSet(folder: folder)
    var result = PassResult()
    if keeps {
      try files.write(draws(pass)) { result = try body($0) }
    } else {
      result = try body(nil)
    }
    let bytes = PassFile.bytes(result, card: card)
    // Last: a pass counts once this one is there.
    try files.write("pass-\(pass.number).bin") { try $0.write(bytes) }
    try files.commit()
    return result
  }

  /// Copies the rows of a pass.
  /// - Throws: where they cannot be read or written.
  public func copyDraws(_ pass: PassPlan.Pass, to output: ByteOutput) throws {
    let path = folder + "/" + draws(pass)
    guard let (descriptor, size) = openFile(path) else { throw ShardFault.unread(path) }
    defer { _ = closeFile(descriptor) }
    for offset in stride(from: 0, to: size, by: 1 << 20) {
      var bytes = [UInt8](repeating: 0, count: min(1 << 20, size - offset))
      guard bytes.withUnsafeMutableBytes({ readAll($0, from: descriptor, at: offset) }) else {
        throw ShardFault.unread(path)
      }
      try output.write(bytes)
    }
  }

  /// Removes all passes.
  public func remove() {
    for name in namesInFolder(folder) ?? [] where Self.isOwn(name) { removeFile(folder + "/" + name) }
    removeFolder(folder)
  }

  private func draws(_ pass: PassPlan.Pass) -> String { "draws-\(pass.number).csv" }
  private func table(_ pass: PassPlan.Pass) -> String { "table-\(pass.number).bin" }
}

import Crypto
public import DoudiModel

/// The name a run has by its inputs alone.
public enum RunIdentifier {
  /// Version of the JSON shapes.
  public static let schemaVersion = 1

  /// The first 16 hexadecimal digits of SHA-256 over schema version, program version and the
  /// canonical inputs: scenario with overrides, books, observations, regions, transfers. Comments,
  /// order of keys and rows, line ends and byte order marks change nothing.
  public static func text(of model: Model) -> String {
    var hash = SHA256()
    func add(_ text: String) {
      var copy = text
      copy.withUTF8 { hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }
      hash.update(data: [0x0A])
    }
    add("schema \(schemaVersion)")
    add("program \(ProgramVersion.text)")
    model.canonicalInputs.forEach(add)
    for region in model.space.tree.regions {
      let areas = region.areas.map(\.id).joined(separator: " ")
      add("\(region.code),\(region.parent?.text ?? ""),\(region.name.zh),\(region.name.en),\(region.tier.id),\(areas),\(region.codeSystem)")
    }
    for (fund, rule) in zip(model.funds, model.funding) {
      guard case .transfers(let transfers, let own) = rule else { continue }
      add("\(fund.id) \(own.id)")
      let rows = transfers.map { "\($0.region),\($0.year),\($0.tier.id),\($0.batch),\($0.amount.fen),\($0.status.id)" }
      rows.sorted().forEach(add)
    }
    return hash.finalize().prefix(8).map { byte in
      let text = String(byte, radix: 16)
      return text.count == 1 ? "0" + text : text
    }.joined()
  }
}

/// The version of this program.
public enum ProgramVersion {
  /// Major, minor, patch.
  public static let text = "0.1.0"
}

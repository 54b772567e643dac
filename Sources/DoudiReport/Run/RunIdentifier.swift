import DoudiInputs
public import DoudiModel

/// The name a run has by its inputs alone.
public enum RunIdentifier {
  /// The first 16 hexadecimal digits of SHA-256 over schema version, program version and the
  /// canonical inputs: scenario with overrides, books, observations, regions, transfers. Comments,
  /// order of keys and rows, line ends and byte order marks change nothing.
  public static func text(of model: Model) -> String {
    var bytes: [UInt8] = []
    func add(_ text: String) {
      bytes += text.utf8
      bytes.append(0x0A)
    }
    add("schema \(ProgramVersion.schema)")
    add("program \(ProgramVersion.text)")
    model.canonicalInputs.forEach(add)
    model.space.tree.regions.map(text).forEach(add)
    for (fund, rule) in zip(model.funds, model.funding) {
      guard case .transfers(let transfers, let own) = rule else { continue }
      add("\(fund.id) \(own.id)")
      transfers.map(text).sorted().forEach(add)
    }
    return String(Digest.sha256(bytes).prefix(16))
  }

  private static func text(_ region: Region) -> String {
    let areas = region.areas.map(\.id).joined(separator: " ")
    let names = "\(region.name.zh),\(region.name.en)"
    return
      "\(region.code),\(region.parent?.text ?? ""),\(names),\(region.tier.id),\(areas),\(region.codeSystem)"
  }

  private static func text(_ one: Transfer) -> String {
    "\(one.region),\(one.year),\(one.tier.id),\(one.batch),\(one.amount.fen),\(one.status.id)"
  }
}

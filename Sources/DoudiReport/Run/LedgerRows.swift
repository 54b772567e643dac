import DoudiModel
import DoudiUnits

/// The ledger added up by what its long table is keyed by, in the order of that key.
///
/// Each line gets one number made of the ranks of its key's parts; sorting these numbers sorts
/// and groups the lines, without a dictionary.
struct LedgerRows {
  /// One row: the ranks of its key and the sum.
  struct Row {
    let leaf: Int
    let area: Area
    let paid: Int
    let entitled: Int
    let kind: Int
    let tier: Tier
    let status: Status
    let fen: Int64
  }

  /// Programme, line type and, where rules are told apart, rule.
  struct Kind: Hashable {
    let programme: Int
    let type: LineType
    let rule: Int?
  }

  private(set) var rows: [Row] = []
  let kinds: [Kind]

  private static let areas: [Area] = [.all, .rural, .urban]
  private static let tiers = Tier.allCases.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }

  /// Adds up.
  /// - Parameters:
  ///   - projection: the run.
  ///   - options: steps of time and level of regions.
  ///   - byRule: keeps the lines of different rules apart.
  init(_ projection: Projection, _ options: RunOptions, byRule: Bool) {
    kinds = Self.kinds(projection, byRule)
    let rank = Dictionary(uniqueKeysWithValues: kinds.enumerated().map { ($1, $0) })
    var keyed: [(key: UInt64, line: Int32)] = []
    keyed.reserveCapacity(projection.lines.count)
    let kindOfRule = projection.model.payments.indices.map { rule in
      LineType.allCases.map { type in
        rank[Kind(programme: projection.world.programmeOfRule[rule], type: type, rule: byRule ? rule : nil)]
          ?? 0
      }
    }
    let places = projection.model.space.cells.map { cell in
      UInt64(options.level == .root ? 0 : cell.leaf) << 2 | UInt64(Self.areas.firstIndex(of: cell.area) ?? 0)
    }
    let first = projection.model.scenario.horizon.first
    for (index, line) in projection.lines.enumerated() where line.fen != 0 {
      let paid = Self.step(line.paid, first, options)
      let entitled = UInt64(clamping: Int64(Self.step(line.entitled, first, options)) + 2048) & 4095
      let kind = UInt64(kindOfRule[Int(line.rule)][Int(line.type.rawValue)])
      let key = places[Int(line.cell)] << 38 | UInt64(paid & 1023) << 28 | entitled << 16 | kind
      keyed.append((key, Int32(index)))
    }
    keyed.sort { ($0.key, $0.line) < ($1.key, $1.line) }
    add(keyed, projection)
  }

  private mutating func add(_ keyed: [(key: UInt64, line: Int32)], _ projection: Projection) {
    var start = 0
    while start < keyed.count {
      let key = keyed[start].key
      var sums: (Int64, Int64, Int64, Int64, Int64) = (0, 0, 0, 0, 0)
      var status = Status.stated
      var next = start
      while next < keyed.count, keyed[next].key == key {
        let line = Int(keyed[next].line)
        status = max(status, projection.lines[line].status)
        sums.0 += projection.share(ofLine: line, tier: .central).fen
        sums.1 += projection.share(ofLine: line, tier: .province).fen
        sums.2 += projection.share(ofLine: line, tier: .prefecture).fen
        sums.3 += projection.share(ofLine: line, tier: .county).fen
        sums.4 += projection.share(ofLine: line, tier: .township).fen
        next += 1
      }
      emit(key, sums, status)
      start = next
    }
  }

  private mutating func emit(_ key: UInt64, _ sums: (Int64, Int64, Int64, Int64, Int64), _ status: Status) {
    for tier in Self.tiers {
      let fen =
        switch tier {
        case .central: sums.0
        case .province: sums.1
        case .prefecture: sums.2
        case .county: sums.3
        case .township: sums.4
        }
      guard fen != 0 else { continue }
      rows.append(
        Row(
          leaf: Int(key >> 40), area: Self.areas[Int(key >> 38 & 3)], paid: Int(key >> 28 & 1023),
          entitled: Int(key >> 16 & 4095) - 2048, kind: Int(key & 65535), tier: tier, status: status, fen: fen
        ))
    }
  }

  private static func step(_ month: Month, _ first: Month, _ options: RunOptions) -> Int {
    options.step == .month ? month.months(since: first) : month.year - first.year
  }

  private static func kinds(_ projection: Projection, _ byRule: Bool) -> [Kind] {
    let model = projection.model
    var seen: Set<Kind> = []
    for line in projection.lines where line.fen != 0 {
      let rule = Int(line.rule)
      seen.insert(
        Kind(programme: projection.world.programmeOfRule[rule], type: line.type, rule: byRule ? rule : nil))
    }
    func name(_ kind: Kind) -> [String] {
      [
        model.programmes[kind.programme].id, kind.type.id,
        kind.rule.map { model.payments[$0].header.id } ?? "",
      ]
    }
    return seen.sorted { a, b in
      for (x, y) in zip(name(a), name(b)) where x != y { return x.utf8.lexicographicallyPrecedes(y.utf8) }
      return false
    }
  }
}

import DoudiInputs
import DoudiUnits

/// Which columns a specification reads, and as what.
struct ColumnPlan {
  /// What a column holds.
  enum Kind {
    /// Money, in units of the pot unless said otherwise.
    case money
    /// Heads.
    case persons
    /// Anything.
    case number
  }

  /// One column to be read.
  struct Entry {
    let kind: Kind
    /// Every row must have a figure.
    let isRequired: Bool
    /// Where the specification asks for it; nil: the method does.
    let span: SourceSpan?
  }

  private(set) var entries: [String: Entry] = [:]

  /// Columns of words.
  static let words = ["region", "parent", "group", "name_zh", "name_en", "note", "source"]
  /// Columns with a meaning of their own.
  static let standard = [
    "weight", "floor", "cap", "previous", "claim", "sent", "takeback", "need", "recipients", "residents",
  ]

  init(_ spec: AllocationSpec, header: [String]) {
    for (name, kind) in [
      ("floor", Kind.money), ("cap", .money), ("previous", .money), ("sent", .money), ("takeback", .money),
      ("claim", .money), ("need", .money), ("recipients", .persons), ("residents", .persons),
    ] where header.contains(name) {
      add(name, kind)
    }
    addNeed(spec)
    addWeights(spec, header)
    if spec.bounds.down != nil || spec.bounds.up != nil || spec.bounds.holdHarmless != nil {
      add("previous", .money, isRequired: true)
    }
    for one in [spec.people.recipients, spec.people.residents, spec.reserve?.residents] {
      if let one { add(one.value, .persons, isRequired: true, one.span) }
    }
    if let own = spec.reserve?.own { add(own.value, .money, isRequired: true, own.span) }
    for batch in spec.batches {
      if case .column(let name, let span) = batch.takeback { add(name, .money, span) }
    }
  }

  private mutating func addNeed(_ spec: AllocationSpec) {
    if case .column(let name, let span) = spec.need { add(name, .money, isRequired: true, span) }
    let isRationed = spec.method.isClaims || spec.candidates.contains(where: \.isClaims)
    let hasClaims = entries["claim"] != nil || (entries["need"] == nil && spec.need == nil)
    if isRationed, hasClaims { add("claim", .money, isRequired: true) }
  }

  private mutating func addWeights(_ spec: AllocationSpec, _ header: [String]) {
    let isWeighted =
      spec.method.usesWeights || spec.candidates.contains(where: \.usesWeights) || spec.keepsNearFormula
    switch spec.weights {
    case .column where isWeighted: add("weight", .number, isRequired: true)
    case .column:
      // Priorities.
      if spec.method == .claims(.maxMinCoverage), header.contains("weight") { add("weight", .number) }
    default:
      for factor in spec.weights.factors where factor.name != "need" {
        add(factor.name, entries[factor.name]?.kind ?? .number, isRequired: true, factor.span)
      }
    }
  }

  private mutating func add(
    _ name: String, _ kind: Kind, isRequired: Bool = false, _ span: SourceSpan? = nil
  ) {
    let old = entries[name]
    entries[name] = Entry(
      kind: old.map { $0.kind == .number ? kind : $0.kind } ?? kind,
      isRequired: isRequired || old?.isRequired ?? false, span: old?.span ?? span)
  }
}

extension AllocationMethod {
  /// True where claims are rationed.
  var isClaims: Bool { if case .claims = self { true } else { false } }
}

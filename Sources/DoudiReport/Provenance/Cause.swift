import DoudiInputs

/// Why figures of two runs differ.
enum Cause: String, CaseIterable {
  /// Another version of the program.
  case program
  /// Observed figures, regions, money sent from above.
  case data
  /// What a document says: rules that are on, values that are stated.
  case rule
  /// What the scenario assumes or decides.
  case assumption

  /// For people.
  var label: Bilingual {
    switch self {
    case .program: Bilingual(zh: "程序", en: "program")
    case .data: Bilingual(zh: "数据", en: "data")
    case .rule: Bilingual(zh: "规则", en: "rule")
    case .assumption: Bilingual(zh: "假设", en: "assumption")
    }
  }

  /// The cause that an input of a kind is; parameters by how far they can be relied on.
  static func of(kind: String, status: [String]) -> Cause {
    switch kind {
    case "rule": .rule
    case "parameter": status.contains { ["assumed", "estimated", "open"].contains($0) } ? .assumption : .rule
    case "scenario": .assumption
    default: .data
    }
  }

  /// Causes as a word: identifiers joined by "+", in their order.
  static func word(_ causes: Set<Cause>) -> Word {
    let listed = allCases.filter(causes.contains)
    guard !listed.isEmpty else {
      return Word("unknown", Bilingual(zh: "不明：输入没有变", en: "unknown: no input differs"))
    }
    return Word(
      listed.map(\.rawValue).joined(separator: "+"),
      Bilingual(
        zh: listed.map(\.label.zh).joined(separator: "、"), en: listed.map(\.label.en).joined(separator: ", "))
    )
  }
}

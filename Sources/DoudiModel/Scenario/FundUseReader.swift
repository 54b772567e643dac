import DoudiInputs

/// Reads the rows of a book's fund x use table.
struct FundUseReader {
  let bag: DiagnosticBag
  /// Reads a rule's or a row's citation.
  let citation: (MappingReader) -> Citation?

  static let keys = ["fund", "programmes", "families", "use", "cap", "cite", "verified", "note"]

  /// The entries of the book's list.
  func read(_ top: MappingReader) -> [FundUse] { top.list("fund_uses").compactMap(row) }

  private func row(_ node: YAMLNode) -> FundUse? {
    guard let one = MappingReader(node, Bilingual(zh: "资金用途", en: "a use of a fund"), bag: bag) else {
      return nil
    }
    one.allow(Self.keys)
    let (fund, citation) = (one.text("fund"), citation(one))
    let use = one.word("use", among: FundUse.Use.allCases.map(\.rawValue)).flatMap {
      FundUse.Use(rawValue: $0)
    }
    let verified = one.word("verified", among: ["true", "false"])
    let (names, families) = (one.texts("programmes"), one.texts("families"))
    for family in families where !BookReader.families.contains(family.text) {
      bag.error(
        "DD1311", at: family.span,
        Bilingual(
          zh: "应为\(BookReader.families.joined(separator: "、"))之一",
          en: "must be one of \(BookReader.families.joined(separator: ", "))"))
    }
    guard let fund, let citation, let use, let verified else { return nil }
    if (use == .capped) != (one.node("cap") != nil) {
      bag.error(
        "DD1314", at: one.span("use"),
        Bilingual(zh: "cap须且只须与capped同写", en: "\"cap\" goes with capped, and only with it"))
    }
    return FundUse(
      fund: fund, programmes: names.map(\.text), families: families.map(\.text), use: use,
      cap: one.node("cap") == nil ? nil : one.text("cap"), citation: citation,
      isVerified: verified == "true", names: names, fundSpan: one.span("fund"), capSpan: one.span("cap"))
  }
}

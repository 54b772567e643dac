import DoudiInputs

/// The books of a place laid over each other: later ones replace what they say they replace.
struct MergedBook {
  let rules: [RuleEntry]
  let programmes: [Programme]
  let funds: [NamedEntry]
  let groups: [NamedEntry]
  let fundOfProgramme: [Int]

  init(books: [Book], scenario: ScenarioFile, bag: DiagnosticBag) {
    self.init(books: books, enable: scenario.enable, disable: scenario.disable, span: scenario.span, bag: bag)
  }

  init(
    books: [Book], enable: [(id: String, span: SourceSpan)], disable: [(id: String, span: SourceSpan)],
    span: SourceSpan, bag: DiagnosticBag
  ) {
    var rules: [RuleEntry] = []
    for book in books {
      for entry in book.rules {
        for replaced in entry.replaces where !rules.contains(where: { $0.id == replaced.id }) {
          Self.unknown(replaced, rules.map(\.id), bag)
        }
        let gone = Set(entry.replaces.map(\.id))
        rules.removeAll { gone.contains($0.id) }
        if let other = rules.first(where: { $0.id == entry.id }) { Self.repeated(entry, other, bag) }
        rules.append(entry)
      }
    }
    self.rules = Self.switched(rules, enable, disable, bag)
    var programmes: [Programme] = []
    var funds: [NamedEntry] = []
    var groups: [NamedEntry] = []
    for book in books {
      programmes = programmes.filter { old in !book.programmes.contains(old) } + book.programmes
      funds = funds.filter { old in !book.funds.contains { $0.id == old.id } } + book.funds
      groups = groups.filter { old in !book.groups.contains { $0.id == old.id } } + book.groups
    }
    (self.programmes, self.funds, self.groups) = (programmes, funds, groups)
    fundOfProgramme = programmes.map { programme in
      if let position = funds.firstIndex(where: { $0.id == programme.fund }) { return position }
      bag.error(
        "DD1306", at: programme.fundSpan,
        Bilingual(
          zh: "项目\(programme.id)所用资金“\(programme.fund)”没有定义",
          en: "programme \(programme.id) names an unknown fund \"\(programme.fund)\""))
      return 0
    }
  }

  private static func repeated(_ entry: RuleEntry, _ other: RuleEntry, _ bag: DiagnosticBag) {
    bag.error(
      "DD1317", at: entry.span,
      Bilingual(
        zh: "规则\(entry.id)在上级文本\(other.span)已有",
        en: "rule \(entry.id) already stands in the book above, \(other.span)"),
      hint: Bilingual(
        zh: "写replaces: [\(entry.id)]，或换一个编号", en: "write replaces: [\(entry.id)], or another identifier"))
  }

  private static func switched(
    _ rules: [RuleEntry], _ enable: [(id: String, span: SourceSpan)],
    _ disable: [(id: String, span: SourceSpan)],
    _ bag: DiagnosticBag
  ) -> [RuleEntry] {
    let known = rules.map(\.id)
    for one in enable + disable where !known.contains(one.id) {
      unknown((id: one.id, span: one.span), known, bag)
    }
    let on = Set(enable.map(\.id))
    let off = Set(disable.map(\.id))
    return rules.filter { ($0.isEnabled || on.contains($0.id)) && !off.contains($0.id) }
  }

  private static func unknown(_ rule: (id: String, span: SourceSpan), _ known: [String], _ bag: DiagnosticBag)
  {
    let near = nearestName(to: rule.id, among: known)
    bag.error(
      "DD1306", at: rule.span, Bilingual(zh: "没有规则“\(rule.id)”", en: "there is no rule \"\(rule.id)\""),
      hint: near.map { Bilingual(zh: "是否想写“\($0)”？", en: "did you mean \"\($0)\"?") })
  }
}

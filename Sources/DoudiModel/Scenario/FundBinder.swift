import DoudiInputs
import DoudiUnits

/// Reads who pays for each fund.
struct FundBinder {
  let file: ScenarioFile
  let merged: MergedBook
  let table: AssumptionTable
  let tree: RegionTree
  /// Positions of the funds that some rule charges; the others need no payer.
  let charged: Set<Int>
  let loader: SourceLoader
  let bag: DiagnosticBag

  /// One rule a fund, in the order of the funds.
  func bind() -> [FundRule] {
    for entry in file.funding where !merged.funds.contains(where: { $0.id == entry.fund }) {
      let near = nearestName(to: entry.fund, among: merged.funds.map(\.id))
      bag.error(
        "DD1306", at: entry.span,
        Bilingual(zh: "没有资金“\(entry.fund)”", en: "there is no fund \"\(entry.fund)\""),
        hint: near.map { Bilingual(zh: "是否想写“\($0)”？", en: "did you mean \"\($0)\"?") })
    }
    return merged.funds.enumerated().map { position, fund in
      guard let entry = file.funding.last(where: { $0.fund == fund.id }) else {
        guard charged.contains(position) else { return .shares([]) }
        bag.error(
          "DD1406", at: file.span,
          Bilingual(zh: "未说明资金\(fund.id)由谁负担", en: "who pays for fund \(fund.id) is not said"),
          hint: Bilingual(
            zh: "在funding下写\(fund.id): {shares: [central, province, county]}",
            en: "write under funding: \(fund.id): {shares: [central, province, county]}"))
        return .shares([])
      }
      return rule(entry, fund.id)
    }
  }

  private func rule(_ entry: (fund: String, node: YAMLNode, span: SourceSpan), _ fund: String) -> FundRule {
    guard let inner = MappingReader(entry.node, Bilingual(zh: "资金分担", en: "the funding of a fund"), bag: bag)
    else {
      return .shares([])
    }
    inner.allow(["shares", "transfers", "own"])
    guard (inner.node("transfers") == nil) != (inner.node("shares") == nil) else {
      bag.error(
        "DD1314", at: entry.node.span,
        Bilingual(zh: "shares与transfers须且只须写一个", en: "write either shares or transfers"))
      return .shares([])
    }
    if inner.node("transfers") != nil { return transfers(inner, fund) }
    if inner.node("own") != nil {
      bag.error(
        "DD1302", at: inner.span("own"),
        Bilingual(zh: "own只与transfers同用", en: "\"own\" goes with transfers only"))
    }
    let tiers = inner.list("shares").compactMap { item -> Tier? in
      guard let tier = item.scalarText.flatMap({ Tier(id: $0) }) else {
        bag.error(
          "DD1311", at: item.span,
          Bilingual(
            zh: "应为central、province、prefecture、county、township之一",
            en: "must be central, province, prefecture, county or township"))
        return nil
      }
      return tier
    }
    if inner.list("shares").isEmpty {
      bag.error(
        "DD1406", at: inner.span("shares"),
        Bilingual(zh: "资金\(fund)没有负担层级", en: "no tier pays for fund \(fund)"))
    }
    let shares = tiers.compactMap { tier in share(fund, tier, entry.span).map { (tier: tier, term: $0) } }
    if shares.count == tiers.count { checkSum(shares, entry.span, fund) }
    return .shares(shares)
  }

  private func share(_ fund: String, _ tier: Tier, _ span: SourceSpan) -> Term? {
    let name = "funding.\(fund).\(tier.id)"
    if let term = table.supply(name, "%", nil) {
      term.check(.share, bag)
      return term
    }
    guard !table.isFaulty(name) else { return nil }
    bag.error(
      "DD1401", at: span,
      Bilingual(zh: "方案未给出\(name)（分担比例）", en: "the scenario does not supply \(name), a share"),
      hint: Bilingual(zh: "在assumptions下加：\(name): … %", en: "add under assumptions: \(name): … %"))
    return nil
  }

  /// The shares must be 100 % in every region and at every date at which one changes.
  private func checkSum(_ shares: [(tier: Tier, term: Term)], _ span: SourceSpan, _ fund: String) {
    guard !shares.isEmpty else { return }
    let months = Set(
      [file.horizon.first] + shares.flatMap { $0.term.branches.flatMap { $0.dated.compactMap(\.from) } })
    for region in tree.leaves {
      for month in months.sorted() {
        let cell = Cell(leaf: 0, region: region.code, area: .all)
        let sum = shares.reduce(Rational.zero) { sum, share in
          sum + (share.term.branch(for: cell)?.inForce(at: month)?.figure.value ?? .zero)
        }
        guard sum != Rational(100) else { continue }
        bag.error(
          "DD1407", at: span,
          Bilingual(
            zh: "资金\(fund)在\(region.name.zh)的分担比例之和为\(sum)%，应为100%",
            en: "the shares of fund \(fund) add up to \(sum) % in \(region.name.en), not 100 %"))
        return
      }
    }
  }

  private func transfers(_ inner: MappingReader, _ fund: String) -> FundRule {
    let own = inner.word("own", among: Tier.allCases.map(\.id)).flatMap { Tier(id: $0) } ?? .county
    guard let path = inner.text("transfers"),
      let source = loader.load(file.folder + "/" + path, into: bag, referrer: inner.span("transfers")),
      let rows = CSVReader.read(source, into: bag)
    else { return .transfers([], own: own) }
    let reader = TransferReader(rows: rows, funds: merged.funds.map(\.id), tree: tree, bag: bag)
    let position = merged.funds.firstIndex { $0.id == fund } ?? 0
    return .transfers(reader.read().filter { $0.fund == position }, own: own)
  }
}

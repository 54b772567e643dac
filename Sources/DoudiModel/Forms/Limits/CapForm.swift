import DoudiInputs
import DoudiUnits

/// Spending on some programmes must not exceed a share of its own denominator.
///
///     value = spending of the numerator's programmes
///     bound = rate x issued money of the named tiers             (`issued`)
///     bound = rate x spending charged to the named fund          (`spending_of`)
///
/// Issued money is what the scenario's transfer list says was sent; without a list, what
/// these tiers pay of the run's own ledger. The bound itself is allowed.
struct CapForm: LimitForm {
  static let name = "cap"
  static let summary = Bilingual(zh: "支出占比上限", en: "a cap as a share of its own denominator")
  static let denominatorKeys: [FormKey] = [
    .optional(
      "issued", .keywords(Tier.allCases.map(\.id)), zh: "下达资金的层级", en: "tiers whose issued money counts"),
    .optional("spending_of", .programmes, zh: "按哪些项目的支出", en: "programmes whose spending counts"),
  ]
  static let numeratorKeys: [FormKey] = [
    .required("programmes", .programmes, zh: "计入分子的项目", en: "programmes that count")
  ]
  static let keys: [FormKey] = [
    .required("numerator", .object(numeratorKeys), zh: "分子", en: "what is capped"),
    .required("denominator", .object(denominatorKeys), zh: "分母", en: "what it is a share of"),
    .required("rate", .term(unit: "%"), zh: "上限比例", en: "the share"),
    .optional("filed_with", .bilingual, zh: "报备机关", en: "with whom it is filed"),
  ]

  let numerator: [Int]
  let tiers: [Tier]
  let denominator: [Int]?
  let rate: Term
  let filedWith: Bilingual?

  init?(_ reader: FormReader) {
    guard let top = reader.object("numerator"), let bottom = reader.object("denominator") else {
      reader.fault(
        "DD1303", "denominator",
        Bilingual(zh: "须写numerator与denominator", en: "numerator and denominator are needed"))
      return nil
    }
    let (numerator, rate) = (top.programmes("programmes"), reader.term("rate", unit: "%", .share))
    tiers = (bottom.texts("issued") ?? []).compactMap { Tier(id: $0) }
    denominator = bottom.has("spending_of") ? bottom.programmes("spending_of") : nil
    filedWith = reader.bilingual("filed_with")
    guard let numerator, let rate else { return nil }
    (self.numerator, self.rate) = (numerator, rate)
    guard tiers.isEmpty != (denominator == nil) else {
      reader.fault(
        "DD1314", "denominator",
        Bilingual(zh: "issued与spending_of须且只须写一个", en: "write either issued or spending_of"))
      return nil
    }
  }

  func verdicts(rule: RuleHeader, books: ClosedBooks) -> [Verdict] {
    books.nodes.flatMap { node in
      books.years.map { year in verdict(rule, node.region, node.leaves, year, books) }
    }
  }

  private func verdict(
    _ rule: RuleHeader, _ region: Region, _ leaves: [Int], _ year: Int, _ books: ClosedBooks
  ) -> Verdict {
    let counts: (Int) -> Bool = { numerator.contains($0) }
    let value = books.spent(leaves: leaves, year: year, programme: counts)
    let base = base(region, leaves, year, books)
    let cell = leaves.first.map { books.world.space.whole[$0] } ?? 0
    let share = books.world.share(rate, cell, Month(year: year, month: 12))
    let status = books.status(leaves: leaves, year: year, programme: counts)
    return Verdict(
      rule: rule, region: region.code, period: .year(year), value: value.yuan,
      bound: base.money.yuan * share.value, isFloor: false, unit: "CNY",
      status: max(status, max(share.status, base.status)),
      note: filedWith.map { Bilingual(zh: "报\($0.zh)备案", en: "filed with \($0.en)") })
  }

  private func base(
    _ region: Region, _ leaves: [Int], _ year: Int, _ books: ClosedBooks
  ) -> (money: Money, status: Status) {
    if let denominator {
      let counts: (Int) -> Bool = { denominator.contains($0) }
      return (
        books.spent(leaves: leaves, year: year, programme: counts),
        books.status(leaves: leaves, year: year, programme: counts)
      )
    }
    let listed = Self.listed(
      books.issued, tiers, under: region.code, year: year, books.world.space.tree)
    if !listed.isEmpty {
      let weakest = listed.keys.compactMap { books.issuedStatuses[$0] }.max() ?? .observed
      return (listed.values.reduce(.zero, +), weakest)
    }
    let spent = books.spent(
      leaves: leaves, year: year, programme: { _ in true }, tier: { tiers.contains($0) })
    return (spent, .assumed)
  }

  /// What the tiers have issued in a year to a region and all below it.
  static func listed(
    _ issued: [ClosedBooks.IssuedKey: Money], _ tiers: [Tier], under region: RegionCode, year: Int,
    _ tree: RegionTree
  ) -> [ClosedBooks.IssuedKey: Money] {
    issued.filter {
      $0.key.year == year && tiers.contains($0.key.tier)
        && ($0.key.region == region || tree.ancestors(of: $0.key.region).contains { $0.code == region })
    }
  }
}

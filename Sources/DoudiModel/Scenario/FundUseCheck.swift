import DoudiInputs

/// Gates every charge: no rule that is on may charge a fund that forbids its programme.
struct FundUseCheck {
  let books: [Book]
  let merged: MergedBook
  let payments: [PaymentRule]
  let bag: DiagnosticBag

  func run() {
    let uses = FundUses(books)
    for row in uses.rows { checkNames(row) }
    for payment in payments {
      let programme = merged.programmes[payment.form.programme]
      guard let row = uses.row(programme: programme), row.use == .forbidden else { continue }
      bag.error(
        "DD1326", at: payment.header.span,
        Bilingual(
          zh:
            "资金\(programme.fund)不得用于\(programme.name.zh)（\(row.citation.document.number) \(row.citation.clause)）",
          en:
            "fund \(programme.fund) may not pay for \(programme.name.en), \(row.citation.document.number) \(row.citation.clause)"
        ),
        hint: Bilingual(
          zh: "项目的fund改用别的资金，或停用规则\(payment.header.id)",
          en: "charge the programme to another fund, or disable rule \(payment.header.id)"))
    }
  }

  private func checkNames(_ row: FundUse) {
    check([(row.fund, row.fundSpan)], merged.funds.map(\.id), Bilingual(zh: "资金", en: "fund"))
    check(row.names, merged.programmes.map(\.id), Bilingual(zh: "项目", en: "programme"))
    guard let cap = row.cap else { return }
    let caps = books.flatMap(\.rules).filter { $0.form == CapForm.name }.map(\.id)
    check([(cap, row.capSpan)], caps, Bilingual(zh: "cap规则", en: "rule of form cap"))
  }

  private func check(_ names: [(text: String, span: SourceSpan)], _ known: [String], _ kind: Bilingual) {
    for one in names where !known.contains(one.text) {
      let near = nearestName(to: one.text, among: known)
      bag.error(
        "DD1306", at: one.span,
        Bilingual(zh: "没有名为“\(one.text)”的\(kind.zh)", en: "there is no \(kind.en) named \"\(one.text)\""),
        hint: near.map { Bilingual(zh: "是否想写“\($0)”？", en: "did you mean \"\($0)\"?") })
    }
  }
}

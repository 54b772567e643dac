import DoudiInputs
import DoudiUnits

extension Model {
  /// Everything the model was told but its observations, each name once in a kind.
  public var inputs: [ModelInput] {
    scenarioInputs + ruleInputs + parameterInputs + dataInputs + neighbourInputs + transferInputs
      + space.tree.regions.map { ModelInput(.region, $0.code.text, .words($0.name)) }
  }

  private var scenarioInputs: [ModelInput] {
    func one(_ name: String, _ text: String, content: String? = nil) -> ModelInput {
      ModelInput(.scenario, name, .words(Bilingual(zh: text, en: text)), content: content)
    }
    var found = [
      one("horizon.first", "\(scenario.horizon.first)"), one("horizon.last", "\(scenario.horizon.last)"),
      one("kind", scenario.isTrial ? "trial" : "budget"),
    ]
    if let book = books.last {
      found.append(ModelInput(.scenario, "book", .words(book.name), content: book.id))
    }
    if let cleared { found.append(one("cleared", cleared.sorted().joined(separator: ", "))) }
    let moved = scenario.calendar.moved.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    if !moved.isEmpty { found.append(one("options.calendar", moved.joined(separator: ", "))) }
    for (name, rows) in [
      ("units", units.map(\.canonicalText)), ("cases", cases.map(\.canonicalText)),
      ("last_year", lastYear?.canonical ?? []),
    ] where !rows.isEmpty {
      found.append(
        ModelInput(
          .scenario, name, .words(Bilingual(zh: "\(rows.count)行", en: "\(rows.count) rows")),
          content: rows.sorted().joined(separator: "\n")))
    }
    return found
  }

  private var ruleInputs: [ModelInput] {
    // A rule that pays and limits is one rule.
    var seen: Set<String> = []
    return headers.filter { seen.insert($0.id).inserted }.map { header in
      ModelInput(
        .rule, header.id, title: header.name, .words(Bilingual(zh: "启用", en: "on")),
        citation: header.citation, content: "\(header.form) \(header.citation.document.number)")
    }
  }

  private var parameterInputs: [ModelInput] {
    let decided = self.decided.map { (amounts[$0.key].header, $0.value.term) }
    let shares = zip(funds, funding).flatMap { fund, rule -> [(Bilingual, Term)] in
      guard case .shares(let parts) = rule else { return [] }
      return parts.map { (fund.name, $0.term) }
    }
    let own = headers.flatMap { header in header.terms.map { (header, $0) } }
    var all = (own + decided).map { ModelInput($1, title: $0.name, citation: $0.citation) }
    for (prefix, terms) in [("growth", growth), ("indicator", standIns)] {
      all += terms.map { name, term in
        var named = ModelInput(term, title: nil, citation: nil)
        if !term.name.hasPrefix(prefix + ".") {
          named = ModelInput(
            .parameter, "\(prefix).\(name)", .term(term), status: term.weakest, source: named.source,
            why: named.why)
        }
        return named
      }
    }
    all += shares.map { ModelInput($1, title: $0, citation: nil) }
    var seen: Set<String> = []
    return all.filter { seen.insert($0.name).inserted }.sorted { $0.name < $1.name }
  }

  private var dataInputs: [ModelInput] {
    let units = Dictionary(limits.compactMap(\.form.datumRead).map { ($0.name, $0.unit) }) { first, _ in first
    }
    return data.sorted { $0.key < $1.key }.map { name, one in
      let unit = units[String(name.prefix { $0 != "@" })].flatMap { Measure(text: $0) } ?? .one
      return ModelInput(
        .datum, name, .figure(one.figure.value, unit), status: one.figure.status, source: one.origin.source)
    }
  }

  private var neighbourInputs: [ModelInput] {
    let names = Dictionary((neighbours?.places ?? []).map { ($0.code, $0.name) }) { first, _ in first }
    return (neighbours?.compared ?? []).map { seen in
      ModelInput(
        .datum, "neighbours \(seen.region) \(seen.area.id) \(seen.period) \(seen.indicator)",
        title: names[seen.region], .figure(seen.value, seen.unit), status: seen.status, source: seen.source)
    }
  }

  private var transferInputs: [ModelInput] {
    zip(funds, funding).flatMap { fund, rule -> [ModelInput] in
      guard case .transfers(let rows, let own) = rule else { return [] }
      let payer = ModelInput(
        .transfer, "\(fund.id).own", title: fund.name, .words(Bilingual(zh: own.id, en: own.id)))
      // Rows of one name are one sum.
      var order: [String] = []
      var sums: [String: (yuan: Rational, status: Status)] = [:]
      for row in rows {
        let name = ModelInput.name(of: row, fund: fund.id)
        if sums[name] == nil { order.append(name) }
        let before = sums[name] ?? (.zero, row.status)
        sums[name] = (before.yuan + row.amount.yuan, max(before.status, row.status))
      }
      return [payer]
        + order.compactMap { name in
          sums[name].map {
            ModelInput(.transfer, name, title: fund.name, .figure($0.yuan, Units.cny), status: $0.status)
          }
        }
    }
  }
}

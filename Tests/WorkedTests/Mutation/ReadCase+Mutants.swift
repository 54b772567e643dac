import DoudiInputs

@testable import DoudiModel

extension ReadCase {
  /// Every mutant of the data the case reads.
  func mutants() -> [Mutant] {
    ruleMutants() + fundMutants() + scenarioMutants() + tableMutants()
  }

  private var merged: MergedBook { MergedBook(books: books, scenario: file, bag: DiagnosticBag()) }

  /// Every enabled rule of the books.
  private func ruleMutants() -> [Mutant] {
    let edits = RuleEdits(pools: pools, supplied: Set(file.assumptions.map(\.name)))
    return merged.rules.flatMap { rule in
      edits.edits(of: rule).map { edit in
        Mutant(
          rule: rule.id, key: edit.path, change: edit.change, books: books(changing: rule, to: edit.node))
      }
    }
  }

  private func books(changing rule: RuleEntry, to node: YAMLNode) -> [Book] {
    books.map { book in
      guard let place = book.rules.firstIndex(where: { $0.span == rule.span }) else { return book }
      var rules = book.rules
      rules[place] = RuleEntry(
        id: rule.id, form: rule.form, name: rule.name, citation: rule.citation, strictness: rule.strictness,
        isEnabled: rule.isEnabled, replaces: rule.replaces, mapping: node.mapping ?? rule.mapping,
        span: rule.span)
      return book.with(rules: rules, programmes: book.programmes)
    }
  }

  /// The fund of every programme that a rule charges.
  private func fundMutants() -> [Mutant] {
    let charged = Set(merged.rules.compactMap { $0.mapping["programme"]?.scalarText })
    return merged.programmes.filter { charged.contains($0.id) && pools.funds.count > 1 }.map { programme in
      let others = pools.funds.filter { $0 != programme.fund }
      let fund = others.first { $0 > programme.fund } ?? others[0]
      let changed = books.map { book in
        book.with(
          rules: book.rules, programmes: book.programmes.map { $0 == programme ? $0.with(fund: fund) : $0 })
      }
      return Mutant(rule: "programmes", key: programme.id, change: "swap", books: changed)
    }
  }

  /// Every value the scenario supplies, and every datum.
  private func scenarioMutants() -> [Mutant] {
    let terms = TermEdits(pools: pools)
    let supplied = file.assumptions.enumerated().flatMap { index, entry in
      terms.edits(of: entry.node).map { edit in
        var assumptions = file.assumptions
        assumptions[index].node = edit.node
        return mutant(entry.name, edit, file.with(assumptions: assumptions, data: file.data))
      }
    }
    let data = file.data.enumerated().flatMap { index, entry in
      terms.edits(of: entry.node).map { edit in
        var data = file.data
        data[index].node = edit.node
        return mutant("data." + entry.name, edit, file.with(assumptions: file.assumptions, data: data))
      }
    }
    return supplied + data
  }

  /// "W09.ratio" below rule W09, key ratio.
  private func mutant(_ name: String, _ edit: Edit, _ file: ScenarioFile) -> Mutant {
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    let key = (parts.dropFirst() + [edit.path].filter { !$0.isEmpty }).joined(separator: ".")
    return Mutant(rule: parts[0], key: key, change: edit.change, file: file)
  }

  /// Every figure of the case's own tables.
  private func tableMutants() -> [Mutant] {
    let tables = loader.files.values.filter { $0.path.hasPrefix(file.folder) && $0.path.hasSuffix(".csv") }
    return tables.sorted { $0.path < $1.path }.flatMap { source -> [Mutant] in
      var lines = source.text.split(separator: "\n").map(String.init)
      let header = lines[0].split(separator: ",")
      guard let column = header.firstIndex(where: { $0 == "value" || $0 == "amount" }) else { return [] }
      return lines.indices.dropFirst().flatMap { row -> [Mutant] in
        var fields = lines[row].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        let key = fields[1..<column].joined(separator: " ")
        let figure = fields[column]
        return TermEdits.scalar(figure).map { change, text in
          fields[column] = text
          let before = lines[row]
          lines[row] = fields.joined(separator: ",")
          defer { lines[row] = before }
          let changed = SourceFile(path: source.path, text: lines.joined(separator: "\n") + "\n")
          return Mutant(rule: "table", key: key, change: change, loader: loader.with(changed))
        }
      }
    }
  }
}

extension SourceLoader {
  /// A loader that knows the same files, but for one.
  fileprivate func with(_ changed: SourceFile) -> SourceLoader {
    let other = SourceLoader(root: root)
    for file in files.values { other.remember(file) }
    other.remember(changed)
    return other
  }
}

extension Book {
  fileprivate func with(rules: [RuleEntry], programmes: [Programme]) -> Book {
    Book(
      id: id, name: name, region: region, tier: tier, inherits: inherits, documents: documents, funds: funds,
      programmes: programmes, groups: groups, departments: departments, indicators: indicators,
      taxonomies: taxonomies,
      fundUses: fundUses, rules: rules, register: register, canonical: canonical)
  }
}

extension Programme {
  fileprivate func with(fund: String) -> Programme {
    Programme(
      id: id, name: name, family: family, fund: fund, fundSpan: fundSpan, department: department,
      groups: groups, classification: classification)
  }
}

extension ScenarioFile {
  fileprivate func with(
    assumptions: [(name: String, node: YAMLNode, span: SourceSpan)],
    data: [(name: String, node: YAMLNode, span: SourceSpan)]
  ) -> ScenarioFile {
    ScenarioFile(
      id: id, title: title, isTrial: isTrial, folder: folder, book: book, regions: regions,
      observations: observations, horizon: horizon, assumptions: assumptions, funding: funding,
      enable: enable, disable: disable, calendar: calendar, data: data, units: units, cases: cases,
      cleared: cleared, canonical: canonical, lastYear: lastYear, neighbours: neighbours,
      reforms: [], span: span)
  }
}

import DoudiInputs
import DoudiUnits

/// Gives every rule its form: names first, then keys, then the order of computation.
struct RuleBinder {
  let entries: [RuleEntry]
  let programmes: [Programme]
  let declaredGroups: [NamedEntry]
  let table: AssumptionTable
  let scenario: SourceSpan
  let bag: DiagnosticBag

  struct Bound {
    var amounts: [AmountRule] = []
    var amountOrder: [Int] = []
    var groups: [NamedEntry] = []
    var caseloads: [CaseloadRule] = []
    var payments: [PaymentRule] = []
    var limits: [LimitRule] = []
  }

  /// A rule with its form and what the form has read.
  private struct Read {
    let header: RuleHeader
    let form: any RuleForm
    let entry: RuleEntry
    let amounts: [Int]
    let groups: [Int]
  }

  func bind() -> Bound {
    let names = namespace()
    let reads = entries.compactMap { read($0, names) }
    var bound = Bound()
    bound.groups = groupEntries(names)
    bound.amounts = amounts(reads, names)
    bound.amountOrder = order(amountDependencies(reads, names), amountSpans(reads, names))
    bound.caseloads = caseloads(reads)
    bound.payments = payments(reads)
    bound.limits = reads.compactMap { one in
      (one.form as? any LimitForm).map { LimitRule(header: one.header, form: $0) }
    }
    return bound
  }

  private func isAmount(_ entry: RuleEntry) -> Bool {
    FormRegistry.form(named: entry.form) is any AmountForm.Type
  }

  private func isCaseload(_ entry: RuleEntry) -> Bool {
    FormRegistry.form(named: entry.form) is any CaseloadForm.Type
  }

  private func namespace() -> Namespace {
    var names = Namespace()
    for (position, programme) in programmes.enumerated() { names.programmes[programme.id] = position }
    for (position, entry) in entries.enumerated() {
      names.rules[entry.id] = position
      names.forms[entry.id] = entry.form
      if isAmount(entry), let id = given("gives", entry) {
        claim(id, entry, "gives", in: &names.amounts)
        names.amountUnits.append(Measure(text: entry.mapping["unit"]?.scalarText ?? "") ?? Units.monthly)
      }
      guard isCaseload(entry) else { continue }
      for key in ["gives", "rest"] where entry.mapping[key] != nil {
        guard let id = given(key, entry) else { continue }
        claim(id, entry, key, in: &names.groups)
        if names.groupGivers[id] == nil { names.groupGivers[id] = entry.id }
      }
    }
    return names
  }

  private func given(_ key: String, _ entry: RuleEntry) -> String? {
    if let id = entry.mapping[key]?.scalarText { return id }
    bag.error(
      "DD1303", at: entry.span,
      Bilingual(zh: "规则\(entry.id)缺少“\(key)”", en: "rule \(entry.id) lacks \"\(key)\""))
    return nil
  }

  private func claim(_ id: String, _ entry: RuleEntry, _ key: String, in names: inout [String: Int]) {
    if names[id] != nil {
      bag.error(
        "DD1320", at: entry.mapping[key]?.span ?? entry.span,
        Bilingual(zh: "“\(id)”已由另一规则给出", en: "\"\(id)\" is already given by another rule"),
        hint: Bilingual(zh: "用replaces代替上级规则，或换一个代号", en: "use replaces, or another name"))
      return
    }
    names[id] = names.count
  }

  private func read(_ entry: RuleEntry, _ names: Namespace) -> Read? {
    guard let type = FormRegistry.form(named: entry.form) else { return nil }
    let termReader = table.bookReader(citation: entry.citation, scenario: scenario)
    let reader = FormReader(
      ruleID: entry.id, mapping: entry.mapping, span: entry.span, names: names, termReader: termReader,
      bag: bag)
    KeyCheck(ruleID: entry.id, mapping: entry.mapping, span: entry.span, bag: bag).run(type.keys)
    guard let form = type.init(reader) else { return nil }
    let header = RuleHeader(
      id: entry.id, name: entry.name, citation: entry.citation, strictness: entry.strictness,
      span: entry.span,
      form: entry.form, terms: reader.terms, reads: reader.reads)
    return Read(
      header: header, form: form, entry: entry, amounts: reader.amountsRead, groups: reader.groupsRead)
  }

  private func groupEntries(_ names: Namespace) -> [NamedEntry] {
    names.groups.sorted { $0.value < $1.value }.map { id, _ in
      declaredGroups.last { $0.id == id } ?? NamedEntry(id: id, name: Bilingual(zh: id, en: id))
    }
  }

  private func amounts(_ reads: [Read], _ names: Namespace) -> [AmountRule] {
    var rules: [Int: AmountRule] = [:]
    for one in reads {
      guard let form = one.form as? any AmountForm, let id = one.entry.mapping["gives"]?.scalarText,
        let position = names.amounts[id]
      else { continue }
      rules[position] = AmountRule(
        header: one.header, gives: id, unit: names.amountUnits[position], form: form)
    }
    // Where a rule could not be read there are errors, and no model is made.
    return rules.keys.sorted().compactMap { rules[$0] }
  }

  private func amountDependencies(_ reads: [Read], _ names: Namespace) -> [Int: [Int]] {
    var result: [Int: [Int]] = [:]
    for one in reads where one.form is any AmountForm {
      guard let id = one.entry.mapping["gives"]?.scalarText, let position = names.amounts[id] else {
        continue
      }
      result[position] = one.amounts
    }
    return result
  }

  private func amountSpans(_ reads: [Read], _ names: Namespace) -> [Int: SourceSpan] {
    var result: [Int: SourceSpan] = [:]
    for one in reads where one.form is any AmountForm {
      guard let id = one.entry.mapping["gives"]?.scalarText, let position = names.amounts[id] else {
        continue
      }
      result[position] = one.entry.span
    }
    return result
  }

  /// Positions so that each comes after those it depends on; a circle is an error, reported at the
  /// rule whose dependence closes it.
  private func order(_ dependencies: [Int: [Int]], _ spans: [Int: SourceSpan]) -> [Int] {
    var (done, open) = ([Int](), Set<Int>())
    var placed = Set<Int>()
    func visit(_ position: Int) {
      guard !placed.contains(position) else { return }
      guard open.insert(position).inserted else {
        bag.error(
          "DD1321", at: spans[position] ?? scenario,
          Bilingual(zh: "规则相互依赖，形成循环", en: "rules depend on each other in a circle"))
        return
      }
      for next in dependencies[position] ?? [] { visit(next) }
      open.remove(position)
      if placed.insert(position).inserted { done.append(position) }
    }
    for position in dependencies.keys.sorted() { visit(position) }
    return done
  }

  private func caseloads(_ reads: [Read]) -> [CaseloadRule] {
    let rules = reads.compactMap { one in (one.form as? any CaseloadForm).map { (one, $0) } }
    var giver: [Int: Int] = [:]
    for (index, rule) in rules.enumerated() { for group in rule.1.gives { giver[group] = index } }
    var dependencies: [Int: [Int]] = [:]
    for (index, rule) in rules.enumerated() { dependencies[index] = rule.0.groups.compactMap { giver[$0] } }
    let spans = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($0, $1.0.entry.span) })
    return order(dependencies, spans).map { CaseloadRule(header: rules[$0].0.header, form: rules[$0].1) }
  }

  private func payments(_ reads: [Read]) -> [PaymentRule] {
    let rules = reads.compactMap { one in
      (one.form as? any PaymentForm).map { PaymentRule(header: one.header, form: $0) }
    }
    // Reserves read what their programme has paid, so they come last.
    return rules.filter { $0.form.reads.isEmpty } + rules.filter { !$0.form.reads.isEmpty }
  }
}

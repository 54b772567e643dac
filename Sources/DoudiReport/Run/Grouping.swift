import DoudiInputs
public import DoudiModel
import DoudiUnits

/// The payment rules of a run by programme, family, department, target group or another taxonomy of its books.
public struct Grouping {
  /// Identifier: what `--group-by` was given.
  let id: String
  /// Name.
  let name: Bilingual
  /// True where a rule is claimed by more than one class: rows do not add up then.
  let overlaps: Bool
  /// The classes, in the order of the books.
  let lines: [BudgetLine]
  /// Rules no class claims.
  let unclaimed: [Int]

  /// The words `--group-by` may be given.
  public static func names(_ model: Model) -> [String] {
    ["programme", "family", "department", "target", "function"] + model.taxonomies.map(\.taxonomy.id)
  }

  /// The grouping of a name; nil where the books know none.
  public init?(_ model: Model, by id: String) {
    let groups = ClassReader(model: model)
    switch id {
    case "programme": self.init(model, id, Labels.programme, groups.programmes)
    case "family": self.init(model, id, Labels.family, groups.families)
    case "department": self.init(model, id, Labels.department, groups.departments)
    case "function": self.init(model, id, Labels.functionName, groups.functions)
    default:
      let wanted = id == "target" ? ["target", "targets"] : [id]
      if let found = model.taxonomies.first(where: { wanted.contains($0.taxonomy.id) }) {
        let classes = zip(found.taxonomy.classes, found.claims).map { (Word($0.id, $0.name), $1) }
        self.init(model, id, found.taxonomy.name, classes)
      } else if id == "target" {
        self.init(model, id, Labels.group, groups.targets)
      } else {
        return nil
      }
    }
  }

  private init(
    _ model: Model, _ id: String, _ name: Bilingual, _ classes: [(word: Word, rules: [Int])]
  ) {
    (self.id, self.name) = (id, name)
    let rulesOf = Dictionary(grouping: model.payments.indices) { model.payments[$0].form.programme }
    lines = classes.map { word, rules in
      let programmes = Set(rules.map { model.payments[$0].form.programme })
      let isWhole = programmes.reduce(0) { $0 + (rulesOf[$1]?.count ?? 0) } == rules.count
      return BudgetLine(word: word, rules: rules, programmes: isWhole ? programmes.sorted() : [])
    }
    let counted = classes.flatMap(\.rules)
    overlaps = Set(counted).count < counted.count
    unclaimed = model.payments.indices.filter { !counted.contains($0) }
  }

  /// The same without classes that are paid nothing and of which last year's table says nothing: what it does not
  /// say of them would leave the total unknown.
  func shown(in report: RunReport) -> Grouping {
    let named = Set(report.model.lastYear?.entries.map(\.programme) ?? [])
    func isShown(_ line: BudgetLine) -> Bool {
      report.money(of: line).contains { $0 != 0 } || !named.isDisjoint(with: line.programmes)
    }
    return Grouping(
      id: id, name: name, overlaps: overlaps, lines: lines.filter(isShown),
      unclaimed: isShown(unclaimedLine(report.model)) ? unclaimed : [])
  }

  private init(id: String, name: Bilingual, overlaps: Bool, lines: [BudgetLine], unclaimed: [Int]) {
    (self.id, self.name, self.overlaps) = (id, name, overlaps)
    (self.lines, self.unclaimed) = (lines, unclaimed)
  }

  /// The row of what no class claims.
  func unclaimedLine(_ model: Model) -> BudgetLine {
    let programmes = Set(unclaimed.map { model.payments[$0].form.programme })
    let rules = model.payments.indices.filter { programmes.contains(model.payments[$0].form.programme) }
    return BudgetLine(
      word: Word("unclaimed", Labels.unclaimed), rules: unclaimed,
      programmes: rules.count == unclaimed.count ? programmes.sorted() : [])
  }
}

/// Classes that are not written as a taxonomy.
private struct ClassReader {
  let model: Model

  private func rules(where holds: (Programme) -> Bool) -> [Int] {
    model.payments.indices.filter { holds(model.programmes[model.payments[$0].form.programme]) }
  }

  var programmes: [(word: Word, rules: [Int])] {
    model.programmes.map { one in (Word(one.id, one.name), rules { $0.id == one.id }) }.filter {
      !$0.1.isEmpty
    }
  }

  var families: [(word: Word, rules: [Int])] {
    Labels.families.map { id, name in (Word(id, name), rules { $0.family == id }) }.filter { !$0.1.isEmpty }
  }

  /// By the code of the expenditure classification that programmes name.
  var functions: [(word: Word, rules: [Int])] {
    var codes: [(code: String, name: String)] = []
    for one in model.programmes.compactMap(\.classification)
    where !codes.contains(where: { $0.code == one.code }) {
      codes.append((one.code, one.name))
    }
    return codes.sorted { $0.code < $1.code }.map { code, name in
      (Word(code, Bilingual(zh: name, en: name)), rules { $0.classification?.code == code })
    }.filter { !$0.1.isEmpty }
  }

  /// By the department that leads a rule's class, or else that of its programme.
  var departments: [(word: Word, rules: [Int])] {
    let led = model.taxonomies.last { $0.taxonomy.classes.contains { $0.leadName != nil } }
    let leads: [Set<String>] = model.payments.indices.map { rule in
      let classes = led.map { zip($0.taxonomy.classes, $0.claims) }
      let found = classes?.filter { $0.1.contains(rule) }.compactMap(\.0.leadName) ?? []
      let own = model.programmes[model.payments[rule].form.programme].department?.text
      return Set(found.isEmpty ? [own].compactMap { $0 } : found)
    }
    return model.departments.map { one in
      (Word(one.id, one.name), leads.indices.filter { leads[$0].contains(one.id) })
    }.filter { !$0.1.isEmpty }
  }

  /// By the groups that programmes name, or else those whose heads a rule multiplies.
  var targets: [(word: Word, rules: [Int])] {
    let claims: [[String]] = model.payments.map { rule in
      let named = model.programmes[rule.form.programme].groupNames
      return named.isEmpty ? rule.header.reads.groups.sorted().map { model.groups[$0].id } : named
    }
    var names: [String] = []
    for claim in claims { names += claim.filter { !names.contains($0) } }
    return names.map { id in
      let name = model.declaredGroup(id)?.name ?? Bilingual(zh: id, en: id)
      return (Word(id, name), claims.indices.filter { claims[$0].contains(id) })
    }
  }
}

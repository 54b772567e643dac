import DoudiInputs

/// Puts yearly rules in the order in which they can be worked out: a result of this year after those it reads.
struct YearlyOrder {
  private let rules: [YearlyRule]
  private let known: Set<String>
  private let bag: DiagnosticBag

  /// Puts `rules` in order; `known` are the names of columns and parameters.
  init(_ rules: [YearlyRule], known: Set<String>, bag: DiagnosticBag) {
    (self.rules, self.known, self.bag) = (rules, known, bag)
  }

  /// Positions of the rules; nil after reporting unknown names, results given twice, or a circle.
  var sorted: [Int]? {
    var givers: [String: Int] = [:]
    for (place, rule) in rules.enumerated() {
      for name in rule.form.gives {
        if let other = givers.updateValue(place, forKey: name) {
          bag.error(
            "DD1317", at: rule.span,
            Bilingual(
              zh: "\(name)已由\(rules[other].id)给出", en: "\(name) is given by \(rules[other].id) already"))
        }
      }
    }
    checkNames(givers)
    guard !bag.hasErrors else { return nil }
    var (order, state) = ([Int](), [Int](repeating: 0, count: rules.count))
    for place in rules.indices where !visit(place, givers, &order, &state) { return nil }
    return order
  }

  private func checkNames(_ givers: [String: Int]) {
    for rule in rules {
      for operand in rule.reads {
        guard let (name, lag) = operand.read else { continue }
        let giver = givers[name].map { rules[$0] }
        // A column of a result's name is its figure of the year before the first.
        if known.contains(name), lag == 0 || giver != nil { continue }
        if let giver, lag == 0 || type(of: giver.form).hasStart { continue }
        let near = nearestName(to: name, among: known.union(givers.keys).sorted())
        bag.error(
          "DD1306", at: operand.span,
          giver != nil || known.contains(name)
            ? Bilingual(zh: "\(name)没有上一年的数", en: "\(name) has no figure of the year before")
            : Bilingual(zh: "没有名为“\(name)”的数", en: "there is no figure named \"\(name)\""),
          hint: giver != nil ? nil : near.map { Bilingual(zh: "是否想写“\($0)”？", en: "did you mean \"\($0)\"?") }
        )
      }
    }
  }

  /// 0: not seen, 1: being visited, 2: done.
  private func visit(_ place: Int, _ givers: [String: Int], _ order: inout [Int], _ state: inout [Int])
    -> Bool
  {
    if state[place] == 2 { return true }
    if state[place] == 1 {
      bag.error(
        "DD1309", at: rules[place].span,
        Bilingual(zh: "\(rules[place].id)绕回自身", en: "\(rules[place].id) leads back to itself"))
      return false
    }
    state[place] = 1
    for case let (name, 0)? in rules[place].reads.map(\.read) {
      // A rule that starts from the column of its own name reads the column.
      guard let giver = givers[name], giver != place || !known.contains(name) else { continue }
      if !visit(giver, givers, &order, &state) { return false }
    }
    state[place] = 2
    order.append(place)
    return true
  }
}

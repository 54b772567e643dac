import DoudiInputs

/// Which indicators the rules of a model may read.
enum IndicatorNames {
  /// Names in the rules' own keys and in every `indicator:` of a rule or an assumption.
  static func of(_ rules: [RuleEntry], _ assumptions: [YAMLNode]) -> Set<String> {
    var found: Set<String> = []
    for rule in rules {
      for key in FormRegistry.form(named: rule.form)?.keys ?? [] {
        guard case .indicator = key.kind, let name = rule.mapping[key.name]?.scalarText else { continue }
        found.insert(name)
      }
      for entry in rule.mapping.entries { collect(entry.node, into: &found) }
    }
    for node in assumptions { collect(node, into: &found) }
    return found
  }

  private static func collect(_ node: YAMLNode, into found: inout Set<String>) {
    for entry in node.mapping?.entries ?? [] {
      if entry.key == "indicator", let name = entry.node.scalarText { found.insert(name) }
      collect(entry.node, into: &found)
    }
  }
}

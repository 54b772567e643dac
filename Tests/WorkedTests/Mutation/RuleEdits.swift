import DoudiInputs

@testable import DoudiModel

/// Changes of a rule as data, guided by the form's own key list.
struct RuleEdits {
  let pools: ReferencePools
  /// Names that the scenario supplies: the book's value is not read.
  let supplied: Set<String>

  private var terms: TermEdits { TermEdits(pools: pools) }

  /// All changes of a rule's keys.
  func edits(of rule: RuleEntry) -> [Edit] {
    guard let form = FormRegistry.form(named: rule.form) else { return [] }
    let node = YAMLNode(value: .mapping(rule.mapping), span: rule.span)
    return edits(of: node, keys: form.keys, name: rule.id) + turned(node, form.keys)
  }

  /// An upper bound as a lower one and the other way round.
  private func turned(_ node: YAMLNode, _ keys: [FormKey]) -> [Edit] {
    let names = Set(keys.map(\.name))
    return [("at_most", "at_least"), ("at_least", "at_most")].compactMap { from, to in
      guard names.contains(to), node.mapping?[from] != nil else { return nil }
      return Edit(path: from, change: "flip", node: node.renamed(from, to: to))
    }
  }

  private func edits(of node: YAMLNode, keys: [FormKey], name: String) -> [Edit] {
    keys.flatMap { key -> [Edit] in
      guard let inner = node.mapping?[key.name] else { return [] }
      return edits(of: inner, key, name: "\(name).\(key.name)")
        .map { $0.under(key.name) { node.with(key.name, $0) } }
    }
  }

  private func edits(of node: YAMLNode, _ key: FormKey, name: String) -> [Edit] {
    switch key.kind {
    case .term: return term(node, name)
    case .termOrObject(_, let keys):
      let isObject = keys.contains { node.mapping?[$0.name] != nil }
      return isObject ? edits(of: node, keys: keys, name: name) : term(node, name)
    case .termMap:
      return (node.mapping?.entries ?? []).flatMap { entry in
        term(entry.node, "\(name).\(entry.key)").map { $0.under(entry.key) { node.with(entry.key, $0) } }
      }
    case .object(let keys): return edits(of: node, keys: keys, name: name)
    case .amount: return swap(node, pools.amounts)
    case .group, .groups: return swap(node, pools.groups)
    case .programme, .programmes: return swap(node, pools.programmes)
    case .rule: return swap(node, pools.rules(like: node))
    case .indicator: return swap(node, pools.indicators)
    case .keyword(let words):
      // Units and holders are names on the output; areas and paths are computed with.
      guard !["unit", "holder"].contains(key.name) else { return [] }
      let other = words.first { $0 != node.scalarText }
      return other.map { [Edit(path: "", change: "swap", node: node.replaced(by: $0))] } ?? []
    case .keywords(let words): return swap(node, words)
    case .integer, .integers: return items(node).flatMap { numbers($0, in: node) }
    case .newName, .bilingual: return []
    }
  }

  private func term(_ node: YAMLNode, _ name: String) -> [Edit] {
    supplied.contains(name) ? [] : terms.edits(of: node)
  }

  private func items(_ node: YAMLNode) -> [(index: Int?, node: YAMLNode)] {
    node.sequence.map { $0.enumerated().map { ($0.offset, $0.element) } } ?? [(nil, node)]
  }

  private func numbers(_ item: (index: Int?, node: YAMLNode), in whole: YAMLNode) -> [Edit] {
    TermEdits.scalar(item.node.scalarText ?? "").map { change, text in
      let changed = item.node.replaced(by: text)
      let path = item.index.map(String.init) ?? ""
      return Edit(path: path, change: change, node: item.index.map { whole.with($0, changed) } ?? changed)
    }
  }

  /// One other name, for each name there is.
  private func swap(_ node: YAMLNode, _ pool: [String]) -> [Edit] {
    items(node).flatMap { item in
      let taken = Set((node.sequence ?? []).compactMap(\.scalarText))
      let free = pool.filter { !taken.contains($0) || $0 == item.node.scalarText }
      return pools.swapped(item.node, among: free).map { changed in
        Edit(
          path: item.index.map(String.init) ?? "", change: "swap",
          node: item.index.map { node.with($0, changed) } ?? changed)
      }
    }
  }
}

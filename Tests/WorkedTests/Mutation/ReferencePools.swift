import DoudiInputs
import DoudiUnits

@testable import DoudiModel

/// What a reference may be swapped with: the names of its type that the case knows.
struct ReferencePools {
  let amounts: [String]
  let groups: [String]
  let programmes: [String]
  let funds: [String]
  let indicators: [String]
  /// Identifiers of rules by form.
  let rules: [String: [String]]

  init(_ merged: MergedBook, _ model: Model) {
    amounts = model.amounts.map(\.gives).sorted()
    groups = model.groups.map(\.id).sorted()
    programmes = merged.programmes.map(\.id).sorted()
    funds = merged.funds.map(\.id).sorted()
    indicators = model.table.indicators.sorted()
    rules = Dictionary(grouping: merged.rules, by: \.form).mapValues { $0.map(\.id).sorted() }
  }

  /// The node with the next name of the pool, in a ring; none where the pool has no other.
  func swapped(_ node: YAMLNode, among pool: [String]) -> [YAMLNode] {
    guard let name = node.scalarText else { return [] }
    let others = pool.filter { $0 != name }
    guard let other = others.first(where: { $0 > name }) ?? others.first else { return [] }
    return [node.replaced(by: other)]
  }

  /// Rules of the same form as the one a node names.
  func rules(like node: YAMLNode) -> [String] {
    let form = rules.first { $0.value.contains(node.scalarText ?? "") }
    let alike = form?.value ?? []
    return alike.count > 1 ? alike : rules.values.flatMap { $0 }.sorted()
  }
}

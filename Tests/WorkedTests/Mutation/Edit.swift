import DoudiInputs

/// A node with one thing changed: what, how, and the node as it is then.
struct Edit {
  /// Keys below the start, joined by dots; "" for the node itself.
  let path: String
  /// "+1", "-1", "x2", "flip" or "swap".
  let change: String
  let node: YAMLNode

  /// The same change seen from one level up.
  func under(_ key: String, _ wrap: (YAMLNode) -> YAMLNode) -> Edit {
    let below = path.isEmpty ? key : "\(key).\(path)"
    return Edit(path: key.isEmpty ? path : below, change: change, node: wrap(node))
  }
}

extension YAMLNode {
  /// A plain scalar in the place of this one.
  func replaced(by text: String) -> YAMLNode {
    YAMLNode(value: .scalar(YAMLScalar(text: text, isQuoted: true)), span: span)
  }

  /// This mapping with one entry replaced.
  func with(_ key: String, _ node: YAMLNode) -> YAMLNode {
    let entries = (mapping?.entries ?? []).map { entry in
      entry.key == key ? YAMLEntry(key: key, keySpan: entry.keySpan, node: node) : entry
    }
    return YAMLNode(value: .mapping(YAMLMapping(entries: entries)), span: span)
  }

  /// This mapping with a key under another name.
  func renamed(_ key: String, to name: String) -> YAMLNode {
    let entries = (mapping?.entries ?? []).map { entry in
      entry.key == key ? YAMLEntry(key: name, keySpan: entry.keySpan, node: entry.node) : entry
    }
    return YAMLNode(value: .mapping(YAMLMapping(entries: entries)), span: span)
  }

  /// This sequence with one item replaced.
  func with(_ index: Int, _ node: YAMLNode) -> YAMLNode {
    var items = sequence ?? []
    if items.indices.contains(index) { items[index] = node }
    return YAMLNode(value: .sequence(items), span: span)
  }
}

/// A YAML value with its place.
///
/// Anchors, aliases, tags, duplicate keys and scalars that YAML 1.1 and 1.2 read
/// differently never get this far: ``YAMLReader`` refuses them.
public indirect enum YAMLValue: Sendable {
  /// Text; numbers, dates and true/false are text too.
  case scalar(YAMLScalar)
  /// A list.
  case sequence([YAMLNode])
  /// Keys and values in file order.
  case mapping(YAMLMapping)
  /// Nothing, "~" or "null".
  case null
}

/// A value and where it stands.
public struct YAMLNode: Sendable {
  /// The value.
  public let value: YAMLValue
  /// Where it starts; a missing value has its key's place.
  public let span: SourceSpan

  /// A value at a place.
  public init(value: YAMLValue, span: SourceSpan) { (self.value, self.span) = (value, span) }

  /// The text of a scalar; nil for anything else.
  public var scalarText: String? {
    if case .scalar(let scalar) = value { scalar.text } else { nil }
  }

  /// The items of a list; nil for anything else.
  public var sequence: [YAMLNode]? {
    if case .sequence(let items) = value { items } else { nil }
  }

  /// The mapping; nil for anything else.
  public var mapping: YAMLMapping? {
    if case .mapping(let mapping) = value { mapping } else { nil }
  }

  /// True for a missing value, "~" and "null".
  public var isNull: Bool {
    if case .null = value { true } else { false }
  }
}

/// The text of a scalar.
public struct YAMLScalar: Hashable, Sendable {
  /// The text, escapes resolved, lines joined as YAML says.
  public let text: String
  /// True for 'single', "double" and block scalars.
  public let isQuoted: Bool

  /// A scalar.
  public init(text: String, isQuoted: Bool) { (self.text, self.isQuoted) = (text, isQuoted) }
}

/// One key with its value.
public struct YAMLEntry: Sendable {
  /// The key.
  public let key: String
  /// Where the key stands.
  public let keySpan: SourceSpan
  /// The value.
  public let node: YAMLNode

  /// A key and its value.
  public init(key: String, keySpan: SourceSpan, node: YAMLNode) {
    (self.key, self.keySpan, self.node) = (key, keySpan, node)
  }
}

/// Keys and values in file order; keys are unique.
public struct YAMLMapping: Sendable {
  /// All entries in file order.
  public let entries: [YAMLEntry]
  /// Positions of keys, for mappings with many of them.
  private let index: [String: Int]

  /// Entries in file order; of equal keys the first counts.
  public init(entries: [YAMLEntry]) {
    self.entries = entries
    let isLarge = entries.count > 8
    index = isLarge ? Dictionary(entries.enumerated().map { ($1.key, $0) }) { first, _ in first } : [:]
  }

  /// The value of a key; nil where it is absent.
  public subscript(_ key: String) -> YAMLNode? { entry(key)?.node }

  /// The entry of a key; nil where it is absent.
  public func entry(_ key: String) -> YAMLEntry? {
    if entries.count > 8 { return index[key].map { entries[$0] } }
    return entries.first { $0.key == key }
  }

  /// All keys in file order.
  public var keys: [String] { entries.map(\.key) }
}

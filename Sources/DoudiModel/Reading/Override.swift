public import DoudiInputs
public import DoudiUnits

/// One `--set key=value` or `--set name@region=value`.
public struct Override: Sendable {
  /// Dotted path into the scenario, or name of an assumption.
  public let key: String
  /// Region, if the value is for one region only.
  public let region: RegionCode?
  /// The value as written.
  public let text: String
  /// Where it was written: the command line.
  public let span: SourceSpan

  /// What the name of the "file" of a command-line value begins with.
  static let filePrefix = "--set "

  /// Reads the argument; nil where it has no "=" or the region is no code.
  public init?(argument: String) {
    guard let equals = argument.firstIndex(of: "="), equals != argument.startIndex else { return nil }
    let left = argument[..<equals]
    let parts = left.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count <= 2, !parts[0].isEmpty else { return nil }
    key = String(parts[0])
    if parts.count == 2 {
      guard let code = RegionCode(String(parts[1])) else { return nil }
      region = code
    } else {
      region = nil
    }
    text = String(argument[argument.index(after: equals)...])
    let column = left.unicodeScalars.count + 2
    span = SourceSpan(
      file: Self.filePrefix + argument, line: 1, column: column, length: max(1, text.unicodeScalars.count))
  }

  var node: YAMLNode { node(text: text) }

  /// A scalar at the place of the argument.
  func node(text: String) -> YAMLNode {
    YAMLNode(value: .scalar(YAMLScalar(text: text, isQuoted: false)), span: span)
  }
}

extension YAMLMapping {
  /// The mapping with `node` at the dotted path; nil where no part of the path exists.
  func replacing(_ path: ArraySlice<String>, with node: YAMLNode) -> YAMLMapping? {
    guard let key = path.first, entries.contains(where: { $0.key == key }) else { return nil }
    var changed = entries
    for (index, entry) in entries.enumerated() where entry.key == key {
      if path.count == 1 {
        changed[index] = YAMLEntry(key: key, keySpan: entry.keySpan, node: node)
      } else {
        guard let inner = entry.node.mapping?.replacing(path.dropFirst(), with: node) else { return nil }
        changed[index] = YAMLEntry(
          key: key, keySpan: entry.keySpan, node: YAMLNode(value: .mapping(inner), span: entry.node.span))
      }
    }
    return YAMLMapping(entries: changed)
  }

  /// The mapping with `key` set, added where it is not there.
  func setting(_ key: String, to node: YAMLNode) -> YAMLMapping {
    if let changed = replacing([key][...], with: node) { return changed }
    return YAMLMapping(entries: entries + [YAMLEntry(key: key, keySpan: node.span, node: node)])
  }
}

public import DoudiInputs
public import DoudiUnits

/// One `--set key=value`, or `--set name@place=value` where the place is an area, a region, or both:
/// `name@rural=…`, `name@REGION=…`, `name@REGION/rural=…`.
public struct Override: Sendable {
  /// Dotted path into the scenario, or name of an assumption.
  public let key: String
  /// Region, if the value is for one region only.
  public let region: RegionCode?
  /// Urban or rural, if the value is for one area only.
  public let area: Area?
  /// The value as written.
  public let text: String
  /// Where the value was written: the command line.
  public let span: SourceSpan
  /// Where the name was written.
  let keySpan: SourceSpan

  /// What the name of the "file" of a command-line value begins with.
  static let filePrefix = "--set "

  /// Reads the argument; nil where it has no "=" or the place is neither an area nor a region's code.
  public init?(argument: String) {
    guard let equals = argument.firstIndex(of: "="), equals != argument.startIndex else { return nil }
    let left = argument[..<equals]
    let parts = left.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count <= 2, !parts[0].isEmpty else { return nil }
    guard let place = parts.count == 2 ? Self.place(parts[1]) : (nil, nil) else { return nil }
    key = String(parts[0])
    (region, area) = place
    text = String(argument[argument.index(after: equals)...])
    let (file, width) = (Self.filePrefix + argument, left.unicodeScalars.count)
    keySpan = SourceSpan(file: file, line: 1, column: 1, length: width)
    span = SourceSpan(file: file, line: 1, column: width + 2, length: max(1, text.unicodeScalars.count))
  }

  /// "rural", "REGION" or "REGION/rural".
  private static func place(_ text: Substring) -> (RegionCode?, Area?)? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 1, let area = area(parts[0]) { return (nil, area) }
    guard parts.count <= 2, let region = RegionCode(parts[0]) else { return nil }
    guard parts.count == 2 else { return (region, nil) }
    return area(parts[1]).map { (region, $0) }
  }

  private static func area(_ text: String) -> Area? { Area(id: text).flatMap { $0 == .all ? nil : $0 } }

  /// How narrow the place is: wider values are laid on first, whatever their order on the command line.
  var narrowness: Int { (region == nil ? 0 : 2) + (area == nil ? 0 : 1) }

  /// True where the span is that of a command-line value written as a bare number.
  static func isBareNumber(at span: SourceSpan) -> Bool {
    guard span.file.hasPrefix(filePrefix), let equals = span.file.firstIndex(of: "=") else { return false }
    let text = String(span.file[span.file.index(after: equals)...])
    return Quantity.parse(text: text)?.unit.isOne ?? false
  }

  /// A number or word; dated values are written as a mapping, "{2028-01: 700 CNY/person/month}".
  package var node: YAMLNode {
    guard text.hasPrefix("{") else { return node(text: text) }
    // Blanks stand for the name, so that columns are those of the argument.
    let blanks = String(repeating: " ", count: span.start.column - 1)
    let file = SourceFile(path: span.file, text: blanks + text)
    return YAMLReader.read(file, into: DiagnosticBag()) ?? node(text: text)
  }

  /// A scalar at the place of the argument.
  func node(text: String) -> YAMLNode {
    YAMLNode(value: .scalar(YAMLScalar(text: text, isQuoted: false)), span: span)
  }
}

extension YAMLMapping {
  /// The mapping with `node` at the dotted path; nil where no part of the path exists.
  package func replacing(_ path: ArraySlice<String>, with node: YAMLNode) -> YAMLMapping? {
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
  package func setting(_ key: String, to node: YAMLNode) -> YAMLMapping {
    if let changed = replacing([key][...], with: node) { return changed }
    return YAMLMapping(entries: entries + [YAMLEntry(key: key, keySpan: node.span, node: node)])
  }
}

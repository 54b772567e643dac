import Yams

/// Turns composed nodes into ``YAMLNode`` values, checking every key and scalar.
struct YAMLBuilder {
  private let file: SourceFile
  private let bag: DiagnosticBag
  private let shifts: YAMLShifts
  private let mangled: [SourcePosition: String]
  private var cursor: YAMLCursor
  private var depth = 0

  init(file: SourceFile, bag: DiagnosticBag, prescan: YAMLPrescan, mangled: [SourcePosition: String]) {
    self.file = file
    self.bag = bag
    self.mangled = mangled
    shifts = prescan.shifts
    cursor = YAMLCursor(prescan.edited, lineStarts: file.lineStarts)
  }

  /// The value with its place and all below it.
  mutating func build(_ node: Node, missing: SourceSpan? = nil) -> YAMLNode {
    depth += 1
    defer { depth -= 1 }
    switch node {
    case .scalar(let scalar):
      return build(scalar, missing: missing)
    case .sequence(let items):
      let span = place(node, length: 1)
      if isTooDeep(at: span) { return YAMLNode(value: .null, span: span) }
      return YAMLNode(value: .sequence(items.map { build($0) }), span: span)
    case .mapping(let pairs):
      return build(pairs, node)
    case .alias:
      let span = place(node, length: 1)
      bag.error(.anchorOrAlias, at: span)
      return YAMLNode(value: .null, span: span)
    }
  }

  private func isTooDeep(at span: SourceSpan) -> Bool {
    guard depth > YAMLPrescan.maximumDepth else { return false }
    bag.error(.tooDeep, at: span, hint: YAMLPrescan.depthHint)
    return true
  }

  // MARK: Mappings

  private mutating func build(_ pairs: Node.Mapping, _ node: Node) -> YAMLNode {
    let start = place(node, length: 1)
    if isTooDeep(at: start) { return YAMLNode(value: .null, span: start) }
    var entries: [YAMLEntry] = []
    var firsts: [String: SourceSpan] = [:]
    for (keyNode, valueNode) in pairs {
      guard let (key, keySpan) = key(keyNode) else {
        _ = build(valueNode)
        continue
      }
      let entry = YAMLEntry(key: key, keySpan: keySpan, node: build(valueNode, missing: keySpan))
      if let first = firsts[key] {
        YAMLReader.report(repeated: key, at: keySpan, first.start.line, into: bag)
      } else {
        firsts[key] = keySpan
        entries.append(entry)
      }
    }
    let span = entries.first.map { $0.keySpan.start == start.start ? $0.keySpan : start } ?? start
    return YAMLNode(value: .mapping(YAMLMapping(entries: entries)), span: span)
  }

  private mutating func key(_ node: Node) -> (String, SourceSpan)? {
    guard case .scalar(let scalar) = node else {
      let span = place(node, length: 1)
      bag.error(
        .keyNotText, at: span, hint: Bilingual(zh: "键不能是列表或映射", en: "a key cannot be a list or a mapping"))
      return nil
    }
    let position = scalar.mark.map { SourcePosition(line: $0.line, column: $0.column) }
    let text = position.flatMap { mangled[$0] } ?? scalar.string
    let span = place(scalar, text: text)
    let isPlain = scalar.style == .plain
    if isPlain, text.isEmpty || YAMLScalarRules.isNull(text) {
      bag.error(.keyNotText, at: span, hint: Bilingual(zh: "冒号前要有键", en: "a key belongs before the colon"))
      return nil
    }
    if isPlain { YAMLScalarRules.check(text, isKey: true, at: span, into: bag) }
    return (text, span)
  }

  // MARK: Scalars

  private mutating func build(_ scalar: Node.Scalar, missing: SourceSpan?) -> YAMLNode {
    let isPlain = scalar.style == .plain
    let position = scalar.mark.map { SourcePosition(line: $0.line, column: $0.column) }
    let text = mangled.isEmpty ? scalar.string : position.flatMap { mangled[$0] } ?? scalar.string
    if isPlain, text.isEmpty {
      return YAMLNode(value: .null, span: missing ?? place(scalar, text: text))
    }
    let span = place(scalar, text: text)
    if isPlain, YAMLScalarRules.isNull(text) { return YAMLNode(value: .null, span: span) }
    if isPlain { YAMLScalarRules.check(text, isKey: false, at: span, into: bag) }
    return YAMLNode(value: .scalar(YAMLScalar(text: text, isQuoted: !isPlain)), span: span)
  }

  // MARK: Places

  private mutating func place(_ scalar: Node.Scalar, text: String) -> SourceSpan {
    let offset = offset(of: scalar.mark)
    return span(
      at: scalar.mark, offset: offset, length: YAMLExtent.length(text, scalar.style, file, at: offset))
  }

  private mutating func place(_ node: Node, length: Int) -> SourceSpan {
    span(at: node.mark, offset: offset(of: node.mark), length: length)
  }

  private mutating func offset(of mark: Mark?) -> Int {
    cursor.move(toLine: mark?.line ?? 1, column: mark?.column ?? 1)
  }

  private func span(at mark: Mark?, offset: Int, length: Int) -> SourceSpan {
    let line = mark?.line ?? 1
    let column = max(1, (mark?.column ?? 1) - shifts.shift(line: line, offset: offset))
    return SourceSpan(file: file.path, line: line, column: column, length: length)
  }
}

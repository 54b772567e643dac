/// A look over a YAML text before it is parsed.
///
/// It follows quotes, comments, block scalars, flow brackets and indentation closely
/// enough to know where a token starts. There it finds what is refused (anchors,
/// aliases, tags, tabs, depth, further documents, full-width colons), reports it, and
/// writes something harmless of the same byte length over it, so that the parser can
/// go on and find the other problems. It is a guard, not a parser: whatever it misses
/// is caught after parsing, and ``YAMLComposer`` never expands an alias.
struct YAMLPrescan {
  let file: SourceFile
  let bag: DiagnosticBag
  /// The text with what was refused written over.
  private(set) var edited: [UInt8]
  /// Where writing over moved columns.
  private(set) var shifts = YAMLShifts()
  /// True where parsing what is left makes no sense.
  private(set) var mustStop = false
  /// True where something was written over, so that a syntax error may be its consequence.
  private(set) var hasRefused = false

  var index = 0
  var lineStart = 0
  var line = 1
  var levels: [Level] = []
  var flowDepth = 0
  var isPlainOpen = false
  var tokenStart = true
  var keyColumn: Int?
  var token: Range<Int>?
  /// Keys of block mappings that occurred before in the same mapping, in file order.
  private(set) var repeated: [Repetition] = []
  var documents = 0
  var hasContent = false

  init(_ file: SourceFile, into bag: DiagnosticBag) {
    self.file = file
    self.bag = bag
    edited = file.bytes
  }

  static let maximumDepth = 64

  /// Runs over the whole text.
  mutating func run() {
    while index < edited.count {
      lineStart = index
      startLine()
      line += 1
    }
  }

  /// The byte at an offset, 0 beyond the end.
  func byte(_ offset: Int) -> UInt8 { offset < edited.count ? edited[offset] : 0 }

  func isBreak(_ offset: Int) -> Bool {
    offset >= edited.count || edited[offset] == 0x0A || edited[offset] == 0x0D
  }

  func isBlank(_ offset: Int) -> Bool {
    isBreak(offset) || edited[offset] == 0x20 || edited[offset] == 0x09
  }

  /// Moves past the rest of the line and its end.
  mutating func skipLine() {
    while !isBreak(index) { index += 1 }
    skipBreak()
  }

  mutating func skipBreak() {
    guard index < edited.count else { return }
    index += byte(index) == 0x0D && byte(index + 1) == 0x0A ? 2 : 1
  }

  /// Column, from 0, in bytes: only compared within leading blanks and ASCII keys.
  var column: Int { index - lineStart }

  /// A block mapping or list that is open: where it starts and which keys it has had.
  struct Level {
    let column: Int
    /// Keys with the line of each.
    var keys: [String: Int] = [:]
  }

  /// A key that its mapping has had.
  struct Repetition {
    /// The key's bytes, without quotes.
    let key: Range<Int>
    let firstLine: Int
    /// Where the parser sees it: in the text as it was written over.
    let place: SourcePosition
  }

  /// Column of the innermost open block, -1 where there is none.
  var indent: Int { levels.last?.column ?? -1 }

  /// Leaves the blocks that start to the right of `column`.
  mutating func popLevels(to column: Int) {
    while indent > column { levels.removeLast() }
  }

  /// Enters a block mapping or list at `column`.
  mutating func pushLevel(_ column: Int) {
    popLevels(to: column)
    if indent != column { levels.append(Level(column: column)) }
    checkDepth(at: lineStart + column)
  }

  /// Notes the key that ``token`` is; one that its mapping has had goes to ``repeated``.
  mutating func enterKey(column: Int) {
    pushLevel(column)
    guard let token, !token.isEmpty, !levels.isEmpty, repeated.count < YAMLComposer.keyLimit else { return }
    let inner = plainKey(token)
    guard !inner.isEmpty else { return }
    let key = String(decoding: edited[inner], as: UTF8.self)
    if let first = levels[levels.count - 1].keys[key] {
      let column = SourceFile.scalarCount(edited[lineStart..<max(lineStart, token.lowerBound)]) + 1
      repeated.append(
        Repetition(key: inner, firstLine: first, place: SourcePosition(line: line, column: column)))
    } else {
      levels[levels.count - 1].keys[key] = line
    }
  }

  /// A key without its quotes; empty where it holds escapes.
  private func plainKey(_ token: Range<Int>) -> Range<Int> {
    let quote = edited[token.lowerBound]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      var end = token.upperBound
      while end > token.lowerBound, isBlank(end - 1) { end -= 1 }
      return token.lowerBound..<end
    }
    guard token.count > 2 else { return token.lowerBound..<token.lowerBound }
    let inner = (token.lowerBound + 1)..<(token.upperBound - 1)
    let isPlain = !edited[inner].contains { $0 == quote || $0 == UInt8(ascii: "\\") || $0 < 0x20 }
    return isPlain ? inner : token.lowerBound..<token.lowerBound
  }

  /// Ends the look where what starts at `offset` is too deep.
  mutating func checkDepth(at offset: Int) {
    guard levels.count + flowDepth > Self.maximumDepth else { return }
    refuse(.tooDeep, from: offset, to: offset + 1, hint: Self.depthHint)
    mustStop = true
    index = edited.count
  }

  static let depthHint = Bilingual(zh: "最多 \(maximumDepth) 层", en: "at most \(maximumDepth) levels")

  /// Reports what stands between two offsets.
  mutating func refuse(_ code: DiagnosticCode, from start: Int, to end: Int, hint: Bilingual?) {
    hasRefused = true
    bag.error(code, at: file.span(from: start, to: end), hint: hint)
  }

  /// Lets no parse follow; the look goes on.
  mutating func stop() { mustStop = true }

  /// Writes blanks over a stretch of the line, with `first` at its start.
  mutating func blank(from start: Int, to end: Int, first: UInt8 = 0x20) {
    guard start < end else { return }
    let extra = end - start - SourceFile.scalarCount(edited[start..<end])
    shifts.add(line: line, offset: start, extra: extra)
    for offset in start..<end { edited[offset] = 0x20 }
    edited[start] = first
  }

  /// Writes ": " and a blank over a full-width colon.
  mutating func widenColon(at offset: Int) {
    blank(from: offset, to: offset + 3, first: UInt8(ascii: ":"))
  }
}

import Yams

/// Calls the YAML parser so that nothing it does can cost much or trap.
struct YAMLComposer {
  /// What came of it.
  struct Outcome {
    /// The first document; nil where it is empty or wrong.
    var root: Node?
    /// The fault that ended parsing.
    var fault: YamlError?
    /// Keys written over because they occur again, by place.
    var mangled: [SourcePosition: String] = [:]
  }

  private let text: [UInt8]
  private let file: SourceFile
  private let repeated: [YAMLPrescan.Repetition]

  /// A composer for the text that ``YAMLPrescan`` left.
  init(_ prescan: YAMLPrescan) {
    (text, file, repeated) = (prescan.edited, prescan.file, prescan.repeated)
  }

  /// Keys written over at most.
  static let keyLimit = 4000
  /// Bytes parsed at most, over all rounds.
  static let workLimit = 8_000_000

  /// Parses with a private-use scalar written over the first letter of every key known to be
  /// a repetition. Where the parser finds one more (in brackets), its first occurrence is
  /// written over and the text parsed again. So all duplicates and whatever else is wrong are
  /// found. Places are kept: a scalar replaces a scalar.
  func run() -> Outcome {
    var outcome = Outcome()
    if holdsHiddenAlias() {
      outcome.fault = probe()
      if outcome.fault != nil { return outcome }
    }
    var replaced: [Replacement] = []
    for repetition in repeated {
      outcome.mangled[repetition.place] = String(decoding: text[repetition.key], as: UTF8.self)
      replaced += replacement(atByte: repetition.key.lowerBound, number: replaced.count).map { [$0] } ?? []
    }
    var work = 0
    while true {
      do {
        outcome.root = try Self.compose(Self.apply(replaced, to: text))
        outcome.fault = nil
        return outcome
      } catch let YamlError.duplicatedKeysInMapping(duplicates, context) {
        outcome.fault = .duplicatedKeysInMapping(duplicates: duplicates, context: context)
        work += max(text.count, 1000)
        let place = SourcePosition(line: context.mark.line, column: context.mark.column)
        guard work < Self.workLimit, let key = duplicates.first,
          let replacement = replacement(at: place, number: replaced.count)
        else { return outcome }
        replaced.append(replacement)
        outcome.mangled[place] = key
      } catch {
        outcome.fault = error as? YamlError ?? .no
        return outcome
      }
    }
  }

  private static func compose(_ bytes: [UInt8]) throws -> Node? {
    try Parser(yaml: String(decoding: bytes, as: UTF8.self), resolver: .basic, encoding: .utf8).singleRoot()
  }

  // MARK: Aliases

  /// True where "&" and "*" are left anywhere: in quotes, comments and the middle of plain
  /// text they are harmless, but this is not the place to be sure.
  private func holdsHiddenAlias() -> Bool {
    text.contains(UInt8(ascii: "&")) && text.contains(UInt8(ascii: "*"))
  }

  /// Parses with every "&" replaced by "!", which is a property in the same places. No anchor
  /// is defined then, so an alias that really is one fails before it is expanded.
  private func probe() -> YamlError? {
    let tagged = text.map { $0 == UInt8(ascii: "&") ? UInt8(ascii: "!") : $0 }
    do {
      _ = try Self.compose(tagged)
      return nil
    } catch YamlError.duplicatedKeysInMapping {
      return nil
    } catch {
      return error as? YamlError ?? .no
    }
  }

  // MARK: Duplicates

  private struct Replacement {
    let offset: Int
    let length: Int
    let scalar: Unicode.Scalar
  }

  /// The replacement of the first letter of the key at `place`; nil where the key is no
  /// plain or quoted text with a letter to replace.
  private func replacement(at place: SourcePosition, number: Int) -> Replacement? {
    let lineStarts = file.lineStarts
    guard place.line >= 1, place.line <= lineStarts.count else { return nil }
    var offset = lineStarts[place.line - 1]
    for _ in 1..<max(1, place.column) {
      guard offset < text.count else { return nil }
      offset += Self.scalarLength(text[offset])
    }
    guard offset < text.count else { return nil }
    let isQuoted = text[offset] == UInt8(ascii: "\"") || text[offset] == UInt8(ascii: "'")
    if isQuoted { offset += 1 }
    guard offset < text.count, text[offset] > 0x20 else { return nil }
    let refused = Array((isQuoted ? "\\\"'" : "?[]{},#&*!|>%@`\"'").utf8)
    if refused.contains(text[offset]) { return nil }
    return replacement(atByte: offset, number: number)
  }

  private func replacement(atByte offset: Int, number: Int) -> Replacement? {
    guard number < Self.keyLimit, let scalar = Unicode.Scalar(0x10F000 + UInt32(number)) else { return nil }
    return Replacement(offset: offset, length: Self.scalarLength(text[offset]), scalar: scalar)
  }

  private static func apply(_ replacements: [Replacement], to text: [UInt8]) -> [UInt8] {
    if replacements.isEmpty { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.count + 4 * replacements.count)
    var start = 0
    for next in replacements.sorted(by: { $0.offset < $1.offset }) where next.offset >= start {
      result += text[start..<next.offset]
      result += Array(String(next.scalar).utf8)
      start = min(text.count, next.offset + next.length)
    }
    return result + text[start...]
  }

  static func scalarLength(_ lead: UInt8) -> Int {
    lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  }
}

import Yams

/// Reads a strict subset of YAML into values that know their place.
///
/// Refused, each with its own code: anchors, aliases, tags, merge keys, duplicate keys,
/// tabs as indentation, several documents, more than 64 levels, NaN and infinities,
/// full-width digits and colons, plain scalars that YAML 1.1 and 1.2 read differently.
public enum YAMLReader {
  /// Reads a whole file.
  /// - Parameters:
  ///   - file: the text.
  ///   - bag: receives every problem found, DD1007, DD1008 and DD11xx.
  /// - Returns: the root; nil where no tree can be given. A tree may be returned although
  ///   there are errors, so that further checks can add theirs.
  public static func read(_ file: SourceFile, into bag: DiagnosticBag) -> YAMLNode? {
    if file.bytes.count > SourceLoader.yamlLimit {
      bag.error(.fileTooLarge, at: file.startSpan, hint: Bilingual(zh: "最多 2 MB", en: "at most 2 MB"))
      return nil
    }
    guard CharacterCheck.run(file, into: bag) else { return nil }
    var prescan = YAMLPrescan(file, into: bag)
    prescan.run()
    if prescan.mustStop { return nil }
    guard prescan.hasContent else {
      bag.error(.emptyDocument, at: file.startSpan)
      return nil
    }
    let outcome = YAMLComposer(prescan).run()
    guard let root = outcome.root else {
      report(outcome, prescan: prescan, file: file, into: bag)
      return nil
    }
    var builder = YAMLBuilder(file: file, bag: bag, prescan: prescan, mangled: outcome.mangled)
    let node = builder.build(root)
    if node.isNull { bag.error(.emptyDocument, at: file.startSpan) }
    return node.isNull ? nil : node
  }

  /// Reports why there is no tree, and the repeated keys that were seen all the same.
  private static func report(
    _ outcome: YAMLComposer.Outcome, prescan: YAMLPrescan, file: SourceFile, into bag: DiagnosticBag
  ) {
    for repetition in prescan.repeated {
      let key = repetition.key
      let text = String(decoding: file.bytes[key], as: UTF8.self)
      let span = file.span(from: key.lowerBound, to: key.upperBound)
      report(repeated: text, at: span, repetition.firstLine, into: bag)
    }
    guard let fault = outcome.fault else {
      bag.error(.emptyDocument, at: file.startSpan)
      return
    }
    let syntax = YAMLSyntaxFault(fault, in: file)
    // What was written over can break the structure; its own report says enough then.
    if prescan.hasRefused, syntax.code == .yamlSyntax { return }
    if !prescan.repeated.isEmpty, syntax.code == .duplicateKey { return }
    bag.error(syntax.code, at: syntax.span, syntax.message, hint: syntax.hint)
  }

  /// Reports a key that its mapping has had on line `first`.
  static func report(repeated key: String, at span: SourceSpan, _ first: Int, into bag: DiagnosticBag) {
    bag.error(
      .duplicateKey, at: span, Bilingual(zh: "键 \(key) 重复", en: "duplicate key \(key)"),
      hint: Bilingual(zh: "第一次在第 \(first) 行", en: "first on line \(first)"))
  }
}

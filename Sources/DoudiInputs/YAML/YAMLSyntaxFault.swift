import Yams

/// The parser's complaint in words an author of input files understands.
struct YAMLSyntaxFault {
  let code: DiagnosticCode
  let span: SourceSpan
  let message: Bilingual
  let hint: Bilingual?

  private init(
    _ code: DiagnosticCode, _ span: SourceSpan, _ message: Bilingual? = nil, hint: Bilingual? = nil
  ) {
    (self.code, self.span, self.message, self.hint) = (code, span, message ?? code.meaning, hint)
  }

  init(_ error: YamlError, in file: SourceFile) {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      self.init(problem, context: context, mark: mark, in: file)
    case .duplicatedKeysInMapping(let keys, let context):
      let key = keys.first ?? ""
      self.init(
        .duplicateKey, Self.span(context.mark, in: file),
        Bilingual(zh: "键 \(key) 重复", en: "duplicate key \(key)"),
        hint: Bilingual(zh: "这里是第一次出现", en: "this is its first occurrence"))
    case .memory:
      self.init(.tooDeep, file.startSpan, hint: YAMLPrescan.depthHint)
    default:
      self.init(.yamlSyntax, file.startSpan)
    }
  }

  private init(_ problem: String, context: YamlError.Context?, mark: Mark, in file: SourceFile) {
    let span = Self.span(mark, in: file)
    if problem.contains("undefined alias") {
      self.init(.anchorOrAlias, span)
    } else if problem.contains("another document") || problem.contains("<document start>") {
      self.init(.severalDocuments, span)
    } else if let context, context.text.contains("quoted scalar") {
      self.init(
        .yamlSyntax, Self.span(context.mark, in: file),
        Bilingual(zh: "引号没有闭合，或其中有无法识别的转义", en: "a quote is not closed, or holds an unknown escape"),
        hint: Bilingual(
          zh: "反斜杠要写成 \\\\，或改用单引号", en: "write a backslash as \\\\, or use single quotes"))
    } else {
      let (message, hint) = Self.explain(problem)
      self.init(.yamlSyntax, span, message, hint: hint)
    }
  }

  /// A place of the parser, moved into the text where it lies behind its end.
  private static func span(_ mark: Mark, in file: SourceFile) -> SourceSpan {
    let lines = max(1, file.lineCount)
    if mark.line <= lines {
      return SourceSpan(file: file.path, line: max(1, mark.line), column: max(1, mark.column))
    }
    let last = file.line(lines)?.unicodeScalars.count ?? 0
    return SourceSpan(file: file.path, line: lines, column: max(1, last))
  }

  private static func explain(_ problem: String) -> (Bilingual, Bilingual?) {
    for (part, message, hint) in table where problem.contains(part) { return (message, hint) }
    return (Bilingual(zh: "YAML 语法错误（\(problem)）", en: "YAML syntax error: \(problem)"), nil)
  }

  private static let colonHint = Bilingual(
    zh: "检查上一行：冒号须半角且后接空格；含“: ”的文字请加引号",
    en: "look at the line before: a colon needs a blank after it; quote text that holds \": \"")
  private static let indentHint = Bilingual(
    zh: "同一层的键要左对齐", en: "keys of one level start in the same column")

  private static let table: [(String, Bilingual, Bilingual?)] = [
    (
      "mapping values are not allowed",
      Bilingual(zh: "这里不能出现“键: 值”", en: "a \"key: value\" cannot stand here"), colonHint
    ),
    (
      "could not find expected ':'", Bilingual(zh: "缺少冒号", en: "a colon is missing"),
      Bilingual(zh: "请写成“键: 值”", en: "write \"key: value\"")
    ),
    ("did not find expected key", Bilingual(zh: "缩进与上文不符", en: "the indentation does not fit"), indentHint),
    (
      "did not find expected '-' indicator",
      Bilingual(zh: "列表的缩进不一致", en: "the list's indentation does not fit"),
      Bilingual(zh: "同一列表的“-”要左对齐", en: "the dashes of a list start in the same column")
    ),
    (
      "did not find expected ','",
      Bilingual(zh: "括号没有闭合，或缺少逗号", en: "a bracket is not closed or a comma is missing"),
      Bilingual(zh: "检查 [ ] 与 { }", en: "check [ ] and { }")
    ),
    (
      "block sequence entries are not allowed",
      Bilingual(zh: "列表不能写在这里", en: "a list item cannot stand here"),
      Bilingual(zh: "请另起一行写“- ”", en: "start the list on a line of its own")
    ),
    (
      "cannot start any token", Bilingual(zh: "文字不能以这个字符开头", en: "text cannot start with this character"),
      Bilingual(zh: "请加引号", en: "quote it")
    ),
    (
      "tab character", Bilingual(zh: "这里不能用制表符", en: "a tab cannot stand here"),
      Bilingual(zh: "请改用空格", en: "use blanks")
    ),
    (
      "did not find expected node content", Bilingual(zh: "这里缺少内容", en: "something is missing here"), nil
    ),
  ]
}

import DoudiInputs
import DoudiModel

/// Codes of the expenditure classification as the books give them.
struct FunctionCodes {
  private var verified: [String: Bool] = [:]
  private var codeOf: [String: String] = [:]

  init(_ model: Model) {
    for programme in model.programmes {
      guard let one = programme.classification else { continue }
      verified[one.code] = (verified[one.code] ?? true) && one.isVerified
      codeOf[programme.id] = one.code
    }
  }

  /// "2082001", or "20819 *" where nobody has verified it; nil for what has none.
  func text(_ code: String?) -> String? {
    code.flatMap { code in verified[code].map { $0 ? code : code + " *" } }
  }

  /// A table whose rows are codes, with the code in a column of its own.
  func coded(_ table: Table) -> Table { adding(table) { $0 } }

  /// A table whose rows are programmes, likewise.
  func ofProgrammes(_ table: Table) -> Table { adding(table) { codeOf[$0] } }

  private func adding(_ table: Table, _ code: (String) -> String?) -> Table {
    guard let first = table.columns.first, case .words(let positions, let words) = first.values else {
      return table
    }
    let codes = positions.map { $0 >= 0 ? text(code(words[Int($0)].id)) : nil }
    var copy = table
    copy.columns.insert(Column("code", Labels.functionCode, .texts(codes)), at: 0)
    if codes.contains(where: { $0?.hasSuffix("*") ?? false }) { copy.notes.append(Labels.unverifiedCodes) }
    return copy
  }

  /// A table whose rows are codes, the code before the name in the same column.
  func named(_ table: Table) -> Table {
    guard let first = table.columns.first, case .words(let positions, let words) = first.values else {
      return table
    }
    let names = words.map { word in
      guard let code = text(word.id) else { return word }
      return Word(
        word.id, Bilingual(zh: "\(code) \(word.label.zh)", en: "\(code) \(word.label.en)"))
    }
    var copy = table
    copy.columns[0] = Column(first.id, first.title, .words(positions, names), width: 40)
    if names.contains(where: { $0.label.en.contains(" * ") }) { copy.notes.append(Labels.unverifiedCodes) }
    return copy
  }
}

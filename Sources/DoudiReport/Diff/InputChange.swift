import DoudiInputs
import DoudiModel
import DoudiUnits

/// An input of which two runs were told differently.
struct InputChange {
  let kind, name, unit: String
  let cause: Cause
  /// nil: the run was told nothing of the name.
  let before, after: String?
  /// The same as the tables have it, without words on its status.
  let toldBefore, toldAfter: (value: String, unit: String)?
  /// True for values as people read them, which no run can be told.
  var isWorded = false

  /// Of the tables of inputs; where a side has none, of assumptions; beside a workbook, of assumptions in its words.
  static func all(_ before: RunSide, _ after: RunSide) -> [InputChange] {
    if let language = before.wording ?? after.wording { return inWords(before, after, language) }
    if before.table("inputs") != nil, after.table("inputs") != nil { return ofInputs(before, after) }
    guard before.table("assumptions") != nil, after.table("assumptions") != nil else { return [] }
    return ofAssumptions(before.table("assumptions"), after.table("assumptions"))
  }

  private static func ofAssumptions(_ before: RecordTable?, _ after: RecordTable?) -> [InputChange] {
    RowDifference(before, after, keys: ["name"], columns: ["value", "unit", "status"]).rows.map {
      change("parameter", $0.key.first ?? "", $0)
    }
  }

  /// Assumptions as a workbook words them; none where two have different languages.
  private static func inWords(_ before: RunSide, _ after: RunSide, _ language: Language) -> [InputChange] {
    func table(_ side: RunSide) -> RecordTable? {
      let own = side.table("assumptions")
      return side.wording == nil
        ? SheetAssumptions(language: language, names: side.names.places).table(own) : own
    }
    let areAlike = [before, after].allSatisfy { ($0.wording ?? language) == language }
    guard areAlike, let old = table(before), let new = table(after) else { return [] }
    let exact = [before, after].first { $0.wording == nil }?.table("assumptions")
    return ofAssumptions(old, new).map { $0.told(by: exact, isBefore: before.wording == nil, language) }
  }

  /// A change in words with what a run can be told, where a workbook has one number of the unit that the other side
  /// tells exactly; else a change that is told in words alone.
  private func told(by exact: RecordTable?, isBefore: Bool, _ language: Language) -> InputChange {
    let row = exact.flatMap { table in
      (0..<table.rowCount).first { table.text($0, "name") == name }.map { row in
        (value: table.text(row, "value") ?? "", unit: table.text(row, "unit") ?? "")
      }
    }
    let words = (isBefore ? toldAfter : toldBefore)?.value
    let read = row.flatMap { row in
      words.flatMap { SheetAssumptions.number($0, of: row.unit, language) }.map { ($0, row.unit) }
    }
    let own = row.flatMap { Rational(decimal: $0.value) == nil || read == nil ? nil : $0 }
    return InputChange(
      kind: kind, name: name, unit: unit, cause: cause, before: before, after: after,
      toldBefore: own == nil ? toldBefore : isBefore ? own : read,
      toldAfter: own == nil ? toldAfter : isBefore ? read : own, isWorded: own == nil)
  }

  private static func ofInputs(_ before: RunSide, _ after: RunSide) -> [InputChange] {
    let found = RowDifference(
      before.table("inputs"), after.table("inputs"), keys: ["kind", "name"],
      columns: ["value", "unit", "status"]
    ).rows.map { change($0.key.first ?? "", $0.key.last ?? "", $0) }
    // That a rule is off says that its own values are gone.
    let switched = Set(
      found.filter { $0.kind == "rule" && ($0.before == nil || $0.after == nil) }.map(\.name))
    return found.filter { one in
      guard one.kind == "parameter", one.before == nil || one.after == nil, one.cause == .rule else {
        return true
      }
      return !switched.contains(String(one.name.prefix { $0 != "." }))
    }
  }

  private static func change(_ kind: String, _ name: String, _ row: RowDifference.Row) -> InputChange {
    let sides = [row.before, row.after].compactMap { $0 }
    func text(_ side: [String]?) -> String? {
      guard let side, side.count == 3 else { return nil }
      // A change of status alone is worth seeing.
      let isStatus =
        row.before?.first == row.after?.first && row.before?.dropFirst().first == row.after?.dropFirst().first
      return isStatus && !side[2].isEmpty ? "\(side[0]) (\(side[2]))" : side[0]
    }
    func told(_ side: [String]?) -> (value: String, unit: String)? { side.map { ($0[0], $0[1]) } }
    return InputChange(
      kind: kind, name: name, unit: sides.last.map { $0[1] } ?? "",
      cause: Cause.of(kind: kind, status: sides.map { $0[2] }), before: text(row.before),
      after: text(row.after), toldBefore: told(row.before), toldAfter: told(row.after))
  }

  /// False where its status alone differs, which moves no money.
  var movesMoney: Bool {
    toldBefore?.value != toldAfter?.value || toldBefore?.unit != toldAfter?.unit || toldBefore == nil
      || kind == "rule"
  }

  /// The input as one side was told it, for the other; nil where the other cannot be told it.
  func told(of side: RunDifference.Side) -> ToldInput? {
    let (own, other) = side == .before ? (toldBefore, toldAfter) : (toldAfter, toldBefore)
    guard !isWorded, let kind = ModelInput.Kind(rawValue: kind) else { return nil }
    let one = ToldInput(kind, name, value: own?.value, unit: own?.unit ?? "")
    return one.canBeTold(isToldNow: other != nil) ? one : nil
  }
}

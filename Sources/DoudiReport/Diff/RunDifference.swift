public import DoudiInputs
public import DoudiModel

/// What differs between two runs, and why.
///
/// Compared are the program, the inputs by hash and by value, money by programme and year to the fen, standards and
/// people month by month, verdicts of limits, and the rows of every other table that both have. A figure that
/// differs is put down to the kinds of input that differ: where that is one kind it is the cause; where there are
/// several they are named together, unless ``split(running:_:)`` tells how much each moves.
public struct RunDifference {
  let before, after: RunSide
  let files: [FileChange]
  let inputs: [InputChange]
  let money: [MoneyChange]
  let funding: [FundingChange]
  let standards, people: [FigureChange]
  let limits: [LimitChange]
  let others: [(table: String, rows: Int)]
  /// What their codes are called.
  let names: ChangeNames
  /// The money of each cause; nil where it was not split.
  private(set) var split: MoneySplit?

  /// Holds two runs against each other.
  public init(_ before: RunSide, _ after: RunSide) {
    (self.before, self.after) = (before, after)
    files = FileChange.all(before.inputs, after.inputs)
    inputs = InputChange.all(before, after)
    money = MoneyChange.all(before, after)
    funding = FundingChange.all(before, after)
    names = after.names.merging(before.names)
    standards = FigureChange.all(before, after, "standards", "amount", "cny_per_month")
    people = FigureChange.all(before, after, "caseload", "group", "persons")
    limits = LimitChange.all(before, after)
    others = Self.others(before, after)
  }

  private static let handled: Set<String> = [
    "inputs", "ledger", "summary", "tiers", "regions", "standards", "caseload", "limits", "changes",
    "assumptions",
  ]

  private static func others(_ before: RunSide, _ after: RunSide) -> [(String, Int)] {
    before.tables.compactMap { table in
      guard !handled.contains(table.id), !table.id.hasPrefix("changes_"), let other = after.table(table.id),
        let key = TableCatalogue.entry(table.id)?.key
      else { return nil }
      let rows = RowDifference(table, other, keys: key, sharing: ["region"]).rows.count
      return rows == 0 ? nil : (table.id, rows)
    }
  }

  /// Splits the money among the causes, by running one of the runs again with inputs of the other in place of its own.
  /// - Parameters:
  ///   - side: the run that can be run again.
  ///   - run: runs it; nil where it cannot be told such inputs.
  public mutating func split(running side: Side, _ run: (Restoration) -> Projection?) {
    guard !money.isEmpty || !funding.isEmpty || !inputs.isEmpty else { return }
    split = MoneySplit(self, running: side, run)
  }

  /// True where no figure differs.
  var isSameInFigures: Bool {
    money.isEmpty && funding.isEmpty && standards.isEmpty && people.isEmpty && limits.isEmpty
      && others.isEmpty
  }

  /// True where nothing that counts differs: bytes of files that say the same do not.
  public var isSame: Bool { isSameInFigures && inputs.isEmpty && before.program == after.program && isOneRun }

  private var isOneRun: Bool { before.runID == after.runID }

  /// The kinds of input that differ.
  var causes: Set<Cause> { causes(of: inputs) }

  /// The same for standards and people, which no money sent from above moves.
  var figureCauses: Set<Cause> { causes(of: inputs.filter { $0.kind != "transfer" }) }

  private func causes(of inputs: [InputChange]) -> Set<Cause> {
    var found = Set(inputs.map(\.cause))
    if before.program != after.program { found.insert(.program) }
    if found.isEmpty, !isOneRun { found.formUnion(files.map(\.cause)) }
    // A workbook tells no observed figures and no rules, but the hashes of their files; what run --json prints not
    // even those.
    if !tellsInputs, !isOneRun { found.formUnion(files.map(\.cause).filter { $0 != .assumption }) }
    if !tellsFiles, !isOneRun { found.formUnion([.data, .rule, .assumption]) }
    return found
  }

  private var hasWorkbook: Bool { before.wording != nil || after.wording != nil }
  /// True where both sides tell every input by value.
  var tellsInputs: Bool { before.table("inputs") != nil && after.table("inputs") != nil }
  /// True where both sides tell the hashes of the files that they read.
  var tellsFiles: Bool { before.inputs != nil && after.inputs != nil }

  /// What is not compared, and why; empty where everything is.
  public var notes: [Bilingual] {
    let silent = [before, after].filter { $0.inputs == nil }.map { side in
      Bilingual(
        zh: "\(side.path)不带输入数据、规则和输入文件的哈希：只有假设可比，其余原因无从分辨",
        en:
          "\(side.path) carries neither data nor rules nor the hashes of its inputs: of these only assumptions are compared, and other causes cannot be told apart"
      )
    }
    let altered = [before, after].filter(\.isAltered).map { side in
      Bilingual(
        zh: "\(side.path)的“数据”与写出时不同（SHA-256），见doudi verify",
        en: "sheet Data of \(side.path) is not what was written (SHA-256); see doudi verify")
    }
    guard hasWorkbook else { return silent }
    var notes =
      silent + altered + [
        Bilingual(
          zh:
            "工作簿带有账目、假设和各输入文件的哈希，据此比较；标准、人数、限额、观测数、规则和其他表不在其中，未比较",
          en:
            "A workbook carries the ledger, the assumptions and the hashes of all inputs, and these are compared; standards, people, limits, observed figures, rules and other tables it does not carry, and they are not"
        )
      ]
    if let a = before.wording, let b = after.wording, a != b {
      notes.append(
        Bilingual(
          zh: "两个工作簿语言不同，假设未比较", en: "The workbooks are in two languages: assumptions are not compared"))
    }
    for side in [before, after] where side.wording != nil && side.table("ledger") == nil {
      notes.append(
        Bilingual(zh: "\(side.path)没有账目，金额未比较", en: "\(side.path) has no ledger: money is not compared"))
    }
    return notes
  }
}

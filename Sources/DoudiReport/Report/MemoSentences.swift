import DoudiInputs

/// What the memo says in words. Each figure is a cell of one of its tables as it is printed.
struct MemoSentences {
  let comparison: Comparison
  let tables: [String: Table]
  let form: PrintForm

  private func words(_ words: Bilingual) -> String { form.words(words) }

  private func printed(_ id: String) -> PrintedTable? { tables[id].map(form.print) }

  /// Letters of the proposals.
  private var letters: [String] { comparison.runs.dropFirst().map(\.letter) }

  /// "农村低保标准由750.00元/月…提高到900.00元/月…", one for each amount that a proposal moves.
  var standards: [String] {
    guard let table = printed("compare_standards") else { return [] }
    return table.body.compactMap { row in
      guard let letter = cell(table, row, "variant"), letters.contains(letter) else { return nil }
      let base = table.body.first { other in
        cell(table, other, "variant") == "A"
          && ["amount", "area", "where"].allSatisfy { cell(table, other, $0) == cell(table, row, $0) }
      }
      guard let base, table.column("month").flatMap({ table.value(row, $0) }) != nil else { return nil }
      return words(sentence(table, row, base, letter))
    }
  }

  private func cell(_ table: PrintedTable, _ row: Int, _ column: String) -> String? {
    table.column(column).map { table.text(row, $0) }
  }

  private func sentence(_ table: PrintedTable, _ row: Int, _ base: Int, _ letter: String) -> Bilingual {
    func text(_ row: Int, _ column: String) -> String { cell(table, row, column) ?? "—" }
    let name = ["area", "where", "amount"].compactMap { cell(table, row, $0) }
    let month = table.column("month") ?? 0
    let isUp = (table.value(row, month) ?? 0) >= (table.value(base, month) ?? 0)
    let ratios = [
      (text(row, "growth"), Labels.growthOnLast),
      (text(row, "consumption"), Labels.shareOfConsumption(comparison.year - 1)),
      (text(row, "income"), Labels.shareOfIncome(comparison.year - 1)),
      (text(row, "urban_rural"), Labels.urbanToRuralIs),
    ].filter { $0.0 != "—" }
    return Labels.proposalSentence(
      letter, name, isUp: isUp, from: (text(base, "month"), text(base, "year")),
      to: (text(row, "month"), text(row, "year")),
      by: (text(row, "difference"), text(row, "difference_percent")),
      ratios.map { Bilingual(zh: $1.zh.replacing("#", with: $0), en: $1.en.replacing("#", with: $0)) })
  }

  /// Each proposal's standard against the guide from above.
  var guides: [String] {
    guard let table = printed("compare_guidelines") else { return [] }
    return table.body.compactMap { row in
      guard let letter = cell(table, row, "variant"), letters.contains(letter) else { return nil }
      func text(_ column: String) -> String { cell(table, row, column) ?? "—" }
      return words(
        Labels.guideSentence(
          letter, ["region", "area", "amount"].compactMap { cell(table, row, $0) }, own: text("month"),
          guide: text("guide"), year: text("of_year"), percent: text("ratio"), status: text("status")))
    }
  }

  /// Where each proposal puts its standard among the neighbours'.
  var ranks: [String] {
    guard let table = printed("compare_neighbours") else { return [] }
    let names = ["area", "where", "amount"]
    func alike(_ row: Int) -> [Int] {
      table.body.filter { other in names.allSatisfy { cell(table, row, $0) == cell(table, other, $0) } }
    }
    return table.body.compactMap { row in
      guard let letter = cell(table, row, "variant"), letters.contains(letter),
        let rank = cell(table, row, "rank_\(letter)"),
        let base = alike(row).first(where: { cell(table, $0, "variant") == "A" }),
        let before = cell(table, base, "rank_A")
      else { return nil }
      let others = alike(row).filter { cell(table, $0, "variant") == "" }
      let times = Set(others.compactMap { cell(table, $0, "period") }).sorted()
      let name = names.compactMap { cell(table, row, $0) }
      return words(
        Labels.rankSentence(letter, name, from: before, to: rank, of: others.count + 1, times: times))
    }
  }

  /// How many more there are.
  var people: [String] {
    guard let table = printed("compare_caseload") else { return [] }
    return letters.compactMap { letter in
      guard let column = table.column("\(letter)-A") else { return nil }
      let moved = table.body.filter { abs(table.value($0, column) ?? 0) >= 0.5 }
      return words(
        moved.isEmpty
          ? Labels.sameCaseload(letter)
          : Labels.newCaseload(letter, moved.map { (table.text($0, 0), table.text($0, column)) }))
    }
  }

  /// The change of all money, by tier.
  var money: [String] {
    guard let table = printed("compare_programmes"), let tiers = printed("compare_tiers") else { return [] }
    return letters.compactMap { letter in
      guard let change = table.text(row: "total", column: "\(letter)-A"), change != "—",
        let all = table.text(row: "total", column: letter),
        let percent = table.text(row: "total", column: "\(letter)-A_percent"),
        let column = tiers.column("\(letter)-A")
      else { return nil }
      let parts = tiers.body.filter { tiers.value($0, column) ?? 0 != 0 }
        .map { (tiers.text($0, 0), tiers.text($0, column)) }
      return words(
        Labels.addedMoney(letter, comparison.year, all, change, percent, parts, form.unit.label))
    }
  }

  /// Whether a verdict changes, and the limits with the least slack are in the table.
  var limits: [String] {
    guard let table = printed("compare_limits"), let column = table.column("verdict") else { return [] }
    let changed = table.body.filter { table.text($0, column).contains(words(Labels.inVariantA)) }
    guard !changed.isEmpty else { return [words(Labels.sameVerdicts)] }
    return changed.map { row in
      let names = ["limit", "region"].compactMap { cell(table, row, $0) }.joined(separator: " ")
      return words(Labels.changedVerdict(names, table.text(row, column)))
    }
  }
}

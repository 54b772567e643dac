import DoudiInputs

/// Where the figures come from, as tables at the end of every document.
extension Provenance {
  /// Name and value: run, scenario, program, time, prices, what was set.
  func table() -> Table {
    func same(_ text: String) -> Bilingual { Bilingual(zh: text, en: text) }
    var rows: [(Bilingual, Bilingual)] = [
      (Labels.runIdentifier, same(runID)), (Labels.scenarioName, same(scenario)),
      (Labels.programVersion, same("doudi \(program)")), (Labels.timeBasis, timeText),
      (Labels.priceBasis, Self.prices.label),
      (Labels.kindOfCalculation, isTrial ? Labels.trial : Labels.budget),
    ]
    if let basis {
      rows.append((Labels.moneyRestsOn, Bilingual(zh: Self.after(basis.zh), en: Self.after(basis.en))))
    }
    if !sets.isEmpty { rows.append((Labels.valuesSet, same(sets.joined(separator: "; ")))) }
    if !reforms.isEmpty { rows.append((Labels.reformsLaid, same(reforms.joined(separator: ", ")))) }
    if let year { rows.append((Labels.shownYear, same("\(year)"))) }
    if let draws { rows.append((Labels.drawsMade, Labels.draws(draws.count, draws.method, draws.seed))) }
    return Table(
      id: "provenance", title: Labels.provenance,
      columns: [
        Column("item", Labels.item, .notes(rows.map(\.0))),
        Column("value", Labels.setTo, .notes(rows.map(\.1))),
      ])
  }

  /// The files that were read.
  func inputsTable() -> Table {
    Table(
      id: "inputs", title: Labels.inputFiles,
      columns: [
        Column("path", Labels.file, .texts(inputs.map(\.path))),
        Column("bytes", Labels.bytes, .figures(inputs.map { "\($0.bytes)" })),
        Column("sha256", Bilingual(zh: "SHA-256", en: "SHA-256"), .texts(inputs.map(\.sha256))),
      ])
  }

  /// In few words, for figures: {run_id, scenario, program, kind, time, prices, set, reforms}; all of it is in
  /// provenance.json.
  var json: JSONTree {
    [
      "run_id": .text(runID), "scenario": .text(scenario), "program": .text("doudi " + program),
      "kind": .text(isTrial ? "trial" : "budget"), "time": .text(timeText.en),
      "prices": .text(Self.prices.id),
      "set": .list(sets.map { .text($0) }), "reforms": .list(reforms.map { .text($0) }),
    ]
  }

  /// What stands behind the colon.
  private static func after(_ text: String) -> String {
    for sign in ["：", ": "] {
      if let found = text.split(separator: sign, maxSplits: 1).dropFirst().first { return String(found) }
    }
    return text
  }
}

import DoudiInputs
import DoudiModel
import DoudiUnits

extension LongTables {
  /// kind, name, value, unit, status, clause, document, source: everything the run was told, observed figures
  /// included, each name once in a kind. Two runs whose tables are equal were told the same.
  public func inputs() -> Table {
    let seen = model.table.all.map(ModelInput.init)
    let rows = (model.inputs + seen).sorted {
      $0.kind == $1.kind
        ? Self.before($0.name, $1.name) : Self.before($0.kind.rawValue, $1.kind.rawValue)
    }
    func value(_ input: ModelInput) -> (text: String, unit: String?) {
      switch input.value {
      case .term(let term): (term.valueText, term.unit.text)
      case .figure(let value, let unit): (value.shortText(), unit.text)
      case .words: (input.content.trimmed, nil)
      }
    }
    return Table(
      id: "inputs", title: Labels.inputsOfRun,
      columns: [
        Column("kind", .texts(rows.map(\.kind.rawValue))), Column("name", .texts(rows.map(\.name))),
        Column("value", .figures(rows.map { value($0).text })),
        Column("unit", .texts(rows.map { value($0).unit })),
        Column("status", .texts(rows.map { $0.status?.id })),
        Column("clause", .texts(rows.map { $0.citation?.clause })),
        Column("document", .texts(rows.map { $0.citation?.document.number })),
        Column("source", .texts(rows.map(\.source))),
      ])
  }
}

extension String {
  /// Without spaces at its ends.
  fileprivate var trimmed: String {
    var text = Substring(self)
    while text.last == " " { text.removeLast() }
    while text.first == " " { text.removeFirst() }
    return String(text)
  }
}

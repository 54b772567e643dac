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
    let values = rows.map(\.recorded)
    return Table(
      id: "inputs", title: Labels.inputsOfRun,
      columns: [
        Column("kind", .texts(rows.map(\.kind.rawValue))), Column("name", .texts(rows.map(\.name))),
        Column("value", .figures(values.map(\.text))),
        Column("unit", .texts(values.map(\.unit))),
        Column("status", .texts(rows.map { $0.status?.id })),
        Column("clause", .texts(rows.map { $0.citation?.clause })),
        Column("document", .texts(rows.map { $0.citation?.document.number })),
        Column("source", .texts(rows.map(\.source))),
      ])
  }
}

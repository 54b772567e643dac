import DoudiInputs
public import DoudiModel
import DoudiUnits

/// The figures a place has to bring: every indicator the run has read whose newest figure is
/// older than the year before the horizon, or missing.
public enum TemplateTable {
  /// An observation file with empty values, in the columns such files have.
  public static func make(_ projection: Projection) -> Table {
    let year = projection.model.scenario.horizon.first.year - 1
    let rows = projection.usedIndicators.filter { ($0.newest?.year ?? 0) < year }
    func same(_ text: String) -> Values { .texts(rows.map { _ in text }) }
    return Table(
      id: "template", title: Labels.assumptions,
      columns: [
        Column("region", .texts(rows.map(\.region.text))), Column("area", .texts(rows.map(\.area.id))),
        Column("period", same("\(year)")), Column("indicator", .texts(rows.map(\.name))),
        Column("value", same("")), Column("unit", .texts(rows.map { $0.unit?.text })),
        Column("status", same(Status.observed.id)), Column("source", same("")),
      ])
  }
}

import DoudiInputs
import DoudiModel
import DoudiUnits

/// Reads the figures of a report out of a run.
struct ProjectedSeries {
  let projection: Projection
  let known: Reports
  let file: BacktestFile

  /// The projected figure, in the unit of the series' kind; nil where the reports up to the cutoff
  /// do not give the months of the year that had already passed, or pay is asked of nobody.
  func value(_ series: BacktestSeries, _ area: Area, _ target: Month) -> Double? {
    switch series.kind {
    case .persons: return persons(series.family, area, target)
    case .benefit:
      let persons = persons(series.family, area, target)
      return persons > 0 ? spending(series.family, area, [target]).yuan.double / persons : nil
    case .spendingToDate:
      let year = YearToDate(
        target: target, cutoff: file.cutoff.value, family: series.family, area: area, known: known)
      return year.map { ($0.reported + spending(series.family, area, $0.ahead).yuan).double }
    }
  }

  private func cells(_ area: Area) -> [Int] {
    let space = projection.model.space
    return space.people.filter { area == .all || space.cells[$0].area == area }
  }

  private func persons(_ family: String, _ area: Area, _ month: Month) -> Double {
    guard let group = projection.model.groups.firstIndex(where: { $0.id == family }) else { return 0 }
    return cells(area).reduce(0) { $0 + projection.world.groups[group].persons($1, month) }
  }

  /// What the family's programmes pay out in these months, whatever month it is owed for.
  private func spending(_ family: String, _ area: Area, _ months: [Month]) -> Money {
    let names = (file.programmes[family] ?? []).map(\.value)
    let programmes = projection.model.programmes.map { names.contains($0.id) }
    let cells = Set(cells(area).map(Int32.init))
    return projection.lines.reduce(.zero) { sum, line in
      let counts =
        programmes[projection.programme(of: line)] && months.contains(line.paid) && cells.contains(line.cell)
      return counts ? sum + Money(fen: line.fen) : sum
    }
  }
}

import DoudiAnalysis
import DoudiInputs
import DoudiModel
public import DoudiUnits

/// Two to five runs side by side. The first, A, is what the others are held against.
public struct Comparison {
  /// The runs.
  public let runs: [ComparedRun]
  /// By run the first month in which it differs from A; nil: in none.
  public let differences: [Month?]
  /// The year that a screen shows.
  public let year: Int
  /// True where the year was asked for.
  public let isYearAsked: Bool
  /// Years of any horizon.
  let years: [Int]
  let money: ComparedMoney
  let inputs: [InputDifference]
  let memo: AdjustmentMemo
  /// Positions in A of the amounts that differ in some run.
  let movedAmounts: [Int]

  /// Compares runs.
  /// - Parameters:
  ///   - runs: two to five; of one alone nothing differs.
  ///   - asked: the year that is shown; nil: the first in which a run differs from A.
  /// - Throws: where the arithmetic of the memo cannot be run.
  public init(_ runs: [ComparedRun], year asked: Int? = nil) throws {
    self.runs = runs
    let projections = runs.map(\.report.projection)
    differences = projections.map { run in projections.first.flatMap { FirstDifference.month($0, run) } }
    years = Set(runs.flatMap(\.report.years)).sorted()
    year = asked ?? differences.compactMap { $0 }.min()?.year ?? years.first ?? 0
    isYearAsked = asked != nil
    money = ComparedMoney(runs, years: years)
    inputs = InputDifference.all(runs.map(\.model))
    movedAmounts = Self.moved(projections)
    memo = try AdjustmentMemo(projections[0], amounts: movedAmounts)
  }

  /// Positions in A of the amounts that differ in some run, in any month of the horizon; where a run has not the
  /// amount or not the place, that is a difference.
  private static func moved(_ runs: [Projection]) -> [Int] {
    let base = runs[0]
    return base.model.amounts.indices.filter { position in
      runs.dropFirst().contains { isMoved(position, base, $0) }
    }
  }

  private static func isMoved(_ position: Int, _ base: Projection, _ run: Projection) -> Bool {
    let (own, name) = (base.world.amounts[position], base.model.amounts[position].gives)
    let other = run.model.amounts.firstIndex { $0.gives == name }.map { run.world.amounts[$0] }
    let months = base.model.scenario.horizon.months.filter(run.model.scenario.horizon.contains)
    return base.model.space.people.contains { cell in
      let place = run.model.index(of: base.model.space.cells[cell])
      return months.contains { month in
        let figure = place.flatMap { other?.figure($0, month)?.value }
        return own.figure(cell, month)?.value != figure
      }
    }
  }

  /// True where no run differs from A in any figure.
  public var isSame: Bool { differences.allSatisfy { $0 == nil } }

  /// What stands above every table: places and horizons of all runs.
  var heading: Heading {
    let all = runs.map(\.report.heading)
    var places: [Bilingual] = []
    for one in all where !places.contains(one.place) { places.append(one.place) }
    let place = Bilingual(
      zh: places.map(\.zh).joined(separator: " / "), en: places.map(\.en).joined(separator: " / "))
    return Heading(place: place, basis: nil, isTrial: all.contains { $0.isTrial })
  }

  /// "标准 2028年 · 某市2027—2029年 · 单位：元 · 试算".
  func title(_ name: Bilingual, unit: Bilingual?) -> Bilingual {
    let time = runs.first { $0.report.years.contains(year) }?.report.heading(ofYear: year)
    return heading.title(
      Bilingual(zh: "\(name.zh) \(time?.zh ?? "\(year)")", en: "\(name.en) \(time?.en ?? "\(year)")"),
      unit: unit)
  }

  /// Positions of the runs but A.
  var others: Range<Int> { min(1, runs.count)..<runs.count }

  /// A column of words that names the run of each row.
  func letterColumn(_ rows: [Int]) -> Column {
    Column("variant", Labels.variant, .words(rows.map { Int32($0) }, runs.map { Word($0.letter) }))
  }

  /// "B - A".
  func differenceTitle(_ run: Int) -> Bilingual {
    Bilingual(zh: "\(runs[run].letter) - A", en: "\(runs[run].letter) - A")
  }

  /// "B - A %".
  func percentTitle(_ run: Int) -> Bilingual {
    Bilingual(zh: "\(runs[run].letter) - A %", en: "\(runs[run].letter) - A %")
  }
}

extension Model {
  /// Position of a cell of another model: of the same region and area.
  func index(of cell: Cell) -> Int? { space.index(region: cell.region, area: cell.area) }
}

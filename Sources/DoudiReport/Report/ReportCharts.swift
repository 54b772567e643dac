import DoudiInputs
import DoudiModel
import DoudiUnits

/// All figures of an export, made of its tables.
struct ReportCharts {
  private let content: ExportContent
  private let form: PrintForm
  private let tiles: TilePlaces

  init(_ content: ExportContent, _ form: PrintForm, tiles: TilePlaces) {
    (self.content, self.form, self.tiles) = (content, form, tiles)
  }

  private var heading: Heading { content.heading }
  private var unit: MoneyUnit { form.unit }

  /// Money by programme and year.
  var programmes: Chart? {
    content.run.map {
      let title = heading.title(Labels.moneyByProgramme, unit: unit.label)
      return StackedYears.figure("programmes", $0.summaryTable(unit), title: title, form: form)
    }
  }

  /// Money by place, of the first year or the one asked for, where the places have tiles.
  var places: Chart? {
    guard let run = content.run else { return nil }
    return TileMap.figure(
      run.regionTable(unit), column: "\(content.shownYear(run))", tiles: tiles, heading: heading, form: form)
  }

  /// Range of all money.
  var fan: Chart? {
    guard let fan = content.uncertainty?.fan, let printed = fan.screenTables(unit).first,
      printed.id == "fan_total", let long = fan.fileTables().first, let chances = fan.fileTables().last
    else { return nil }
    return FanChart.figure(
      .init(fan: long, chances: chances, printed: printed, root: fan.nodes.names[fan.nodes.root]), form: form)
  }

  /// What each parameter does.
  var tornado: Chart? {
    guard let drawn = content.uncertainty else { return nil }
    return TornadoChart.figure(
      drawn.tornado.screenTable(unit), file: drawn.tornado.fileTable(),
      root: drawn.fan.nodes.names[drawn.fan.nodes.root], form: form)
  }

  /// What each parameter does to each place; nil for one place.
  var heat: Chart? {
    guard let drawn = content.uncertainty,
      case .words(let places, let words)? = drawn.tornado.screenTable(unit).columns.first?.values
    else { return nil }
    let nodes = drawn.fan.nodes
    let regions =
      parts ?? nodes.names.indices.filter { $0 != nodes.root }.map { drawn.fan.word(nodes.names[$0]) }
    guard regions.count > 1 else { return nil }
    let table = HeatMap.table(
      drawn.tornado.fileTable(), order: places.compactMap { $0 >= 0 ? words[Int($0)] : nil },
      regions: regions, heading: heading)
    return HeatMap.figure(table, form: form)
  }

  /// The parts of the whole, as the table by region has them.
  private var parts: [Word]? {
    guard let run = content.run else { return nil }
    return run.model.space.tree.children(of: run.root.code).map { Word($0.code.text, $0.name) }
  }

  /// Who gets how much.
  var allocation: Chart? {
    content.allocation.map { AllocationBars.figure($0.barsTable(unit, printing: form.printing), form: form) }
  }
}

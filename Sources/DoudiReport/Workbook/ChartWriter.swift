import CXlsxWriter

/// Writes one chart.
struct ChartWriter {
  let book: UnsafeMutablePointer<lxw_workbook>
  let page: UnsafeMutablePointer<lxw_worksheet>

  /// Told apart by lightness as well as by hue, for prints in grey.
  private static let colors: [UInt32] = [
    0x1F4E79, 0xF4B183, 0x7F9C3B, 0xC9D9EC, 0x8C3B3B, 0xE8D27A, 0x5B5B5B, 0x9DC3C1, 0x6A4C93, 0xD9D9D9,
  ]
  private static let dashes: [lxw_chart_line_dash_type] = [
    LXW_CHART_LINE_DASH_SOLID, LXW_CHART_LINE_DASH_DASH, LXW_CHART_LINE_DASH_ROUND_DOT,
    LXW_CHART_LINE_DASH_LONG_DASH, LXW_CHART_LINE_DASH_DASH_DOT, LXW_CHART_LINE_DASH_SQUARE_DOT,
  ]
  private static let markers: [lxw_chart_marker_type] = [
    LXW_CHART_MARKER_CIRCLE, LXW_CHART_MARKER_SQUARE, LXW_CHART_MARKER_DIAMOND, LXW_CHART_MARKER_TRIANGLE,
    LXW_CHART_MARKER_X, LXW_CHART_MARKER_STAR,
  ]

  func write(_ chart: SheetChart) {
    guard let made = workbook_add_chart(book, UInt8(type(chart.kind).rawValue)) else { return }
    chart_title_set_name(made, chart.title)
    var font = lxw_chart_font()
    (font.size, font.bold) = (12, 1)
    chart_title_set_name_font(made, &font)
    for (index, series) in chart.series.enumerated() { add(series, index, chart, to: made) }
    // Of bars the library calls the axis of values X.
    let isBars = chart.kind == .overlappingBars
    let values = chart_axis_get(made, isBars ? LXW_CHART_AXIS_TYPE_X : LXW_CHART_AXIS_TYPE_Y)
    chart_axis_set_name(values, chart.valueTitle)
    chart_axis_set_num_format(values, "#,##0")
    if isBars {
      let names = chart_axis_get(made, LXW_CHART_AXIS_TYPE_Y)
      chart_axis_set_reverse(names)
      chart_axis_set_label_position(names, UInt8(LXW_CHART_AXIS_LABEL_POSITION_LOW.rawValue))
      chart_set_series_overlap(made, 100)
      chart_set_series_gap(made, 40)
    }
    chart_legend_set_position(made, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
    var options = lxw_chart_options()
    (options.x_scale, options.y_scale) = (chart.width / 480, chart.height / 288)
    worksheet_insert_chart_opt(page, UInt32(chart.row), UInt16(chart.column), made, &options)
  }

  private func type(_ kind: SheetChart.Kind) -> lxw_chart_type {
    switch kind {
    case .stackedColumns: LXW_CHART_COLUMN_STACKED
    case .columns: LXW_CHART_COLUMN
    case .lines: LXW_CHART_LINE
    case .overlappingBars: LXW_CHART_BAR
    }
  }

  private func add(
    _ series: SheetChart.Series, _ index: Int, _ chart: SheetChart, to made: UnsafeMutablePointer<lxw_chart>
  ) {
    guard let one = chart_add_series(made, nil, nil) else { return }
    chart_series_set_name(one, series.name)
    let (names, values) = (chart.categories, series.values)
    chart_series_set_categories(
      one, names.sheet, UInt32(names.firstRow), UInt16(names.firstColumn), UInt32(names.lastRow),
      UInt16(names.lastColumn))
    chart_series_set_values(
      one, values.sheet, UInt32(values.firstRow), UInt16(values.firstColumn), UInt32(values.lastRow),
      UInt16(values.lastColumn))
    let color = Self.colors[index % Self.colors.count]
    guard chart.kind == .lines else {
      var fill = lxw_chart_fill()
      fill.color = color
      chart_series_set_fill(one, &fill)
      return
    }
    var line = lxw_chart_line()
    (line.color, line.width) = (color, 2)
    line.dash_type = UInt8(Self.dashes[index % Self.dashes.count].rawValue)
    chart_series_set_line(one, &line)
    chart_series_set_marker_type(one, UInt8(Self.markers[index % Self.markers.count].rawValue))
  }
}

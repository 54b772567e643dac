/// Pages of a sheet: A4 in landscape.
///
/// Printing makes the sheet as narrow as a page is wide. A title with its table, or a chart, that would be cut goes
/// to the next page where a page can hold it; the scale that tells how much a page holds is that of the file's own
/// font, others are wider and leave room below.
struct SheetPages {
  /// First rows of what should stand on one page; a block ends where the next begins.
  let blocks: [Int]
  /// Rows of headings.
  let headers: [Int]
  /// Rows with which a page begins in any case.
  var starts: Set<Int> = []

  /// Points between the margins.
  private static let high = 500.0
  /// Pixels between the margins.
  private static let wide = 1026.0
  /// Points of a row of one line.
  static let line = 14.25

  /// Points of a row of so many lines.
  static func height(lines: Int) -> Double { lines > 1 ? Double(lines) * 13.5 + 2 : line }

  /// Pixels that columns take.
  static func pixels(_ widths: [Double]) -> Double {
    widths.reduce(0) { $0 + ($1 * 7 + 5).rounded(.down) }
  }

  /// Points that a page holds of a sheet so many pixels wide.
  static func capacity(pixels: Double) -> Double { high * max(1, pixels / wide) * 0.97 }

  /// Page breaks and repeated rows of a sheet whose widths and heights are known.
  func lay(out sheet: inout Sheet) {
    let columns = Self.pixels(sheet.widths)
    for index in sheet.charts.indices { sheet.charts[index].width = min(max(columns, 640), 960) }
    let pixels = max(columns, sheet.charts.map(\.width).max() ?? 0)
    let capacity = Self.capacity(pixels: pixels)
    let heights = sheet.rows.map { $0.height ?? Self.line }
    let isLong = longBlocks(heights, capacity)
    sheet.repeatedRows = repeated(isLong)
    let repeatedHeight = heights.prefix(2).reduce(0, +)
    var used = heights.prefix(blocks.first ?? 0).reduce(0, +)
    for (index, start) in blocks.enumerated() {
      let height = self.height(index, heights)
      let isFirst = index == 0 && used < capacity / 4
      // Behind what takes several pages nobody knows what is left of the last.
      let isAfterLong = index > 0 && isLong[index - 1]
      if starts.contains(start) || isAfterLong || (used + height > capacity && !isFirst) {
        sheet.pageBreaks.append(start)
        used = repeatedHeight
      }
      used += height
      while used > capacity { used -= capacity - repeatedHeight }
    }
  }

  private func height(_ block: Int, _ heights: [Double]) -> Double {
    let end = block + 1 < blocks.count ? blocks[block + 1] : heights.count
    return heights[blocks[block]..<end].reduce(0, +)
  }

  private func longBlocks(_ heights: [Double], _ capacity: Double) -> [Bool] {
    blocks.indices.map { height($0, heights) > capacity }
  }

  /// Title, unit and headings of the only table; of several the headings of a last one that takes several pages,
  /// else title and unit.
  private func repeated(_ isLong: [Bool]) -> ClosedRange<Int> {
    guard let header = headers.last else { return 0...1 }
    if headers.count == 1, blocks.isEmpty || blocks[0] < header { return 0...header }
    return isLong.last == true && blocks.last.map { $0 < header } ?? false ? header...header : 0...1
  }
}

import DoudiInputs
import DoudiUnits

extension World {
  /// Fills a column cell by cell for cells with people, where `body` gives a figure.
  func peopleColumn(_ body: (Int) -> Figure?) -> [Figure?] {
    var column = [Figure?](repeating: nil, count: space.cells.count)
    for cell in space.people { column[cell] = body(cell) }
    return column
  }

  /// The amount of another cell or month: area own, urban or rural; years back.
  func amount(_ position: Int, _ cell: Int, area: Area?, _ month: Month, lag: Int = 0) -> Figure? {
    let place = area.flatMap { space.sibling(of: cell, in: $0) } ?? cell
    return amounts[position].figure(place, month.advanced(by: -12 * lag))
  }
}

/// Which columns of a wide table stand together on a narrow terminal, and how wide each is.
enum ColumnBlocks {
  /// A column of a block.
  struct Place: Equatable {
    let column: Int
    let width: Int
  }

  /// Columns below which no text is broken.
  private static let least = 12

  /// The columns of each block: those that name the rows, then as many of the others as fit; texts
  /// that take too much are broken. Nil where not even one column fits beside the names.
  /// - Parameters:
  ///   - columns: the rendered columns.
  ///   - names: how many of the first name the rows.
  ///   - width: columns of the terminal; nil: no bound.
  /// - Returns: the blocks.
  static func make(_ columns: [RenderedColumns.Column], names: Int, width: Int?) -> [[Place]]? {
    let natural = columns.indices.map { Place(column: $0, width: columns[$0].width) }
    guard let width, total(natural) > width else { return [natural] }
    let half = max(least, width / 2 - 2)
    let others = natural.dropFirst(max(1, names)).map { place in
      columns[place.column].isRightAligned
        ? place : Place(column: place.column, width: min(place.width, half))
    }
    let room = width - 2 - (others.map(\.width).max() ?? -2)
    guard let head = shrunk(Array(natural.prefix(max(1, names))), columns, to: room) else { return nil }
    var blocks: [[Place]] = []
    var block = head
    for next in others {
      if total(block + [next]) > width {
        blocks.append(block)
        block = head
      }
      block.append(next)
    }
    return blocks + [block]
  }

  /// The columns with the widest texts narrowed until they fit; nil where they do not.
  private static func shrunk(
    _ places: [Place], _ columns: [RenderedColumns.Column], to room: Int
  ) -> [Place]? {
    var places = places
    while total(places) > room {
      let texts = places.indices.filter {
        !columns[places[$0].column].isRightAligned && places[$0].width > least
      }
      guard let widest = texts.max(by: { (places[$0].width, $1) < (places[$1].width, $0) }) else {
        return nil
      }
      places[widest] = Place(column: places[widest].column, width: places[widest].width - 1)
    }
    return places
  }

  /// Columns of a terminal that some columns of a table take.
  static func total(_ places: [Place]) -> Int {
    places.reduce(0) { $0 + $1.width } + 2 * max(0, places.count - 1)
  }
}

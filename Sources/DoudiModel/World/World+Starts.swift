import DoudiUnits

extension World {
  /// The counts from which a rule's stock starts, by cell: the newest before the horizon; nil where none is
  /// known. A rerun that moves none of what they rest on shares them.
  func startingCounts(
    _ rule: RuleHeader, of indicator: String, spreadBy key: String?,
    areaShares: [(name: String, term: Term)]?
  ) -> [StartingCount?] {
    startsRead.insert(indicator)
    let terms = (areaShares ?? []).map(\.term)
    if let known = base?.starts[rule.id], !moves(terms, [indicator] + [key].compactMap { $0 }) {
      return known
    }
    let finder = StartingStock(indicator: indicator, key: key, areaShares: areaShares, world: self)
    finder.checkAreaShares(rule)
    var found = [StartingCount?](repeating: nil, count: space.cells.count)
    for cell in space.people { found[cell] = finder.find(cell, notAfter: horizon.first.advanced(by: -1)) }
    starts[rule.id] = found
    return found
  }
}

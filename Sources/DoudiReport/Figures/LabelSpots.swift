/// Places for labels beside their marks: as near as they can be without lying on each other.
enum LabelSpots {
  /// Moves positions apart.
  /// - Parameters:
  ///   - wanted: positions in ascending order.
  ///   - gap: the least distance between two.
  ///   - range: where they should stay; where they are too many they leave it at its end.
  /// - Returns: as many positions, in the same order.
  static func place(_ wanted: [Double], gap: Double, in range: ClosedRange<Double>) -> [Double] {
    var spots = wanted
    for index in spots.indices.dropFirst() {
      spots[index] = max(spots[index], spots[index - 1] + gap)
    }
    guard let last = spots.indices.last, spots[last] > range.upperBound else { return spots }
    spots[last] = range.upperBound
    for index in spots.indices.dropLast().reversed() {
      spots[index] = min(spots[index], spots[index + 1] - gap)
    }
    guard let first = spots.first, first < range.lowerBound else { return spots }
    let lift = range.lowerBound - first
    return spots.map { $0 + lift }
  }
}

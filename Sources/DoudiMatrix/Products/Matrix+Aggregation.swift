extension Matrix {
  /// The matrix that adds up members into their groups: regions into provinces, outputs into totals.
  ///
  ///     M[group of i, i] = weight of i,  zero elsewhere;   totals = M values
  ///
  /// With values in columns by member (draws x members) the totals are `product(values, M, transposing: .second)`.
  /// - Parameters:
  ///   - groups: the group of each member, from zero.
  ///   - count: number of groups; one without members gives a row of zeros.
  ///   - weights: a factor for each member; without it every factor is one.
  /// - Returns: M, groups x members.
  /// - Throws: ``MatrixError/shape(_:)`` where a group is outside, or weights are not as many as members.
  public static func aggregation(
    groups: [Int], count: Int, weights: [Double]? = nil
  ) throws(MatrixError) -> Matrix {
    if let weights, weights.count != groups.count {
      throw .shape("\(weights.count) weights for \(groups.count) members")
    }
    var result = Matrix(rows: count, columns: groups.count)
    for (member, group) in groups.enumerated() {
      guard group >= 0, group < count else {
        throw .shape("member \(member) in group \(group) of \(count)")
      }
      result[group, member] = weights?[member] ?? 1
    }
    return result
  }
}

import DoudiMatrix

/// Nonlinear least squares in bounds: steps of Gauss, Newton and Levenberg with Marquardt's scaling.
///
///     minimise |r(x)|^2,   low <= x <= high
///     min over p of |J p + r|^2 + m |D p|^2,   D: lengths of the columns of J
///
/// Each step is a least-squares problem of its own (``LeastSquares``, QR), never the normal equations. Parameters at a
/// bound whose slope points outward are left out of the step; what would leave the bounds is put on them. m falls
/// tenfold with each step that brings the sum down and rises tenfold with each that does not.
struct BoundedFit {
  /// Why the search ended.
  enum Reason: Hashable, Sendable {
    /// Nothing more to gain.
    case converged
    /// No step lowers the sum though the slope says so: figures are rounded in steps, or have a kink.
    case stalled
    /// The number of steps ran out.
    case steps
    /// These parameters cannot be told apart.
    case rank([Int])
    /// Some residual has no value where the search begins.
    case noValue
  }

  /// Where a parameter ended.
  enum Side: String, Sendable { case low, high }

  /// Most steps.
  static let mostSteps = 100
  private static let tolerance = 1e-9
  private static let mostDamping = 1e10

  /// The values found.
  private(set) var values: [Double]
  /// Residuals there.
  private(set) var residuals: [Double] = []
  /// Standard errors; nil at a bound and without degrees of freedom.
  private(set) var errors: [Double?]
  /// Why the search ended.
  private(set) var reason = Reason.steps
  /// Steps taken.
  private(set) var steps = 0
  /// Runs of the function.
  private(set) var runs = 0

  private let bounds: [ClosedRange<Double>]
  private let scales: [Double]
  private let function: ([[Double]]) throws -> [[Double]]

  /// Searches from a start.
  /// - Parameters:
  ///   - start: values in their bounds.
  ///   - bounds: of each.
  ///   - scales: what counts as a usual change of each, above 0.
  ///   - function: residuals of some points.
  /// - Throws: what the function throws, and ``MatrixError``.
  init(
    start: [Double], bounds: [ClosedRange<Double>], scales: [Double],
    function: @escaping ([[Double]]) throws -> [[Double]]
  ) throws {
    (values, self.bounds, self.scales, self.function) = (start, bounds, scales, function)
    errors = start.map { _ in nil }
    residuals = try evaluate([start])[0]
    guard residuals.allSatisfy(\.isFinite) else {
      reason = .noValue
      return
    }
    try search()
  }

  /// Where a parameter ended on a bound.
  func side(_ place: Int) -> Side? {
    values[place] <= bounds[place].lowerBound ? .low : values[place] >= bounds[place].upperBound ? .high : nil
  }

  private mutating func evaluate(_ points: [[Double]]) throws -> [[Double]] {
    runs += points.count
    return try function(points)
  }

  private mutating func search() throws {
    var damping = 1e-3
    while true {
      let jacobian = try self.jacobian()
      let free = self.free(jacobian)
      if let shared = try RankCheck.inseparable(jacobian.columns(free)) {
        reason = .rank(shared.map { free[$0] })
        return
      }
      try takeErrors(jacobian, free)
      if free.isEmpty || isFlat(jacobian, free) {
        reason = .converged
        return
      }
      guard steps < Self.mostSteps else { return }
      guard let moved = try step(jacobian, free, &damping) else {
        reason = .stalled
        return
      }
      steps += 1
      if moved < Self.tolerance {
        try takeErrors(jacobian, free)
        reason = .converged
        return
      }
    }
  }

  /// Tries steps until one brings the sum down; the largest relative change, nil where none does.
  private mutating func step(_ jacobian: Matrix, _ free: [Int], _ damping: inout Double) throws -> Double? {
    let own = jacobian.columns(free)
    let old = Self.squares(residuals)
    while damping <= Self.mostDamping {
      let direction = try Self.direction(own, residuals, damping)
      var trial = values
      for (place, input) in free.enumerated() {
        trial[input] = min(
          max(values[input] + direction[place], bounds[input].lowerBound), bounds[input].upperBound)
      }
      let change = free.map { abs(trial[$0] - values[$0]) / scales[$0] }.max() ?? 0
      let found = try evaluate([trial])[0]
      let new = Self.squares(found)
      if new < old {
        (values, residuals) = (trial, found)
        damping = max(damping / 10, 1e-12)
        return old - new <= 1e-10 * old ? 0 : change
      }
      // A change too small to be seen is the end, not a failure.
      if change < Self.tolerance, damping <= 1 { return 0 }
      damping = max(damping * 10, 1e-6)
    }
    return nil
  }

  private static func squares(_ values: [Double]) -> Double {
    let sum = values.reduce(0) { $0 + $1 * $1 }
    return sum.isNaN ? .infinity : sum
  }

  /// The damped step of some columns.
  private static func direction(
    _ jacobian: Matrix, _ residuals: [Double], _ damping: Double
  ) throws(MatrixError) -> [Double] {
    let (rows, columns) = (jacobian.rows, jacobian.columns)
    var design = Matrix(rows: rows + columns, columns: columns)
    var response = Matrix(rows: rows + columns, columns: 1)
    for row in 0..<rows { response[row, 0] = -residuals[row] }
    for column in 0..<columns {
      var squares = 0.0
      for row in 0..<rows {
        design[row, column] = jacobian[row, column]
        squares += jacobian[row, column] * jacobian[row, column]
      }
      design[rows + column, column] = (damping * squares).squareRoot()
    }
    return try LeastSquares(design: design, response: response).coefficients.column(0)
  }

  /// Parameters that a step may move.
  private func free(_ jacobian: Matrix) -> [Int] {
    values.indices.filter { place in
      guard let side = side(place) else { return true }
      let slope = jacobian.column(place).enumerated().reduce(0.0) { $0 + $1.element * residuals[$1.offset] }
      return side == .low ? slope < 0 : slope > 0
    }
  }

  /// Whether the residuals stand upright on all columns.
  private func isFlat(_ jacobian: Matrix, _ free: [Int]) -> Bool {
    let length = Self.squares(residuals).squareRoot()
    if length < 1e-13 { return true }
    return free.allSatisfy { place in
      let column = jacobian.column(place)
      let slope = column.enumerated().reduce(0.0) { $0 + $1.element * residuals[$1.offset] }
      return abs(slope) <= 1e-8 * length * Self.squares(column).squareRoot()
    }
  }

  private mutating func takeErrors(_ jacobian: Matrix, _ free: [Int]) throws(MatrixError) {
    errors = values.map { _ in nil }
    guard !free.isEmpty, jacobian.rows > free.count else { return }
    let response = try Matrix(rows: residuals.count, columns: 1, elements: residuals)
    let fit = try LeastSquares(design: jacobian.columns(free), response: response)
    for (place, input) in free.enumerated() { errors[input] = fit.standardErrors[place, 0] }
  }

  // MARK: Differences

  /// Central differences in the bounds. The narrowest step counts at which the next wider one says about the same:
  /// where figures are rounded in steps, narrow differences are all or nothing.
  private mutating func jacobian() throws -> Matrix {
    var result = Matrix(rows: residuals.count, columns: values.count)
    var (open, narrow) = (Array(values.indices), [[Double]]())
    for (level, share) in Self.shares.enumerated() where !open.isEmpty {
      let wide = try slopes(open, share)
      var (still, kept) = ([Int](), [[Double]]())
      for (position, place) in open.enumerated() {
        let agrees = level > 0 && Self.agree(narrow[position], wide[position])
        if agrees || level == Self.shares.count - 1 {
          let column = agrees ? narrow[position] : wide[position]
          for (row, slope) in column.enumerated() { result[row, place] = slope }
        } else {
          still.append(place)
          kept.append(wide[position])
        }
      }
      (open, narrow) = (still, kept)
    }
    return result
  }

  private static let shares = [1e-3, 1e-2, 1e-1]

  /// Whether slopes differ by less than a tenth of their length.
  private static func agree(_ narrow: [Double], _ wide: [Double]) -> Bool {
    let gap = zip(narrow, wide).map { $0 - $1 }
    return squares(wide) > 0 && squares(gap) < squares(wide) / 100
  }

  /// Differences over a share of the scale, a column a parameter.
  private mutating func slopes(_ places: [Int], _ share: Double) throws -> [[Double]] {
    let ends = places.map { place in
      let (range, h) = (bounds[place], share * scales[place])
      return (low: max(values[place] - h, range.lowerBound), high: min(values[place] + h, range.upperBound))
    }
    let found = try evaluate(
      zip(places, ends).flatMap { place, ends in [moved(place, ends.low), moved(place, ends.high)] })
    return ends.indices.map { position in
      let width = ends[position].high - ends[position].low
      return residuals.indices.map { row in
        let slope = (found[2 * position + 1][row] - found[2 * position][row]) / width
        return slope.isFinite ? slope : 0
      }
    }
  }

  private func moved(_ place: Int, _ value: Double) -> [Double] {
    var point = values
    point[place] = value
    return point
  }
}

extension Matrix {
  /// Some of its columns.
  fileprivate func columns(_ places: [Int]) -> Matrix {
    var result = Matrix(rows: rows, columns: places.count)
    for (column, place) in places.enumerated() {
      for row in 0..<rows { result[row, column] = self[row, place] }
    }
    return result
  }
}

/// The largest value of a control whose cost stays within a budget.
///
///     x* = max { x : low <= x <= high, x a multiple of step, cost(x) <= budget }
///
/// Costs come in batches, since many values are run at once. Nothing is assumed of the curve but that a
/// sample of 64 values sees its shape: flat stretches are found and said, and a curve that falls somewhere is
/// said to.
public struct StepSearch: Sendable {
  /// Smallest value that may be taken.
  public let low: Double
  /// Largest value that may be taken.
  public let high: Double
  /// Values are whole multiples of it; 0: any number.
  public let step: Double
  /// What must not be exceeded.
  public let budget: Double
  /// Values to a batch: many where they are run at once, few where each is costly.
  public let batch: Int

  /// Costs that differ by less, as a share, are the same: sums of doubles.
  private static let noise = 0x1p-40

  /// A search; `low <= high`, `step >= 0`, `batch >= 2`.
  public init(low: Double, high: Double, step: Double, budget: Double, batch: Int = 64) {
    (self.low, self.high, self.step, self.budget) = (low, max(low, high), max(0, step), budget)
    self.batch = max(2, batch)
  }

  /// A multiple of the step; a tenth is divided by ten, so that it is the number that is written.
  func value(_ count: Int64) -> Double {
    let inverse = (1 / step).rounded()
    return step < 1 && abs(inverse * step - 1) < Self.noise ? Double(count) / inverse : Double(count) * step
  }

  /// A value and what it costs.
  public struct Point: Hashable, Sendable {
    /// Value of the control.
    public let value: Double
    /// Its cost.
    public let cost: Double
  }

  /// How a search ended.
  public enum Ending: String, Sendable {
    /// The budget decides: one step more would exceed it.
    case found
    /// The budget does not decide: the largest value is within it.
    case unbound
    /// No value is within the budget; the cheapest is given.
    case infeasible
  }

  /// What a search found.
  public struct Answer: Sendable {
    /// How it ended.
    public let ending: Ending
    /// The answer, or the cheapest value.
    public let point: Point
    /// One step more; nil at the end of the range, and for steps of 0.
    public let next: Point?
    /// The least value that costs the same: below the answer nothing is saved down to here.
    public let flatFrom: Double
    /// True where more of the control costs less somewhere.
    public let falls: Bool
  }

  /// Searches; nil where no multiple of the step lies between the ends, or a cost is no number.
  /// - Parameter cost: costs of values, in their order.
  /// - Returns: the answer.
  /// - Throws: what `cost` throws.
  public func answer(_ cost: ([Double]) throws -> [Double]) rethrows -> Answer? {
    step > 0 ? try discrete(cost) : try continuous(cost)
  }

  private func discrete(_ cost: ([Double]) throws -> [Double]) rethrows -> Answer? {
    let (first, last) = ((low / step).rounded(.up), (high / step).rounded(.down))
    guard first <= last, last < 0x1p52 else { return nil }
    var (falls, isFirst) = (false, true)
    var (a, b) = (Int64(first), Int64(last))
    var below: Point?
    var above: Point?
    while true {
      let places = spread(a, b)
      let points = try self.points(places.map(value), cost)
      guard let points else { return nil }
      if isFirst { falls = falls || Self.falls(points) }
      guard let place = points.lastIndex(where: { $0.cost <= budget }) else {
        guard isFirst else { break }
        return try infeasible(points, cost, falls)
      }
      below = points[place]
      if place == points.count - 1 {
        if isFirst { return try done(.unbound, points[place], next: nil, cost, falls) }
        break
      }
      above = points[place + 1]
      isFirst = false
      if places[place + 1] - places[place] == 1 { break }
      (a, b) = (places[place], places[place + 1])
    }
    guard let below, let above else { return nil }
    return try done(.found, below, next: above, cost, falls)
  }

  private func continuous(_ cost: ([Double]) throws -> [Double]) rethrows -> Answer? {
    var (a, b, falls, isFirst) = (low, high, false, true)
    var best: Point?
    while true {
      let values = (0...batch).map { a + (b - a) * Double($0) / Double(batch) }
      guard let points = try points(values, cost) else { return nil }
      if isFirst { falls = Self.falls(points) }
      guard let place = points.lastIndex(where: { $0.cost <= budget }) else {
        return try infeasible(points, cost, falls)
      }
      best = points[place]
      if place == points.count - 1 {
        if isFirst { return try done(.unbound, points[place], next: nil, cost, falls) }
        break
      }
      isFirst = false
      let (low, high) = (points[place].value, points[place + 1].value)
      if high <= low.nextUp || (low == a && high == b) { break }
      (a, b) = (low, high)
    }
    guard let best else { return nil }
    return try done(.found, best, next: nil, cost, falls)
  }

  private func points(_ values: [Double], _ cost: ([Double]) throws -> [Double]) rethrows -> [Point]? {
    let costs = try cost(values)
    guard costs.count == values.count, !costs.contains(where: \.isNaN) else { return nil }
    return zip(values, costs).map { Point(value: $0, cost: $1) }
  }

  private func infeasible(
    _ points: [Point], _ cost: ([Double]) throws -> [Double], _ falls: Bool
  ) rethrows -> Answer? {
    guard let cheapest = points.min(by: { $0.cost < $1.cost }) else { return nil }
    return try done(.infeasible, cheapest, next: nil, cost, falls)
  }

  private func done(
    _ ending: Ending, _ point: Point, next: Point?, _ cost: ([Double]) throws -> [Double], _ falls: Bool
  ) rethrows -> Answer {
    Answer(
      ending: ending, point: point, next: next, flatFrom: try flat(below: point, cost), falls: falls)
  }

  /// The least value of the stretch on which the cost is that of the point.
  private func flat(below point: Point, _ cost: ([Double]) throws -> [Double]) rethrows -> Double {
    var (low, high) = (self.low, point.value)
    func isSame(_ other: Double) -> Bool { abs(other - point.cost) <= abs(point.cost) * Self.noise }
    // A few rounds narrow the range to single steps, or to a small part of it.
    for _ in 0..<30 where high - low > abs(high) * Self.noise {
      let values = grid(low, high)
      guard let points = try points(values, cost), let other = points.lastIndex(where: { !isSame($0.cost) })
      else { return low }
      guard other + 1 < points.count else { return high }
      (low, high) = (points[other].value, points[other + 1].value)
      if step > 0, high - low <= step * (1 + Self.noise) { return high }
    }
    return high
  }

  private func grid(_ low: Double, _ high: Double) -> [Double] {
    guard step > 0 else {
      return (0...batch).map { low + (high - low) * Double($0) / Double(batch) }
    }
    let (a, b) = (Int64((low / step).rounded(.up)), Int64((high / step).rounded()))
    return spread(min(a, b), b).map(value)
  }

  /// At most `batch` + 1 whole numbers from a to b, both included.
  private func spread(_ a: Int64, _ b: Int64) -> [Int64] {
    guard b - a > Int64(batch) else { return Array(a...b) }
    return (0...Int64(batch)).map {
      a + (b - a) / Int64(batch) * $0 + (b - a) % Int64(batch) * $0 / Int64(batch)
    }
  }

  private static func falls(_ points: [Point]) -> Bool {
    zip(points, points.dropFirst()).contains { $1.cost < $0.cost - abs($0.cost) * noise }
  }
}

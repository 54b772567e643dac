/// A linear program: the best of sums of variables, within bounds and rows.
///
///     minimise or maximise  sum of cost_j x_j
///     lower_j <= x_j <= upper_j
///     lower_r <= sum of a_rj x_j <= upper_r
///
/// Infinite bounds are allowed, NaN is not. ``solve()`` is a pure function: every call owns its model, so that any number
/// of threads may solve at once; nothing is printed.
public struct LinearProgram: Sendable {
  /// Least or most of the objective.
  public enum Sense: String, Hashable, Sendable { case minimise, maximise }

  /// One variable.
  public struct Variable: Hashable, Sendable {
    /// Least value.
    public var lower: Double
    /// Largest value.
    public var upper: Double
    /// What one unit adds to the objective.
    public var cost: Double
    /// Name it is shown by.
    public var name: String
  }

  /// A variable with its coefficient.
  public struct Term: Hashable, Sendable {
    /// Position of the variable.
    public var variable: Int
    /// What it is multiplied by.
    public var coefficient: Double
  }

  /// One row: a sum of variables between bounds.
  public struct Row: Hashable, Sendable {
    /// Least sum.
    public var lower: Double
    /// Largest sum.
    public var upper: Double
    /// What is added; a variable that is named twice counts twice.
    public var terms: [Term]
    /// Name it is shown by.
    public var name: String
  }

  /// Least or most.
  public var sense: Sense
  /// In the order they were added.
  public private(set) var variables: [Variable] = []
  /// In the order they were added.
  public private(set) var rows: [Row] = []

  /// A program without variables and rows.
  public init(_ sense: Sense = .minimise) { self.sense = sense }

  /// Adds a variable.
  /// - Returns: its position.
  @discardableResult
  public mutating func addVariable(
    _ name: String = "", lower: Double = 0, upper: Double = .infinity, cost: Double = 0
  ) -> Int {
    variables.append(Variable(lower: lower, upper: upper, cost: cost, name: name))
    return variables.count - 1
  }

  /// Adds a row.
  /// - Returns: its position.
  @discardableResult
  public mutating func addRow(
    _ name: String, lower: Double = -.infinity, upper: Double = .infinity,
    _ terms: [(variable: Int, coefficient: Double)]
  ) -> Int {
    rows.append(
      Row(
        lower: lower, upper: upper,
        terms: terms.map { Term(variable: $0.variable, coefficient: $0.coefficient) }, name: name))
    return rows.count - 1
  }

  /// Changes what a variable adds to the objective; a position that is not there is left to ``solve()``.
  mutating func setCost(_ cost: Double, of variable: Int) {
    if variables.indices.contains(variable) { variables[variable].cost = cost }
  }

  /// The first fault, if any.
  func check() throws(AllocationFault) {
    if variables.isEmpty { throw .noRows }
    for (position, one) in variables.enumerated() {
      guard one.cost.isFinite, Self.isRange(one.lower, one.upper) else {
        throw .linear(.variable, position: position)
      }
    }
    for (position, row) in rows.enumerated() {
      guard Self.isRange(row.lower, row.upper) else { throw .linear(.row, position: position) }
      for term in row.terms {
        guard variables.indices.contains(term.variable) else {
          throw .position(term.variable, count: variables.count)
        }
        guard term.coefficient.isFinite else { throw .linear(.coefficient, position: position) }
      }
    }
  }

  private static func isRange(_ lower: Double, _ upper: Double) -> Bool {
    !lower.isNaN && !upper.isNaN && lower <= upper && lower < .infinity && upper > -.infinity
  }
}

import CClp

/// One model of Clp, freed with its owner. Used by one thread at a time.
final class ClpModel {
  private let model: UnsafeMutableRawPointer
  let rows: Int
  let columns: Int

  init?(_ program: LinearProgram) {
    guard let model = Clp_newModel() else { return nil }
    self.model = model
    (rows, columns) = (program.rows.count, program.variables.count)
    Clp_setLogLevel(model, 0)
    // Maximising is minimising the opposite, so that signs of prices are settled here and not by the library.
    let sign: Double = program.sense == .minimise ? 1 : -1
    let matrix = Self.byColumns(program)
    Clp_loadProblem(
      model, Int32(columns), Int32(rows), matrix.starts, matrix.rows, matrix.values,
      program.variables.map { Self.bound($0.lower) }, program.variables.map { Self.bound($0.upper) },
      program.variables.map { sign * $0.cost }, program.rows.map { Self.bound($0.lower) },
      program.rows.map { Self.bound($0.upper) })
  }

  deinit { Clp_deleteModel(model) }

  /// Clp's infinity is the largest double.
  private static func bound(_ value: Double) -> Double {
    max(-Double.greatestFiniteMagnitude, min(value, Double.greatestFiniteMagnitude))
  }

  /// Columns one after the other, terms of one variable in one row added.
  private static func byColumns(
    _ program: LinearProgram
  ) -> (starts: [CoinBigIndex], rows: [Int32], values: [Double]) {
    var columns: [[(row: Int32, value: Double)]] = Array(repeating: [], count: program.variables.count)
    for (position, row) in program.rows.enumerated() {
      for term in row.terms where term.coefficient != 0 {
        let (variable, coefficient) = (term.variable, term.coefficient)
        if let last = columns[variable].last, last.row == Int32(position) {
          columns[variable][columns[variable].count - 1].value += coefficient
        } else {
          columns[variable].append((Int32(position), coefficient))
        }
      }
    }
    var starts: [CoinBigIndex] = [0]
    for column in columns { starts.append((starts.last ?? 0) + CoinBigIndex(column.count)) }
    return (starts, columns.flatMap { $0.map(\.row) }, columns.flatMap { $0.map(\.value) })
  }

  /// Solves with presolve.
  func solve() { _ = Clp_initialSolve(model) }

  /// Solves again without presolve by the dual simplex, which is what leaves a proof of infeasibility behind.
  func solveByDual() { _ = Clp_dual(model, 0) }

  var status: LinearSolution.Status {
    switch Clp_status(model) {
    case 0: .optimal
    case 1: .infeasible
    case 2: .unbounded
    default: .stopped
    }
  }

  var objective: Double { Clp_objectiveValue(model) }
  var values: [Double] { copy(Clp_primalColumnSolution(model), columns) }
  var activities: [Double] { copy(Clp_primalRowSolution(model), rows) }
  var prices: [Double] { copy(Clp_dualRowSolution(model), rows) }
  var reducedCosts: [Double] { copy(Clp_dualColumnSolution(model), columns) }

  /// Multipliers of rows that contradict each other, where there are any.
  var ray: [Double]? {
    guard rows > 0, let ray = Clp_infeasibilityRay(model) else { return nil }
    defer { Clp_freeRay(model, ray) }
    return Array(UnsafeBufferPointer(start: ray, count: rows))
  }

  private func copy(_ pointer: UnsafeMutablePointer<Double>?, _ count: Int) -> [Double] {
    guard let pointer else { return Array(repeating: 0, count: count) }
    return Array(UnsafeBufferPointer(start: pointer, count: count))
  }
}

extension LinearProgram {
  /// Solves by Clp's simplex method.
  ///
  /// Values are doubles, feasible within 1e-7 of the scaled program. Infeasible and unbounded programs are results, not
  /// errors.
  /// - Throws: ``AllocationFault/linear(_:position:)`` for figures that are no bounds or coefficients.
  public func solve() throws(AllocationFault) -> LinearSolution {
    try check()
    guard let model = ClpModel(self) else { throw .tooLarge(.amount) }
    model.solve()
    var status = model.status
    var certificate: InfeasibilityCertificate?
    // Presolve may call infeasible what is unbounded, and leaves no proof.
    if status == .infeasible || status == .unbounded {
      model.solveByDual()
      status = model.status == .stopped ? status : model.status
      if status == .infeasible, let ray = model.ray { certificate = InfeasibilityCertificate(ray, of: self) }
    }
    let isOptimal = status == .optimal
    let sign: Double = sense == .minimise ? 1 : -1
    let unsigned = { (value: Double) in value == 0 ? 0 : sign * value }
    return LinearSolution(
      status: status, objective: isOptimal ? unsigned(model.objective) : .nan,
      values: isOptimal ? model.values : [],
      activities: isOptimal ? model.activities : [], prices: isOptimal ? model.prices.map(unsigned) : [],
      reducedCosts: isOptimal ? model.reducedCosts.map(unsigned) : [], certificate: certificate)
  }
}

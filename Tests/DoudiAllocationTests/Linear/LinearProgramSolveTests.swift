import DoudiAllocation
import Foundation
import Testing

@Suite struct LinearProgramSolveTests {
  /// Optima of netlib's LP test set: from its readme, with more digits for finnis from Koch, The final NETLIB-LP results
  /// (Operations Research Letters 32, 2004), whose exact arithmetic corrected the readme there.
  static let netlib: [(name: String, optimum: Double)] = [
    ("afiro", -464.75314286), ("brandy", 1518.5098965), ("e226", -18.751929066),
    ("finnis", 172_791.065595611594),
    ("share2qp", -415.73224074),
  ]

  /// share2qp is netlib's share2b with a quadratic part, which the reader leaves out.
  @Test(arguments: netlib)
  func publishedOptima(name: String, optimum: Double) throws {
    let file = try MPSFile(name)
    let solution = try file.program.solve()
    #expect(solution.status == .optimal)
    #expect((solution.objective / optimum - 1).magnitude < 1e-9, "\(solution.objective)")
    try expectComplementarySlackness(file.program, solution)
  }

  @Test func pricesOfASmallProgram() throws {
    // Hillier and Lieberman's Wyndor Glass: 36 at (2, 6), shadow prices 0, 3/2, 1.
    var program = LinearProgram(.maximise)
    let (doors, windows) = (program.addVariable("doors", cost: 3), program.addVariable("windows", cost: 5))
    program.addRow("one", upper: 4, [(doors, 1)])
    program.addRow("two", upper: 12, [(windows, 2)])
    program.addRow("three", upper: 18, [(doors, 3), (windows, 2)])
    let solution = try program.solve()
    #expect(solution.status == .optimal && (solution.objective - 36).magnitude < 1e-12)
    #expect(zip(solution.values, [2, 6]).allSatisfy { ($0 - $1).magnitude < 1e-12 })
    #expect(zip(solution.prices, [0, 1.5, 1]).allSatisfy { ($0 - $1).magnitude < 1e-12 })
    try expectComplementarySlackness(program, solution)
    program.sense = .minimise
    #expect(try program.solve().objective == 0)
  }

  /// galenet is of netlib's set of infeasible programs (Chinneck).
  @Test func infeasibleProgramsComeWithAProof() throws {
    let galenet = try MPSFile("galenet").program
    let solution = try galenet.solve()
    #expect(solution.status == .infeasible)
    let proof = try #require(solution.certificate)
    #expect(proof.gap > 0 && !proof.rows.isEmpty)
    // Without the rows named everything else is feasible.
    var program = LinearProgram()
    let x = program.addVariable("x", upper: 10)
    let y = program.addVariable("y", upper: 10)
    program.addRow("harmless", upper: 100, [(x, 1), (y, 1)])
    program.addRow("much", lower: 15, [(x, 1), (y, 1)])
    program.addRow("little", upper: 2, [(x, 1)])
    let contradiction = try program.solve()
    #expect(contradiction.status == .infeasible && contradiction.values.isEmpty)
    #expect(contradiction.certificate?.rows == [1, 2])
    #expect((contradiction.certificate?.gap).map { ($0 - 3).magnitude < 1e-9 } == true)
  }

  @Test func unboundedAndFaultyPrograms() throws {
    var program = LinearProgram(.maximise)
    let x = program.addVariable(cost: 1)
    let y = program.addVariable()
    program.addRow("", upper: 1, [(x, 1), (y, -1)])
    #expect(try program.solve().status == .unbounded)
    var faulty = program
    faulty.addRow("", lower: .nan, [])
    #expect(throws: AllocationFault.linear(.row, position: 1)) { try faulty.solve() }
    faulty = program
    faulty.addRow("", [(x, .infinity)])
    #expect(throws: AllocationFault.linear(.coefficient, position: 1)) { try faulty.solve() }
    faulty = program
    faulty.addRow("", [(7, 1)])
    #expect(throws: AllocationFault.position(7, count: 2)) { try faulty.solve() }
    faulty = program
    faulty.addVariable(lower: 2, upper: 1)
    #expect(throws: AllocationFault.linear(.variable, position: 2)) { try faulty.solve() }
    #expect(throws: AllocationFault.noRows) { try LinearProgram().solve() }
    var free = LinearProgram()
    free.addVariable(lower: 3, cost: 2)
    #expect(try free.solve().objective == 6)
  }

  @Test func manyThreadsAtOnce() async throws {
    let program = try MPSFile("afiro").program
    let alone = try program.solve()
    try await withThrowingTaskGroup(of: LinearSolution.self) { group in
      for _ in 0..<16 { group.addTask { try program.solve() } }
      for try await one in group { #expect(one == alone) }
    }
  }

  /// Stationarity, complementary slackness and equal objectives of primal and dual, relative to the terms' sizes.
  func expectComplementarySlackness(_ program: LinearProgram, _ solution: LinearSolution) throws {
    var slopes = program.variables.map(\.cost)
    var sizes = slopes.map(\.magnitude)
    for (row, price) in zip(program.rows, solution.prices) {
      for term in row.terms {
        slopes[term.variable] -= price * term.coefficient
        sizes[term.variable] += (price * term.coefficient).magnitude
      }
    }
    for position in slopes.indices {
      #expect(
        (slopes[position] - solution.reducedCosts[position]).magnitude <= 1e-9 * max(1, sizes[position]))
    }
    let sign: Double = program.sense == .minimise ? 1 : -1
    for (row, (price, activity)) in zip(program.rows, zip(solution.prices, solution.activities)) {
      expectBinding(sign * price, activity, row.lower, row.upper, solution.objective)
    }
    for (one, (cost, value)) in zip(program.variables, zip(solution.reducedCosts, solution.values)) {
      expectBinding(sign * cost, value, one.lower, one.upper, solution.objective)
    }
  }

  /// A positive price belongs to a lower bound that is met, a negative one to an upper bound.
  func expectBinding(_ price: Double, _ value: Double, _ lower: Double, _ upper: Double, _ objective: Double)
  {
    let tolerance = 1e-6 * max(1, value.magnitude)
    #expect(value >= lower - tolerance && value <= upper + tolerance)
    if price.magnitude < 1e-7 { return }
    let slack = price > 0 ? value - lower : upper - value
    #expect(
      (price * slack).magnitude <= 1e-7 * max(1, objective.magnitude), "\(price) \(value) \(lower) \(upper)")
  }
}

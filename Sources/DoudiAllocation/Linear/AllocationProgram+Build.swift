extension AllocationProgram {
  /// Writes conditions as rows, in scaled units.
  struct Builder {
    private let source: AllocationProgram
    private let scale: Double
    private(set) var program: LinearProgram
    private(set) var conditionOfRow: [Int?] = []

    init(_ source: AllocationProgram) {
      self.source = source
      scale = source.scale
      program = LinearProgram(source.objective == .maximiseCoverage ? .maximise : .minimise)
      for range in source.ranges {
        let most = range.most(of: source.pot)
        program.addVariable(lower: Double(range.least) / scale, upper: Double(most) / scale)
      }
    }

    mutating func addPot() {
      let pot = Double(source.pot) / scale
      row("pot", pot, pot, source.ranges.indices.map { ($0, 1) }, nil)
    }

    mutating func add(_ condition: SideCondition, name: String, _ position: Int) {
      switch condition {
      case .total(let rows, let least, let most):
        row(name, least.map { $0 / scale }, most.map { $0 / scale }, rows.map { ($0, 1) }, position)
      case .share(let rows, let share, let whole):
        row(name, nil, 0, rows.map { ($0, 1) } + whole.map { ($0, -share) }, position)
      case .coverage(let rows, let least, let most):
        for one in rows where source.needs[one] > 0 {
          let need = source.needs[one] / scale
          row(name, least.map { $0 * need }, most.map { $0 * need }, [(one, 1)], position)
        }
      case .commonCoverage(let rows, let width):
        let common = program.addVariable(name)
        for one in rows where source.needs[one] > 0 {
          let need = source.needs[one] / scale
          row(name, -width * need, width * need, [(one, 1), (common, -need)], position)
        }
      }
    }

    mutating func addObjective(_ objective: AllocationObjective) {
      switch objective {
      case .maximiseCoverage:
        let coverage = program.addVariable("coverage", upper: needed ? .infinity : 0, cost: 1)
        for one in source.needs.indices where source.needs[one] > 0 {
          row("coverage", 0, nil, [(one, 1), (coverage, -source.needs[one] / scale)], nil)
        }
      case .minimiseDeviation(let formula):
        for one in formula.indices {
          let deviation = program.addVariable("deviation", cost: 1)
          row("deviation", formula[one] / scale, nil, [(one, 1), (deviation, 1)], nil)
          row("deviation", nil, formula[one] / scale, [(one, 1), (deviation, -1)], nil)
        }
      }
    }

    private var needed: Bool { source.needs.contains { $0 > 0 } }

    private mutating func row(
      _ name: String, _ lower: Double?, _ upper: Double?, _ terms: [(Int, Double)], _ condition: Int?
    ) {
      program.addRow(name, lower: lower ?? -.infinity, upper: upper ?? .infinity, terms.map { ($0.0, $0.1) })
      conditionOfRow.append(condition)
    }
  }
}

import DoudiMatrix

/// Least squares of all outputs on the first terms of a basis, in parts of outputs.
///
/// Each output is fitted by as many terms as foretell it best.
struct ChaosRegression {
  let basis: ChaosBasis
  let design: Matrix
  let responses: Responses
  /// Numbers of terms to choose from, ascending.
  let sizes: [Int]

  /// Outputs of a part.
  private static let width = 256
  /// Lists of failed runs beyond which their outputs get small fits: each list is a factorisation.
  private static let manyGroups = 32

  func fit(_ made: ChaosDesign, threads: Int?) throws(IndexFault) -> ChaosFit {
    var fit = ChaosFit(design: made, basis: basis, runs: responses.draws, outputs: responses.outputs)
    let groups = responses.groups
    for group in groups {
      let failed = Set(group.failed)
      let kept = (0..<design.rows).filter { !failed.contains($0) }
      for output in group.outputs { fit.note(failed: failed.count, output: output) }
      // What is left of some runs is not the design's fault.
      let usual = failed.isEmpty ? sizes : sizes.filter { $0 < kept.count }
      let tried = failed.isEmpty || groups.count <= Self.manyGroups ? usual : Array(usual.prefix(1))
      guard let largest = tried.last else { continue }
      do throws(MatrixError) {
        let factor = try NestedLeastSquares(design: part(kept, largest))
        guard factor.usable >= tried[0] else {
          throw .rankDeficient(rank: factor.usable, columns: largest)
        }
        try add(group.outputs, kept, factor, tried, threads: threads, to: &fit)
      } catch {
        if failed.isEmpty { throw .matrix(error) }
      }
    }
    return fit
  }

  private func add(
    _ outputs: [Int], _ kept: [Int], _ factor: NestedLeastSquares, _ sizes: [Int], threads: Int?,
    to fit: inout ChaosFit
  ) throws(MatrixError) {
    let parts = stride(from: 0, to: outputs.count, by: Self.width).map {
      Array(outputs[$0..<min(outputs.count, $0 + Self.width)])
    }
    var fault: MatrixError?
    OrderedUnits.run(parts.count, threads: threads) { unit in
      solution(of: parts[unit], kept, factor, sizes)
    } consume: { unit, solution in
      switch solution {
      case .success(let found): fit.add(outputs: parts[unit], found.fit, spreads: found.spreads)
      case .failure(let error): fault = fault ?? error
      }
    }
    if let fault { throw fault }
  }

  private func solution(
    of outputs: [Int], _ kept: [Int], _ factor: NestedLeastSquares, _ sizes: [Int]
  ) -> Result<(fit: NestedFit, spreads: [Double]), MatrixError> {
    var response = Matrix(rows: kept.count, columns: outputs.count)
    for (column, output) in outputs.enumerated() {
      let values = responses.values(output)
      for (row, run) in kept.enumerated() { response[row, column] = values[run] }
    }
    do throws(MatrixError) {
      let fit = try factor.fit(response, sizes: sizes)
      return .success((fit, outputs.indices.map { Self.spread(response.column($0)) }))
    } catch {
      return .failure(error)
    }
  }

  /// Some rows and the first columns of the design.
  private func part(_ kept: [Int], _ columns: Int) -> Matrix {
    if kept.count == design.rows, columns == design.columns { return design }
    var result = Matrix(rows: kept.count, columns: columns)
    for column in 0..<columns {
      for (row, run) in kept.enumerated() { result[row, column] = design[run, column] }
    }
    return result
  }

  /// The variance of runs; no number where the output does not vary.
  private static func spread(_ values: [Double]) -> Double {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    return OutputScale.varies(variance: variance, mean: mean) ? variance : .nan
  }
}

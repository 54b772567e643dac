import DoudiMatrix

/// Least squares of all outputs on the basis, in parts of outputs.
struct ChaosRegression {
  let basis: ChaosBasis
  let design: Matrix
  let responses: Responses

  /// Outputs of a part: the factorisation is done again for each, at a small part of its cost.
  private static let width = 1024

  /// Outputs that are fitted together, without the runs that failed for them.
  private struct Part: Sendable {
    let failed: [Int]
    let outputs: [Int]
  }

  /// What a part gives; nil where too few runs are left.
  private typealias Solution = Result<(coefficients: Matrix, errors: [Double])?, MatrixError>

  func fit(_ made: ChaosDesign, threads: Int?) throws(IndexFault) -> ChaosFit {
    var parts: [Part] = []
    for group in responses.groups {
      for first in stride(from: 0, to: group.outputs.count, by: Self.width) {
        let last = min(group.outputs.count, first + Self.width)
        parts.append(Part(failed: group.failed, outputs: Array(group.outputs[first..<last])))
      }
    }
    var fit = ChaosFit(design: made, outputs: responses.outputs)
    var fault: MatrixError?
    let ready = parts
    OrderedUnits.run(ready.count, threads: threads) {
      solution(of: ready[$0])
    } consume: { unit, solution in
      let part = ready[unit]
      switch solution {
      case .success(let found):
        fit.add(
          outputs: part.outputs, failed: part.failed.count, coefficients: found?.coefficients,
          errors: found?.errors)
      case .failure(let error): fault = fault ?? error
      }
    }
    if let fault { throw .matrix(fault) }
    return fit
  }

  private func solution(of part: Part) -> Solution {
    let failed = Set(part.failed)
    let kept = (0..<design.rows).filter { !failed.contains($0) }
    if kept.count <= design.columns { return .success(nil) }
    do throws(MatrixError) {
      return .success(try solve(part, kept))
    } catch {
      // What some runs cannot tell apart is not the design's fault.
      return failed.isEmpty ? .failure(error) : .success(nil)
    }
  }

  private func solve(_ part: Part, _ kept: [Int]) throws(MatrixError) -> (Matrix, [Double]) {
    var response = Matrix(rows: kept.count, columns: part.outputs.count)
    for (column, output) in part.outputs.enumerated() {
      let start = output * responses.draws
      for (row, run) in kept.enumerated() { response[row, column] = responses.values[start + run] }
    }
    let fit = try LeastSquares(design: rows(kept), response: response, refining: false)
    let errors = part.outputs.indices.map { column in
      Self.crossValidated(fit, response, column: column)
    }
    return (fit.coefficients, errors)
  }

  private func rows(_ kept: [Int]) -> Matrix {
    if kept.count == design.rows { return design }
    var result = Matrix(rows: kept.count, columns: design.columns)
    for column in 0..<design.columns {
      for (row, run) in kept.enumerated() { result[row, column] = design[run, column] }
    }
    return result
  }

  /// The mean square by which runs are missed when each is left out of the fit, in units of the variance of
  /// the runs; no number where a run cannot be left out or the output does not vary.
  private static func crossValidated(_ fit: LeastSquares, _ response: Matrix, column: Int) -> Double {
    let rows = Double(response.rows)
    var (sum, missed, spread) = (0.0, 0.0, 0.0)
    for row in 0..<response.rows { sum += response[row, column] }
    let mean = sum / rows
    for row in 0..<response.rows {
      let miss = fit.residuals[row, column] / (1 - fit.leverages[row])
      let distance = response[row, column] - mean
      missed += miss * miss
      spread += distance * distance
    }
    let varies = OutputScale.varies(variance: spread / rows, mean: mean)
    return varies ? missed / spread : .nan
  }
}

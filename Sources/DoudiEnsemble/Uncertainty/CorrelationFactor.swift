public import DoudiInputs
import DoudiMatrix

/// The correlations of a file's parameters, ready to be drawn from.
public struct CorrelationFactor: Sendable {
  let copula: GaussianCopula
  /// L of the correlations L L'.
  let lower: Matrix
  /// True where the nearest valid correlations stand for those written.
  public let isMended: Bool
  /// Largest change of a correlation by mending.
  public let largestChange: Double

  /// The factor of a file's correlations; nil without error where there are none.
  ///
  /// Correlations that contradict each other are an error that names the pair on which the smallest
  /// eigenvalue depends most and says where it may lie, unless the file asks for the nearest valid ones.
  public static func make(_ file: UncertaintyFile, span: SourceSpan, into bag: DiagnosticBag)
    -> CorrelationFactor?
  {
    guard !file.correlations.isEmpty else { return nil }
    var matrix = Matrix.identity(file.inputs.count)
    for pair in file.correlations {
      matrix[pair.low, pair.high] = pair.value
      matrix[pair.high, pair.low] = pair.value
    }
    do {
      var change = 0.0
      if let fault = try CorrelationCheck.fault(in: matrix) {
        guard file.takesNearest else {
          report(fault, matrix, file, span, bag)
          return nil
        }
        let nearest = try CorrelationCheck.nearest(to: matrix, floor: 1e-8)
        change = zip(nearest.elements, matrix.elements).map { abs($0 - $1) }.max() ?? 0
        matrix = nearest
      }
      let factor = try matrix.cholesky()
      return CorrelationFactor(
        copula: try GaussianCopula(dimensions: file.inputs.count, factor: factor.elements), lower: factor,
        isMended: change > 0, largestChange: change)
    } catch {
      bag.error(
        .uncertainCorrelation, at: span,
        Bilingual(zh: "相关矩阵无法分解", en: "the correlations cannot be factored"))
      return nil
    }
  }

  private static func report(
    _ fault: CorrelationFault, _ matrix: Matrix, _ file: UncertaintyFile, _ span: SourceSpan,
    _ bag: DiagnosticBag
  ) {
    guard case .notPositiveDefinite(let row, let column, let value, _) = fault else {
      bag.error(
        .uncertainCorrelation, at: span, Bilingual(zh: "不是相关矩阵", en: "this is no correlation matrix"))
      return
    }
    let (a, b) = (file.inputs[row].id, file.inputs[column].id)
    let range = CorrelationCheck.range(row: row, column: column, in: matrix)
    func text(_ x: Double) -> String { "\((x * 1000).rounded() / 1000)" }
    let hint = range.map { range in
      Bilingual(
        zh: "其他不变时应在\(text(range.lowerBound))与\(text(range.upperBound))之间；或写nearest: true取最接近的有效矩阵",
        en:
          "with the others as they are it lies between \(text(range.lowerBound)) and \(text(range.upperBound)); or write nearest: true for the nearest valid matrix"
      )
    }
    let own = file.correlations.first { [$0.low, $0.high].sorted() == [row, column].sorted() }
    bag.error(
      .uncertainCorrelation, at: own?.span ?? span,
      Bilingual(
        zh: "相关系数互相矛盾，首先看\(a)与\(b)（\(value)）",
        en: "the correlations contradict each other; look at \(a) and \(b) (\(value)) first"),
      hint: hint
        ?? Bilingual(zh: "写nearest: true取最接近的有效矩阵", en: "write nearest: true for the nearest valid matrix"))
  }
}

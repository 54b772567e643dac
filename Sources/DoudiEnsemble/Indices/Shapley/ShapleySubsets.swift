import DoudiMatrix

/// The runs of one scramble through all sets of inputs, block after block.
///
/// An effect is a weighted sum of the D of all sets:
///
/// ```
/// weight of D_J in effect_i = -1 / (K C(K-1, |J|-1)) with i in J,  1 / (K C(K-1, |J|)) without
/// ```
///
/// so 64 sets at a time are one product (DGEMM) of weights and D of all outputs.
struct ShapleySubsets<Function: DrawFunction> {
  let design: ShapleyDesign
  let function: Function
  let points: SobolSequence
  let conditions: [ConditionalNormals]

  /// Sets whose D are kept before they are weighted.
  private static var batch: Int { 64 }
  private var inputs: Int { design.inputs.count }

  func sums() -> ShapleySums {
    var sums = ShapleySums(inputs: inputs, outputs: function.outputs)
    let length = min(design.draws, DrawBlocks.length(outputs: function.outputs, matrices: 2))
    let block = ShapleyBlock(inputs: inputs, outputs: function.outputs, length: length)
    var effects = Matrix(rows: inputs, columns: function.outputs)
    for draws in DrawBlocks.ranges(design.draws, length) {
      block.fill(design.inputs, points, draws)
      function.evaluate(draws.count, block.values, into: block.base.values)
      sums.addMeans(block.base.values, draws: draws.count)
      for first in stride(from: 0, to: conditions.count, by: Self.batch) {
        add(first..<min(conditions.count, first + Self.batch), block, draws.count, &effects, &sums)
      }
    }
    sums.effects = effects.elements
    return sums
  }

  /// Adds what a batch of sets gives.
  private func add(
    _ sets: Range<Int>, _ block: ShapleyBlock, _ draws: Int, _ effects: inout Matrix,
    _ sums: inout ShapleySums
  ) {
    var (weights, steps) = (
      Matrix(rows: inputs, columns: sets.count), Matrix(rows: sets.count, columns: function.outputs)
    )
    for (place, set) in sets.enumerated() {
      run(conditions[set], block, draws)
      for input in 0..<inputs { weights[input, place] = weight(of: conditions[set].known.count, set, input) }
      for output in 0..<function.outputs {
        let (value, failed) = StepKernel.value(
          block.base.values.column(output, draws), block.moved.values.column(output, draws), 0..<draws)
        steps[place, output] = value * Double(draws)
        sums.failed[output] += failed
        if set == 0 { sums.variances[output] += value * Double(draws) }
      }
    }
    // Shapes fit by construction.
    try? Matrix.product(weights, steps, keeping: 1, into: &effects)
  }

  private func run(_ condition: ConditionalNormals, _ block: ShapleyBlock, _ draws: Int) {
    for input in condition.known {
      _ = block.other.values.column(input, draws).update(
        fromContentsOf: block.values.values.column(input, draws))
    }
    for (row, input) in condition.free.enumerated() {
      condition.write(
        row, normals: block.normals.values, fresh: block.fresh.values, into: block.other.values,
        draws: draws)
      design.inputs.distributions[input].apply(toNormals: block.other.values.column(input, draws))
    }
    function.evaluate(draws, block.other, into: block.moved.values)
  }

  private func weight(of size: Int, _ set: Int, _ input: Int) -> Double {
    let isIn = set >> input & 1 == 1
    var ways = 1.0
    for step in 0..<(isIn ? size - 1 : size) { ways = ways * Double(inputs - 1 - step) / Double(step + 1) }
    return (isIn ? -1 : 1) / (Double(inputs) * ways)
  }
}

/// Memory of a block of draws: normal numbers and values of the inputs, for x and x', and both outcomes.
struct ShapleyBlock {
  let inputs: Int
  let normals, fresh, values, other, base, moved: DrawBuffer

  init(inputs: Int, outputs: Int, length: Int) {
    self.inputs = inputs
    (normals, fresh) = (DrawBuffer(inputs * length), DrawBuffer(inputs * length))
    (values, other) = (DrawBuffer(inputs * length), DrawBuffer(inputs * length))
    (base, moved) = (DrawBuffer(outputs * length), DrawBuffer(outputs * length))
  }

  /// Correlated normal numbers, independent fresh ones, and the values of the former.
  func fill(_ made: CorrelatedInputs, _ points: SobolSequence, _ draws: Range<Int>) {
    for input in 0..<inputs {
      points.fill(draws: draws, dimension: input, into: normals.values.column(input, draws.count))
      points.fill(draws: draws, dimension: inputs + input, into: fresh.values.column(input, draws.count))
    }
    made.copula.normals(in: normals.values.part(inputs * draws.count), draws: draws.count)
    NormalQuantile.apply(to: fresh.values.part(inputs * draws.count))
    for (input, distribution) in made.distributions.enumerated() {
      let column = values.values.column(input, draws.count)
      _ = column.update(fromContentsOf: normals.values.column(input, draws.count))
      distribution.apply(toNormals: column)
    }
  }
}

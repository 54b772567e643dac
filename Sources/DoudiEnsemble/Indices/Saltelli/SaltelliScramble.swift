/// The runs of one scramble, block after block.
struct SaltelliScramble<Function: DrawFunction> {
  private let design: SaltelliDesign
  private let function: Function
  private let points: SobolSequence
  private let centres: [Double]

  init(
    _ design: SaltelliDesign, _ function: Function, _ points: SobolSequence, _ centres: [Double]
  ) {
    (self.design, self.function, self.points, self.centres) = (design, function, points, centres)
  }

  private var inputs: Int { design.inputs.count }
  private var outputs: Int { function.outputs }
  /// Results that are in memory at once: fA, fB and one fAB, or with pairs all fAB and fBA.
  private var matrices: Int { design.hasPairs ? 2 * inputs + 2 : 3 }

  /// Sums over all draws.
  func sums() -> SaltelliSums {
    var sums = SaltelliSums(inputs: inputs, outputs: outputs, hasPairs: design.hasPairs)
    let length = min(design.draws, DrawBlocks.length(outputs: outputs, matrices: matrices))
    let (a, b) = (DrawBuffer(inputs * length), DrawBuffer(inputs * length))
    let results = DrawBuffer(matrices * outputs * length)
    for draws in DrawBlocks.ranges(design.draws, length) {
      design.inputs.fill(a.values.part(inputs * draws.count), draws: draws, of: points)
      design.inputs.fill(
        b.values.part(inputs * draws.count), draws: draws, of: points, firstDimension: inputs)
      let block = SaltelliBlock(
        draws: draws.count, inputs: inputs, outputs: outputs, centres: centres, results: results.values)
      function.evaluate(draws.count, a, into: block.matrix(0))
      function.evaluate(draws.count, b, into: block.matrix(1))
      block.addBase(to: &sums)
      for input in 0..<inputs { run(input, a, b, block, &sums) }
      if design.hasPairs { block.addPairs(to: &sums) }
    }
    return sums
  }

  /// Runs AB_i, and BA_i where it is wanted, by exchanging a column of both samples and putting it back.
  private func run(
    _ input: Int, _ a: DrawBuffer, _ b: DrawBuffer, _ block: SaltelliBlock, _ sums: inout SaltelliSums
  ) {
    exchange(input, block.draws, a, b)
    let place = design.hasPairs ? 2 + input : 2
    function.evaluate(block.draws, a, into: block.matrix(place))
    if design.hasPairs { function.evaluate(block.draws, b, into: block.matrix(2 + inputs + input)) }
    exchange(input, block.draws, a, b)
    block.add(input, matrix: place, to: &sums)
  }

  private func exchange(_ input: Int, _ draws: Int, _ a: DrawBuffer, _ b: DrawBuffer) {
    let (x, y) = (a.values.column(input, draws), b.values.column(input, draws))
    for i in x.indices { (x[i], y[i]) = (y[i], x[i]) }
  }
}

/// Results of a block of draws: matrices of outputs in columns, one after the other.
///
/// A column is centred when it is first read, while it is in the cache.
struct SaltelliBlock {
  let draws: Int
  let inputs: Int
  let outputs: Int
  let centres: [Double]
  let results: UnsafeMutableBufferPointer<Double>

  /// fA is 0, fB is 1, then come the fAB and the fBA.
  func matrix(_ place: Int) -> UnsafeMutableBufferPointer<Double> { results.column(place, outputs * draws) }

  func addBase(to sums: inout SaltelliSums) {
    let (a, b) = (matrix(0), matrix(1))
    for output in 0..<outputs {
      SaltelliKernel.centre(a.column(output, draws), centres[output])
      SaltelliKernel.centre(b.column(output, draws), centres[output])
      let part = SaltelliKernel.base(a.column(output, draws), b.column(output, draws))
      sums.baseCounts[output] += part[0]
      sums.baseSums[output] += part[1]
      sums.baseSquares[output] += part[2]
      sums.baseProducts[output] += part[3]
    }
  }

  func add(_ input: Int, matrix place: Int, to sums: inout SaltelliSums) {
    let (a, b, c) = (matrix(0), matrix(1), matrix(place))
    for output in 0..<outputs {
      SaltelliKernel.centre(c.column(output, draws), centres[output])
      let part = SaltelliKernel.sums(
        a.column(output, draws), b.column(output, draws), c.column(output, draws))
      let cell = input &* outputs &+ output
      sums.counts[cell] += part[0]
      sums.products[cell] += part[1]
      sums.sums[cell] += part[2]
      sums.steps[cell] += part[3]
    }
  }
}

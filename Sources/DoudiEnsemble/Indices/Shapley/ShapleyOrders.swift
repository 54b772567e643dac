import DoudiMatrix

/// The runs of one scramble along random orders of the inputs, block after block.
///
/// Each 8 to 32 draws have an order of their own. Orders come in groups of 2K: a random one, its K - 1 rotations, in
/// which each input comes at each place once, and the reverse of each. An order by itself is as random as any;
/// together they are even. Along an order the known inputs grow from none to
/// all, and the differences of D go to the inputs one by one: their sum is the variance, to rounding.
struct ShapleyOrders<Function: DrawFunction> {
  let design: ShapleyDesign
  let function: Function
  let points: SobolSequence
  let replicate: Int

  private var inputs: Int { design.inputs.count }

  /// Draws with one order: 8 to 32, such that a scramble has all orders of a group if it can.
  ///
  /// Draws of one order lie evenly, of several less so: longer than 32 there are too few orders, with 8 errors
  /// are 1.5 times as large (measured with 3, 5 and 10 inputs).
  private var length: Int {
    var length = 8
    while length < 32, 4 * length * inputs <= design.draws { length *= 2 }
    return length
  }

  /// Draws of a block that have one order.
  private struct Segment {
    let draws: Range<Int>
    let factor: OrderedFactor
  }

  func sums() -> ShapleySums {
    var sums = ShapleySums(inputs: inputs, outputs: function.outputs)
    let blockLength = min(design.draws, DrawBlocks.length(outputs: function.outputs, matrices: 2))
    let block = ShapleyBlock(inputs: inputs, outputs: function.outputs, length: blockLength)
    for draws in DrawBlocks.ranges(design.draws, blockLength) {
      guard let segments = try? segments(draws) else { return .missing(inputs, function.outputs) }
      block.fillPlain(points, draws)
      write(segments, block, draws.count, known: inputs)
      function.evaluate(draws.count, block.other, into: block.base.values)
      sums.addMeans(block.base.values, draws: draws.count)
      follow(segments, block, draws.count, &sums)
    }
    return sums
  }

  /// From no known input to all but one; the last step is to 0.
  private func follow(
    _ segments: [Segment], _ block: ShapleyBlock, _ draws: Int, _ sums: inout ShapleySums
  ) {
    var last = [Double](repeating: 0, count: segments.count * function.outputs)
    for known in 0...inputs {
      if known < inputs {
        write(segments, block, draws, known: known)
        function.evaluate(draws, block.other, into: block.moved.values)
      }
      for (place, segment) in segments.enumerated() {
        for output in 0..<function.outputs {
          let cell = place * function.outputs + output
          let now = known < inputs ? step(block, draws, segment, output, last[cell], &sums) : 0
          if known == 0 {
            sums.variances[output] += now
          } else {
            sums.effects[output * inputs + segment.factor.order[known - 1]] += last[cell] - now
          }
          last[cell] = now
        }
      }
    }
  }

  /// D of a segment, times its draws; what it was before where all its draws failed.
  private func step(
    _ block: ShapleyBlock, _ draws: Int, _ segment: Segment, _ output: Int, _ last: Double,
    _ sums: inout ShapleySums
  ) -> Double {
    let (value, failed) = StepKernel.value(
      block.base.values.column(output, draws), block.moved.values.column(output, draws), segment.draws)
    sums.failed[output] += failed
    return value.isFinite ? value * Double(segment.draws.count) : last
  }

  /// Values of all inputs of which the first `known` of each order are those of x, into `block.other`.
  private func write(_ segments: [Segment], _ block: ShapleyBlock, _ draws: Int, known: Int) {
    for segment in segments {
      for (row, input) in segment.factor.order.enumerated() {
        let column = block.other.values.column(input, draws)
        for draw in segment.draws { column[draw] = 0 }
        for place in 0...row {
          let source = (place < known ? block.normals : block.fresh).values.column(place, draws)
          let weight = segment.factor.factor[row, place]
          for draw in segment.draws { column[draw] += weight * source[draw] }
        }
      }
    }
    for (input, distribution) in design.inputs.distributions.enumerated() {
      distribution.apply(toNormals: block.other.values.column(input, draws))
    }
  }

  /// Orders of the draws of a block.
  private func segments(_ draws: Range<Int>) throws(MatrixError) -> [Segment] {
    var segments: [Segment] = []
    for first in stride(from: draws.lowerBound, to: draws.upperBound, by: length) {
      let number = first / length
      let order = order(number / 2)
      let local = first - draws.lowerBound
      segments.append(
        Segment(
          draws: local..<min(draws.count, local + length),
          factor: try OrderedFactor(
            design.inputs.copula, order: number % 2 == 0 ? order : order.reversed())))
    }
    return segments
  }

  /// Order `number` before reversal: of each K the first is random, the others rotate it.
  private func order(_ number: Int) -> [Int] {
    let order = randomOrder(number / inputs)
    let shift = number % inputs
    return Array(order[shift...] + order[..<shift])
  }

  /// A random order (Fisher and Yates), a function of seed, replicate and number.
  private func randomOrder(_ number: Int) -> [Int] {
    let generator = RandomUse.permutation.generator(seed: design.seed, replicate: replicate)
    var order = Array(0..<inputs)
    for place in (1..<max(1, inputs)).reversed() {
      let bits = generator.pair(draw: UInt64(number), block: UInt32(place)).first
      order.swapAt(place, min(place, Int(UnitInterval.open(bits) * Double(place + 1))))
    }
    return order
  }
}

extension ShapleyBlock {
  /// Independent normal numbers for x and x'.
  func fillPlain(_ points: SobolSequence, _ draws: Range<Int>) {
    for input in 0..<inputs {
      points.fill(draws: draws, dimension: input, into: normals.values.column(input, draws.count))
      points.fill(draws: draws, dimension: inputs + input, into: fresh.values.column(input, draws.count))
    }
    NormalQuantile.apply(to: normals.values.part(inputs * draws.count))
    NormalQuantile.apply(to: fresh.values.part(inputs * draws.count))
  }
}

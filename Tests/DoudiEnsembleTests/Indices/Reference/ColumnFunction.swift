import DoudiEnsemble

/// A function of one draw as one of columns.
struct ColumnFunction: DrawFunction {
  let inputs: Int
  let outputs: Int
  /// From the values of a draw to its outcomes.
  let body: @Sendable ([Double]) -> [Double]

  init(inputs: Int, outputs: Int = 1, _ body: @escaping @Sendable ([Double]) -> [Double]) {
    (self.inputs, self.outputs, self.body) = (inputs, outputs, body)
  }

  func evaluate(
    draws: Int, inputs: UnsafeBufferPointer<Double>, outputs: UnsafeMutableBufferPointer<Double>
  ) {
    var values = [Double](repeating: 0, count: self.inputs)
    for draw in 0..<draws {
      for input in values.indices { values[input] = inputs[input * draws + draw] }
      for (output, value) in body(values).enumerated() { outputs[output * draws + draw] = value }
    }
  }
}

func uniform(_ low: Double, _ high: Double) throws -> Distribution {
  Distribution(.uniform(try UniformDistribution(low: low, high: high)))
}

func normal(_ mean: Double, _ deviation: Double) throws -> Distribution {
  Distribution(.normal(try NormalDistribution(mean: mean, standardDeviation: deviation)))
}

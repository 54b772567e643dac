import Foundation

/// Distance of two numbers relative to the second, or as it is where that is 0.
func relative(_ a: Double, _ b: Double) -> Double {
  a == b ? 0 : abs(a - b) / (b == 0 ? 1 : abs(b))
}

/// Mean, variance, skewness and excess kurtosis of a sample.
func moments(_ sample: [Double]) -> (mean: Double, variance: Double, skewness: Double, excess: Double) {
  let n = Double(sample.count)
  let mean = sample.reduce(0, +) / n
  let (second, third, fourth) = sample.reduce(into: (0.0, 0.0, 0.0)) { sum, x in
    let d = x - mean
    sum.0 += d * d
    sum.1 += d * d * d
    sum.2 += d * d * d * d
  }
  let variance = second / n
  return (
    mean, variance, third / n / (variance * variance.squareRoot()), fourth / n / (variance * variance) - 3
  )
}

/// The integral of `f` over (0, 1) by the tanh-sinh rule, good for ends that run to infinity.
func integral(_ f: (Double) -> Double) -> Double {
  let step = 1.0 / 64
  var sum = 0.0
  for k in -230...230 {
    let t = Double(k) * step
    let e = Double.pi * sinh(t)
    let u = 1 / (1 + exp(-e))
    let weight = Double.pi * cosh(t) * u * (1 - u)
    if u > 0, u < 1, weight > 0 { sum += f(u) * weight }
  }
  return sum * step
}

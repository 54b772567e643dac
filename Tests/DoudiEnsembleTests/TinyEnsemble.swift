import DoudiEnsemble
import DoudiInputs
import DoudiModel
import DoudiTape

/// Numbers that stand for draws: column c of draw d is d + 1000 c, and NaN where 7 divides d in column 1.
struct CountedDraws: DrawSource {
  let columns: Int
  let count: Int
  var replicates = 1

  func fill(draws: Range<Int>, into block: UnsafeMutableBufferPointer<Double>) {
    for column in 0..<columns {
      for (place, draw) in draws.enumerated() {
        let fails = column == 1 && draw % 7 == 3
        block[column * draws.count + place] = fails ? .nan : Double(draw + 1000 * column) * 1.1 - 300
      }
    }
  }
}

/// Two leaves and their sum, three outputs of two inputs.
enum TinyEnsemble {
  static let nodes = EnsembleNodes(regions: ["a", "b"], whole: "all")
  static let outputs = [2027, 2028, 2029].enumerated().map { place, year in
    DrawOutput(
      kind: place == 2 ? .slack(0) : .programme(0), name: place == 2 ? "slack.X" : "x", year: year,
      unit: .one, parent: place == 1 ? .none : .sum)
  }

  static var tape: Tape {
    let builder = TapeBuilder(inputs: 2)
    for region in 1...2 {
      builder.beginRegion()
      let (x, y) = (builder.input(0), builder.input(1))
      builder.output(x * builder.figure(Double(region)))
      builder.output(y + builder.figure(Double(region)))
      builder.output(x - builder.figure(100 * Double(region)))
      builder.endRegion()
    }
    return builder.finish()
  }

  static func run(_ source: any DrawSource, memory: Int = 400_000_000, largest: Int = 400_000_000)
    -> EnsembleRun
  {
    EnsembleRun(
      tape: tape, outputs: outputs, nodes: nodes, source: source, memory: memory, largest: largest)
  }
}

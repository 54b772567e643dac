import DoudiUnits
import _DoudiTestSupport

@testable import DoudiTape

/// A program drawn at random: leaves, then steps that take earlier values.
struct RandomProgram: CustomStringConvertible {
  enum Leaf {
    case literal(Double), figure(Double), input(Int)
  }

  struct Step {
    let operation: Int
    let operands: [Int]
  }

  static let inputs = 3
  var leaves: [Leaf]
  var steps: [Step]

  var description: String { "leaves \(leaves), steps \(steps.map { ($0.operation, $0.operands) })" }

  /// Draws leaves, whose numbers `number` draws, and steps among so many operations.
  init(_ random: inout SplitMix64, operations: Int, number: (inout SplitMix64) -> Double) {
    leaves = (0..<random.int(in: 2...8)).map { _ in
      switch random.int(in: 0...3) {
      case 0: .literal(number(&random))
      case 1: .figure(number(&random))
      default: .input(random.int(in: 0...Self.inputs - 1))
      }
    }
    let count = random.int(in: 1...40)
    steps = (0..<count).map { position in
      // Mostly recent values: a random far choice would leave short trees.
      let operands = (0..<4).map { _ in
        random.int(in: 0...99) < 60 ? position + 1_000 : random.int(in: 0...99)
      }
      return Step(
        operation: random.int(in: 0...operations - 1),
        operands: operands.map { $0 >= 1_000 ? -1 - random.int(in: 0...2) : $0 })
    }
  }

  /// Programs with fewer steps.
  var smaller: [RandomProgram] {
    smallerLists(steps).map { shorter in
      var copy = self
      copy.steps = shorter
      return copy
    }
  }

  /// All values in order: leaves as `leaf` makes them, then each step's.
  func values<Value>(_ leaf: (Leaf) -> Value, _ apply: (Int, [Value]) -> Value) -> [Value] {
    var values = leaves.map(leaf)
    for step in steps {
      let operands = step.operands.map { operand in
        values[operand < 0 ? max(0, values.count + operand) : operand % values.count]
      }
      values.append(apply(step.operation, operands))
    }
    return values
  }

  /// The program on a tape; the last value and some before are outputs.
  func tape(_ apply: (Int, [TapeValue]) -> TapeValue) -> (tape: Tape, outputs: [Int]) {
    let builder = TapeBuilder(inputs: Self.inputs)
    builder.beginRegion()
    let values = values(
      { leaf in
        switch leaf {
        case .literal(let x): builder.literal(x)
        case .figure(let x): builder.figure(x)
        case .input(let index): builder.input(index)
        }
      }, apply)
    let outputs = values.indices.filter { $0 % 5 == 3 || $0 == values.count - 1 }
    for index in outputs { builder.output(values[index]) }
    return (builder.finish(), outputs)
  }

  /// All values by plain arithmetic for one draw.
  func values(_ draw: [Double], _ apply: (Int, [Double]) -> Double) -> [Double] {
    values(
      { leaf in
        switch leaf {
        case .literal(let x), .figure(let x): x
        case .input(let index): draw[index]
        }
      }, apply)
  }
}

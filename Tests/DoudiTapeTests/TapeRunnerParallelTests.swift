import Synchronization
import Testing
import _DoudiTestSupport

@testable import DoudiTape

@Suite struct TapeRunnerParallelTests {
  @Test(arguments: TapeMath.allCases) func chunksGiveTheBitsOfOneThread(math: TapeMath) throws {
    let tape = tape(inputs: 1) { builder in
      let x = builder.figure(3) * builder.input(0)
      return [.normalCDF(x), .exp(x) - x]
    }
    var random = SplitMix64(seed: 6)
    let column = (0..<5_000).map { _ in random.unit() * 4 - 2 }
    let runner = TapeRunner(tape: tape, block: 64, math: math)
    let expected = try runner.values([column], draws: 5_000)[0]
    for chunks in [0, 1, 2, 7, 1_000] {
      let collected = Mutex([Int: Double]())
      try column.withUnsafeBufferPointer { inputs throws(TapeFault) in
        try runner.run(draws: 5_000, inputs: [inputs], chunks: chunks) { output in
          collected.withLock { all in
            for (offset, value) in output.values.enumerated() {
              all[output.output * 5_000 + output.firstDraw + offset] = value
            }
          }
        }
      }
      let values = collected.withLock { $0 }
      #expect(values.count == 10_000)
      #expect(values.allSatisfy { expected[$0.key / 5_000][$0.key % 5_000] == $0.value })
    }
  }

  @Test func oneChunkIsOneThreadInOrder() throws {
    let tape = tape(inputs: 1) { [$0.figure(3) * $0.input(0)] }
    let column = Array(repeating: 1.0, count: 1_000)
    let firsts = Mutex([Int: [Int]]())
    try column.withUnsafeBufferPointer { inputs throws(TapeFault) in
      try TapeRunner(tape: tape, block: 32).run(draws: 1_000, inputs: [inputs], chunks: 4) { output in
        firsts.withLock { $0[output.chunk, default: []].append(output.firstDraw) }
      }
    }
    let chunks = firsts.withLock { $0 }
    #expect(chunks.keys.sorted() == [0, 1, 2, 3])
    #expect(chunks.values.allSatisfy { $0 == $0.sorted() })
    #expect(chunks.values.reduce(0) { $0 + $1.count } == 32)
  }
}

import DoudiEnsemble
import Testing

@Suite("Passes of an ensemble")
struct PassPlanTests {
  private func covers(_ plan: PassPlan, nodes: Int, outputs: Int) -> Bool {
    var seen: Set<Int> = []
    for pass in plan.passes {
      for output in pass.outputs {
        for node in pass.nodes where !seen.insert(output * nodes + node).inserted { return false }
      }
    }
    return seen.count == nodes * outputs
  }

  @Test func whatFitsIsOnePass() {
    let plan = PassPlan(nodes: 8, outputs: 79, draws: 10_000, replicates: 8)
    #expect(plan.passes.count == 1)
    #expect(plan.isExact)
    #expect(covers(plan, nodes: 8, outputs: 79))
  }

  @Test func aMillionDrawsAreExactInPasses() {
    let plan = PassPlan(nodes: 8, outputs: 79, draws: 1_000_000, replicates: 8)
    #expect(plan.isExact)
    #expect(plan.passes.count == 14)
    #expect(covers(plan, nodes: 8, outputs: 79))
  }

  @Test(arguments: [(8, 79, 100_000_000), (3_300, 80, 200_000), (3_300, 80, 50_000_000), (1, 1, 3_000_000)])
  func whatIsTooLargeIsCountedInCellsAndBounded(nodes: Int, outputs: Int, draws: Int) {
    for replicates in [1, 8, 1024] {
      let plan = PassPlan(nodes: nodes, outputs: outputs, draws: draws, replicates: replicates)
      #expect(!plan.isExact)
      #expect(covers(plan, nodes: nodes, outputs: outputs))
      let table = nodes * (plan.passes.first?.outputs.count ?? 0) * plan.batch * 8
      #expect(table <= 110_000_000)
      let most = plan.passes.map { $0.outputs.count * $0.nodes.count }.max() ?? 0
      #expect(most == 1 || most * replicates * 100_000 <= 400_000_000)
    }
  }

  @Test func shardsFitOrSayHowMany() {
    #expect(PassPlan(shardOf: 1_000_000, nodes: 8, outputs: 79)?.isExact == true)
    #expect(PassPlan(shardOf: 10_000_000, nodes: 8, outputs: 79) == nil)
    let least = PassPlan.shards(nodes: 8, draws: 10_000_000)
    #expect(least == 2)
    #expect(PassPlan(shardOf: 10_000_000 / least, nodes: 8, outputs: 79) != nil)
    #expect(PassPlan(shardOf: 0, nodes: 8, outputs: 79) != nil)
  }
}

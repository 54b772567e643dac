import DoudiEnsemble
import Foundation
import Testing

@testable import DoudiReport

@Suite("Runs that were interrupted")
struct UnfinishedRunTests {
  private struct Stop: Error {}

  private func pass(_ run: EnsembleRun, _ pass: PassPlan.Pass, _ unfinished: UnfinishedRun) throws {
    _ = try unfinished.write(pass) { rows in
      let report = EnsembleReport(SmallEnsemble().card)
      let writer = rows.map { DrawsWriter(to: $0, source: run.source, heads: false) }
      try run.run(pass) {
        report.take($0)
        try writer?.write($0)
      }
      try writer?.finish()
      return report.release()
    }
  }

  @Test func finishedPassesGiveTheSameTables() throws {
    let ensemble = SmallEnsemble()
    let (run, out) = (ensemble.run(memory: 1), try SmallEnsemble.folder())
    let unfinished = UnfinishedRun(out: out, card: ensemble.card, keeps: true)
    #expect(run.plan.passes.count == 4)
    let report = EnsembleReport(ensemble.card)
    for one in run.plan.passes { try pass(run, one, unfinished) }
    for one in run.plan.passes { report.add(try #require(unfinished.result(one))) }
    let direct = EnsembleReport(ensemble.card)
    try run.run { direct.take($0) }
    for (one, other) in zip(report.fileTables(), direct.fileTables()) {
      let texts = try [one, other].map { table in
        try ByteOutput.collect { try CSVWriter.write(table, to: $0) }
      }
      #expect(texts[0] == texts[1])
    }
    #expect(report.results.failures == direct.results.failures)
    let rows = try ByteOutput.collect { output in
      for one in run.plan.passes { try unfinished.copyDraws(one, to: output) }
    }
    let whole = try ensemble.files(run)[0]
    #expect("draw,region,year,output,value,status\n" + String(decoding: rows, as: UTF8.self) == whole)
    unfinished.remove()
    #expect(try FileManager.default.contentsOfDirectory(atPath: out).isEmpty)
  }

  @Test func aStoppedPassLeavesNothing() throws {
    let ensemble = SmallEnsemble()
    let (run, out) = (ensemble.run(memory: 1), try SmallEnsemble.folder())
    let unfinished = UnfinishedRun(out: out, card: ensemble.card, keeps: true)
    try pass(run, run.plan.passes[0], unfinished)
    #expect(throws: Stop.self) { try unfinished.write(run.plan.passes[1]) { _ in throw Stop() } }
    #expect(unfinished.result(run.plan.passes[0]) != nil)
    #expect(unfinished.result(run.plan.passes[1]) == nil)
    #expect(!unfinished.isOther(run.plan))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: out + "/unfinished").sorted() == [
        "draws-0.csv", "pass-0.bin",
      ])
  }

  @Test func passesOfAnotherRunAreNotTaken() throws {
    let ensemble = SmallEnsemble()
    let (run, out) = (ensemble.run(memory: 1), try SmallEnsemble.folder())
    try pass(run, run.plan.passes[0], UnfinishedRun(out: out, card: ensemble.card, keeps: false))
    let other = UnfinishedRun(out: out, card: SmallEnsemble(seed: 9).card, keeps: false)
    #expect(other.result(run.plan.passes[0]) == nil)
    #expect(other.isOther(run.plan))
    // Rows of draws that were not kept then are lacking now.
    #expect(
      UnfinishedRun(out: out, card: ensemble.card, keeps: true).result(run.plan.passes[0]) == nil)
  }

  @Test(arguments: [1, 150, 299]) func drawsOfAStoppedPassAreKept(done: Int) throws {
    let ensemble = SmallEnsemble()
    let (run, out) = (ensemble.run(memory: 20_000), try SmallEnsemble.folder())
    let unfinished = UnfinishedRun(out: out, card: ensemble.card, keeps: false)
    let (first, second) = (run.plan.passes[0], run.plan.passes[1])
    var whole: [[UInt64]] = []
    func bits(_ table: OutcomeTable) -> [[UInt64]] {
      table.nodes.names.indices.flatMap { node in
        table.outputs.indices.map { table.draws(node: node, output: $0).map(\.bitPattern) }
      }
    }
    try run.run(first) { table in
      whole = bits(table)
      try unfinished.keep(table, done: done, of: first)
    }
    #expect(!unfinished.isOther(run.plan))
    #expect(UnfinishedRun(out: out, card: SmallEnsemble(seed: 9).card, keeps: false).isOther(run.plan))
    var (restored, drawn) = (0, 0)
    try run.run(
      first,
      restore: {
        restored = unfinished.restore($0, of: first)
        return restored
      }, progress: { drawn += $0 }
    ) { #expect(bits($0) == whole) }
    #expect(restored == done && drawn == 300)
    try run.run(second) { #expect(unfinished.restore($0, of: second) == 0) }
    unfinished.remove()
    #expect(try FileManager.default.contentsOfDirectory(atPath: out).isEmpty)
  }
}

import DoudiEnsemble
import DoudiReport
import Foundation
import Testing

@Suite("Merged shards")
struct ShardSetTests {
  @Test(arguments: [1, 2, 3, 7, 299, 400]) func theyHaveTheBitsOfOneProcess(count: Int) throws {
    let ensemble = SmallEnsemble(isNamed: count == 3)
    let folders = [try SmallEnsemble.folder(), try SmallEnsemble.folder()]
    for index in 0..<count { try ensemble.write("\(index)/\(count)", to: folders[index % 2]) }
    let set = try ShardSet(folders: folders)
    let (one, merged) = (try ensemble.files(ensemble.run()), try ensemble.files(set.run))
    #expect(one == merged)
    #expect(one[3].split(separator: "\n").count > 1)
    #expect(set.files.map(\.shard.index) == Array(0..<count))
  }

  @Test func countedInCellsTheyAreTheSameToo() throws {
    let ensemble = SmallEnsemble(draws: 2_000)
    let folder = try SmallEnsemble.folder()
    for index in 0..<3 { try ensemble.write("\(index)/3", to: folder) }
    let set = try ShardSet(folders: [folder])
    let plan = PassPlan(nodes: 3, outputs: 4, draws: 2_000, replicates: 2, memory: 600_000, largest: 1)
    #expect(!plan.isExact)
    #expect(plan.passes.count > 1)
    #expect(try ensemble.files(ensemble.run().with(plan)) == ensemble.files(set.run.with(plan)))
  }

  @Test func passesDoNotChangeTheFan() throws {
    let ensemble = SmallEnsemble()
    let (one, many) = (try ensemble.files(ensemble.run()), try ensemble.files(ensemble.run(memory: 1)))
    #expect(Array(one.dropFirst()) == Array(many.dropFirst()))
    #expect(one[0].split(separator: "\n").sorted() == many[0].split(separator: "\n").sorted())
  }

  private func message(_ folders: [String]) -> String {
    do {
      _ = try ShardSet(folders: folders)
      return ""
    } catch { return (error as? ShardFault)?.message.en ?? "\(error)" }
  }

  @Test func whatDoesNotGoTogetherIsRefused() throws {
    let (folder, other) = (try SmallEnsemble.folder(), try SmallEnsemble.folder())
    #expect(message([folder]).contains("no shard-i-of-N.bin"))
    #expect(message([folder + "/none"]).contains("cannot read"))
    for index in [0, 2] { try SmallEnsemble().write("\(index)/4", to: folder) }
    #expect(message([folder]).contains("2 shards are missing: 1/4, 3/4"))
    try SmallEnsemble().write("0/4", to: other)
    #expect(message([folder, other]).contains("are the same shard"))
    try SmallEnsemble(seed: 2).write("0/4", to: other)
    #expect(message([folder, other]).contains("seeds differ: 1 and 2"))
    try SmallEnsemble(draws: 301).write("0/4", to: other)
    #expect(message([folder, other]).contains("numbers of draws differ"))
    try FileManager.default.removeItem(atPath: other + "/shard-0-of-4.bin")
    try SmallEnsemble().write("0/3", to: other)
    #expect(message([folder, other]).contains("numbers of shards differ: 4 and 3"))
  }

  @Test func passingNamesAreNotLookedAt() throws {
    let folder = try SmallEnsemble.folder()
    try SmallEnsemble().write("0/1", to: folder)
    try Data([1, 2]).write(to: URL(fileURLWithPath: folder + "/.shard-0-of-1.bin.77.part"))
    #expect(message([folder]) == "")
  }
}

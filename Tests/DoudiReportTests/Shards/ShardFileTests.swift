import DoudiEnsemble
import Foundation
import Testing

@testable import DoudiReport

@Suite("Files of shards")
struct ShardFileTests {
  @Test func theHeadSaysWhatItIs() throws {
    let path = try SmallEnsemble().write("1/4", to: SmallEnsemble.folder())
    let file = try ShardFile(path)
    #expect(path.hasSuffix("/shard-1-of-4.bin"))
    #expect(file.shard == Shard(index: 1, count: 4))
    #expect(file.draws == 75)
    #expect(file.card.packed == SmallEnsemble().card.packed)
    #expect(file.card.difference(SmallEnsemble().card) == nil)
    // 14 bytes, the head, then 11 figures (a parent has no amount) of 75 draws.
    let size = try Data(contentsOf: URL(fileURLWithPath: path)).count
    #expect((size - 11 * 75 * 8) < 1_000)
  }

  @Test func everyShorterFileIsRefused() throws {
    let path = try SmallEnsemble(draws: 8).write("0/4", to: SmallEnsemble.folder())
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    for length in stride(from: 0, to: whole.count, by: 3) {
      try whole.prefix(length).write(to: URL(fileURLWithPath: path))
      #expect(throws: ShardFault.self) { try ShardFile(path) }
    }
    try (whole + [0]).write(to: URL(fileURLWithPath: path))
    #expect(throws: ShardFault.self) { try ShardFile(path) }
  }

  @Test func changedHeadsNeverTrap() throws {
    let path = try SmallEnsemble(draws: 8).write("0/4", to: SmallEnsemble.folder())
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    for place in 0..<min(whole.count, 900) {
      for value: UInt8 in [0, 0x7F, 0xFF] {
        var changed = whole
        changed[place] = value
        try changed.write(to: URL(fileURLWithPath: path))
        _ = try? ShardFile(path)
      }
    }
  }
}

import DoudiInputs
import Foundation
import Synchronization
import Testing
import _DoudiTestSupport

/// The worked cases notice when a rule is not what it should be: each number by a unit up and down and
/// doubled, each comparison turned, each reference swapped, and the run no longer gives what was
/// worked out by hand, or is refused.
@Suite struct MutationTests {
  /// Mutants that no figure can tell from the original, each with the reason.
  static let equivalent: [String: String] = {
    let bag = DiagnosticBag()
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().path
    guard let file = SourceLoader(root: folder).load("equivalent.csv", into: bag),
      let table = CSVReader.read(file, into: bag), table.header.count == 5
    else { return [:] }
    var found: [String: String] = [:]
    for row in 0..<table.rowCount {
      let fields = (0..<5).map { String(table.field(row: row, column: $0)) }
      found[fields.prefix(4).joined(separator: ",")] = fields[4]
    }
    return found
  }()

  @Test func theUnchangedCaseSurvives() throws {
    for one in try ReadCase.all() {
      #expect(one.survives(Mutant(rule: "", key: "", change: "")), "\(one.name)")
    }
  }

  @Test func mutantsAreKilled() throws {
    let start = Date()
    var (total, survivors) = (0, Set<String>())
    for one in try ReadCase.all() {
      let mutants = one.mutants()
      let alive = Self.survivors(one, mutants)
      total += mutants.count
      survivors.formUnion(alive.map { "\(one.name),\($0.text)" })
      print("\(one.name): \(mutants.count) mutants, \(alive.count) survive")
    }
    let killed = Double(total - survivors.count) / Double(total) * 100
    let seconds = Date().timeIntervalSince(start)
    print(
      "\(total) mutants, \(total - survivors.count) killed (\(String(format: "%.1f", killed)) %), "
        + "\(Int(seconds.rounded())) seconds")
    #expect(killed >= 95)
    let unexplained = survivors.subtracting(Self.equivalent.keys).sorted()
    #expect(unexplained.isEmpty, "\(unexplained.joined(separator: "\n"))")
    let stale = Set(Self.equivalent.keys).subtracting(survivors).sorted()
    #expect(stale.isEmpty, "\(stale.joined(separator: "\n"))")
    #expect(Self.equivalent.values.allSatisfy { !$0.isEmpty })
  }

  /// Runs all mutants of a case on all cores.
  static func survivors(_ one: ReadCase, _ mutants: [Mutant]) -> [Mutant] {
    let alive = Mutex<[Mutant]>([])
    DispatchQueue.concurrentPerform(iterations: mutants.count) { index in
      guard one.survives(mutants[index]) else { return }
      alive.withLock { $0.append(mutants[index]) }
    }
    return alive.withLock { $0 }
  }
}

import DoudiModel
import Foundation
import Testing
import _DoudiTestSupport

/// Whole scenarios small enough for a pencil, compared row by row with what was worked out by hand.
@Suite struct WholeCaseTests {
  @Test(arguments: WholeCase.all) func everyRowComesOut(_ example: WholeCase) throws {
    let (model, diagnostics) = LoadedScenario.load(example.folder)
    #expect(diagnostics.filter { $0.severity == .error }.isEmpty, "\(diagnostics)")
    let projection = try #require(model).run()
    #expect(SmallRun(projection).faults.isEmpty)
    let misses = example.misses(RunFigures(projection))
    #expect(misses.isEmpty, "\(misses.joined(separator: "\n"))")
  }

  @Test(arguments: WholeCase.all) func everyLineIsARowInOneShape(_ example: WholeCase) throws {
    let text = try String(contentsOfFile: example.folder + "/expected.csv", encoding: .utf8)
    #expect(example.rows.count == text.split(separator: "\n").count - 1)
    #expect(example.rows.allSatisfy { !$0.arithmetic.isEmpty })
  }

  /// All five places, and the rules that two of them leave off.
  @Test func allFivePlacesHaveOne() {
    #expect(
      WholeCase.names == [
        "jilin-case", "jilin-more", "jimo-case", "shenxian-case", "weihai-case", "weihai-more",
        "xuanwei-case",
      ])
  }
}

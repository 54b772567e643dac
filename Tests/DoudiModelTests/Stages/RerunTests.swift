import DoudiInputs
import DoudiUnits
import Foundation
import Testing

@testable import DoudiModel

/// A rerun computes only what depends on the moved assumption; a full run is the yardstick.
@Suite struct RerunTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test(arguments: ["weihai-2027", "jilin-2027"])
  func changesAreThoseOfFullRuns(scenario: String) throws {
    let bag = DiagnosticBag()
    let folder = Self.root.appendingPathComponent("scenarios/\(scenario)").path
    let model = try #require(ModelLoader(loader: SourceLoader(root: ""), bag: bag).load(folder: folder))
    let base = model.run()
    let rerun = Rerun(base: base)
    for index in model.assumptions.indices {
      let moved = Perturbation(assumption: index)
      let full = model.run(perturbation: moved).total - base.total
      #expect(rerun.change(movedBy: moved) == full, "\(model.assumptions[index].name)")
    }
  }
}

import DoudiInputs
import DoudiModel
import Testing
import _DoudiTestSupport

@testable import DoudiEnsemble

@Suite struct CalibratedParameterTests {
  private func read(_ text: String) throws -> (found: CalibratedParameter?, problems: [Diagnostic]) {
    let bag = DiagnosticBag()
    let scenario = DrawnScenario(try UncertainPlace.projection)
    return (CalibratedParameter(text, of: scenario, into: bag), bag.all)
  }

  /// Eight digits, no exponent, and the same number when it is read again.
  @Test(arguments: [
    (0.0, "0"), (1, "1"), (-2.5, "-2.5"), (1.0 / 3, "0.33333333"), (123_456_789.4, "123456789"),
    (0.000012345678912, "0.000012345679"), (54.2486431, "54.248643"), (-0.1, "-0.1"), (1e-20, "0"),
  ]) func numbersAsWritten(_ value: Double, _ text: String) {
    #expect(CalibratedParameter.text(value) == text)
    #expect(CalibratedParameter.written(value) == Double(text))
  }

  /// A share lies between 0 and 100 %, a range given within it; the value of the file is where the search begins.
  @Test func boundsOfTheRule() throws {
    let share = try #require(try read("P1.ratio").found)
    #expect(share.unit.text == "%" && !share.before.isEmpty && share.bounds.contains(share.start))
    #expect(share.bounds.lowerBound == 0)
    let narrow = try #require(try read("P1.ratio=10:50 %").found)
    #expect(narrow.bounds == 10...50)
    #expect(narrow.start >= 10 && narrow.start <= 50)
    for wrong in ["P1.ratio=50:10", "P1.ratio=-5:10", "P1.ratio=x:y", "P1.ratio=5", "P9.ratio", "P1.ratio@1"]
    {
      let (found, problems) = try read(wrong)
      #expect(found == nil && problems.map(\.code) == ["DD1711"], "\(wrong): \(problems)")
      #expect(problems.first?.span.file == "--with \(wrong)")
    }
  }

  /// A parent stands for its leaves, each with a line for `--set`, and the line is read as one.
  @Test func settings() throws {
    let one = try #require(try read("P1.ratio").found)
    #expect(one.settings(54.5) == ["P1.ratio=54.5 %"])
    let area = try #require(try read("P1.ratio@urban").found)
    #expect(area.settings(54.5) == ["P1.ratio@urban=54.5 %"])
    let parent = try #require(try read("P1.ratio@990000/rural").found)
    #expect(
      parent.settings(5) == ["990001", "990002", "990003"].map { "P1.ratio@\($0)/rural=5 %" })
    for line in one.settings(5) + area.settings(5) + parent.settings(5) {
      #expect(Override(argument: line) != nil)
    }
  }
}

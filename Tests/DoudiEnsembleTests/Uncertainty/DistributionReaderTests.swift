import DoudiInputs
import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@testable import DoudiEnsemble

/// Numbers of distributions, with and without their unit.
@Suite struct DistributionReaderTests {
  private func draws(_ distribution: String, _ unit: Measure) throws -> (found: [Double], problems: [String])
  {
    let bag = DiagnosticBag()
    let node = try #require(YAMLReader.read(SourceFile(path: "t.yaml", text: distribution), into: bag))
    let found = DistributionReader(bag: bag, unit: unit).read(node)
    return ([0.1, 0.5, 0.9].compactMap { found?.quantile($0) }, bag.all.map(\.code))
  }

  /// A bare number is in the parameter's unit, whatever unit that is.
  @Test(arguments: [
    ("%", "{uniform: {low: 50, high: 70}}", "{uniform: {low: 50 %, high: 70 %}}"),
    (
      "CNY/person/month", "{uniform: {low: 600, high: 700}}",
      "{uniform: {low: 7200 CNY/person/year, high: 700 CNY/person/month}}"
    ),
    ("%/year", "{normal: {mean: 5, sd: 1}}", "{normal: {mean: 5 %, sd: 1 %/year}}"),
    (
      "persons", "{triangular: {low: 100, mode: 150, high: 10000}}",
      "{triangular: {low: 100 persons, mode: 150 persons, high: 1 10k persons}}"
    ),
  ]) func bareNumbersAreInTheParametersUnit(_ unit: String, _ bare: String, _ full: String) throws {
    let measure = try #require(Measure(text: unit))
    let (first, second) = (try draws(bare, measure), try draws(full, measure))
    #expect(first.problems.isEmpty && second.problems.isEmpty, "\(first.problems) \(second.problems)")
    #expect(
      first.found.count == 3 && zip(first.found, second.found).allSatisfy { abs($0 - $1) < 1e-9 * abs($0) })
  }

  @Test func anotherUnitIsAFault() throws {
    #expect(try draws("{uniform: {low: 1 persons, high: 2}}", .percent).problems == ["DD1703"])
    // Not a number is said once.
    #expect(try draws("{uniform: {low: .nan, high: 2}}", .percent).problems == ["DD1111"])
  }
}

import DoudiInputs
import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@testable import DoudiEnsemble

/// The default method on the reference model with its own file of twelve parameters, against Saltelli's design with
/// 65,536 draws of eight scrambles:
///
///     doudi sensitivity scenarios/reference --method saltelli --draws 65536 --seed 77 --out FOLDER
///
/// of which `Reference/saltelli.csv` has the whole country and four regions; 7.3 million runs are too many for a test.
@Suite struct ShippedSensitivityTests {
  /// Some outputs of a scenario, so that the test is a short one.
  private struct Part: DrawFunction {
    let whole: ScenarioFunction
    let kept: [Int]
    var inputs: Int { whole.inputs }
    var outputs: Int { kept.count }

    func evaluate(
      draws: Int, inputs: UnsafeBufferPointer<Double>, outputs: UnsafeMutableBufferPointer<Double>
    ) {
      let all = DrawBuffer(whole.outputs * draws)
      whole.evaluate(draws: draws, inputs: inputs, outputs: all.values.part(whole.outputs * draws))
      for (place, output) in kept.enumerated() {
        for draw in 0..<draws { outputs[place * draws + draw] = all.values[output * draws + draw] }
      }
    }
  }

  private func rows() throws -> [(name: [String], first: Double, total: Double, error: Double)] {
    try referenceRows("Reference/saltelli.csv").map { cells in
      (
        Array(cells[..<4]), try #require(Double(cells[4])), try #require(Double(cells[5])),
        try #require(Double(cells[6]))
      )
    }
  }

  @Test func withinAHundredthOfSaltelli() throws {
    let bag = DiagnosticBag()
    let folder = CentralDrawTests.folder + "/reference"
    let model = try #require(YearlyLoader(loader: SourceLoader(root: ""), bag: bag).load(folder: folder))
    let drawn = DrawnScenario(model)
    let reader = UncertaintyReader(drawn.space, loader: SourceLoader(root: folder), bag: bag)
    let file = try #require(reader.read("uncertainty.yaml"), "\(bag.all)")
    let function = drawn.written(for: file.inputs.map(\.input)).scenario.function
    let rows = try rows()
    let nodes = Set(rows.map { $0.name[1] }).sorted().compactMap { function.nodes.names.firstIndex(of: $0) }
    #expect(nodes.count == 5 && rows.count == 432)
    let figures = function.figures.indices
    let part = Part(
      whole: function, kept: nodes.flatMap { node in figures.map { function.output(node: node, figure: $0) } }
    )
    let inputs = IndependentInputs(file.inputs.map(\.distribution))
    let fit = try ChaosDesign(inputs: inputs, seed: 1).fit(part)
    var reliable = 0
    for row in rows {
      let input = try #require(file.inputs.firstIndex { $0.id == row.name[0] })
      let node = try #require(nodes.firstIndex { function.nodes.names[$0] == row.name[1] })
      let figure = try #require(
        figures.first {
          "\(function.figures[$0].year)" == row.name[2] && function.figures[$0].name == row.name[3]
        })
      let output = node * figures.count + figure
      let first = abs(try #require(fit.first(input: input, output: output)) - row.first)
      let total = abs(try #require(fit.total(input: input, output: output)) - row.total)
      #expect(row.error < 0.003)
      if fit.isReliable(output: output) == true { reliable += 1 }
      if row.name[1] == "all", row.name[3] == "total" { #expect(fit.isReliable(output: output) == true) }
      #expect(max(first, total) < 0.01, "\(row.name): \(first), \(total)")
    }
    #expect(reliable * 4 >= rows.count * 3, "\(reliable) of \(rows.count)")
    // Rare jumps of temporary assistance in single regions are no polynomial: the fit says so.
    let marks = (0..<part.outputs).compactMap { fit.isReliable(output: $0) }
    #expect(marks.contains(false))
  }
}

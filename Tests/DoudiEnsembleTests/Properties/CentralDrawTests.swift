import DoudiEnsemble
import DoudiInputs
import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@testable import DoudiReport

/// The same forms as the official run: the central draw of a scenario that ships (add 0, multiply by 1) gives
/// every figure of every region, up to the rounding of money to fen.
@Suite struct CentralDrawTests {
  static let folder = "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/") + "/scenarios"

  @Test(arguments: ["weihai-2027", "provinces"]) func theSameFormsAsTheOfficialRun(_ name: String) throws {
    let (loaded, diagnostics) = LoadedScenario.load("\(Self.folder)/\(name)")
    guard let model = loaded else { throw FaultyPlace(diagnostics: diagnostics) }
    let bag = DiagnosticBag()
    let file = try #require(
      UncertaintyReader(DrawSpace(model), loader: SourceLoader(root: Self.folder + "/" + name), bag: bag)
        .read("uncertainty.yaml"), "\(bag.all)")
    let projection = model.run()
    let found = try Collected(projection, Central(file))
    let differences = faults(found, RunReport(projection, withEffects: false), lines(projection))
    #expect(differences.isEmpty, "\(differences.count): \(differences.prefix(5))")
  }

  /// One draw that leaves every parameter as it is.
  private struct Central: DrawSource, InputSource {
    let inputs: [UncertainInput]
    let count = 1
    let replicates = 1
    var columns: Int { inputs.count }

    /// Sums and products in turn.
    init(_ file: UncertaintyFile) {
      inputs = file.inputs.enumerated().map { place, one in
        UncertainInput(
          name: one.input.name, regions: one.input.regions, areas: one.input.areas,
          effect: place % 2 == 0 ? .add : .multiply)
      }
    }

    func fill(draws: Range<Int>, into block: UnsafeMutableBufferPointer<Double>) {
      for place in inputs.indices { block[place] = inputs[place].effect == .add ? 0 : 1 }
    }
  }

  /// Ledger lines by region, parents included, and year.
  private func lines(_ run: Projection) -> [String: Int] {
    run.lines.reduce(into: [:]) { counts, line in
      let code = run.world.space.cells[Int(line.cell)].region
      let leaf = run.world.space.leaves[run.world.space.cells[Int(line.cell)].leaf].code
      for one in Set([code, leaf] + run.model.space.tree.ancestors(of: leaf).map(\.code)) {
        counts["\(one.text) \(line.paid.year)", default: 0] += 1
      }
    }
  }

  private func faults(_ found: Collected, _ report: RunReport, _ lines: [String: Int]) -> [String] {
    let verdicts = report.projection.verdicts
    return found.nodes.names.indices.flatMap { node -> [String] in
      let region = found.nodes.names[node]
      return found.outputs.indices.compactMap { place in
        let output = found.outputs[place]
        guard let value = found.values[node][place].first, !value.isNaN else { return nil }
        if case .slack(let limit) = output.kind {
          let rule = report.model.limits[limit].header.id
          let verdict = verdicts.first {
            $0.rule == rule && $0.region.text == region && $0.period == .year(output.year)
          }
          guard let slack = verdict?.slack?.double else { return nil }
          return (value >= -1e-6) == (slack >= 0)
            ? nil : "\(region) \(output.name) \(output.year): \(value), \(slack)"
        }
        guard let central = report.central([output], regions: [region]).first, !central.isNaN else {
          return "\(region) \(output.name) \(output.year): the official run has none"
        }
        let cents = 0.006 * Double(lines["\(region) \(output.year)"] ?? 0) + 0.02
        let slack = output.unit == Units.cny ? cents : 1e-9
        return abs(value - central) <= slack + 1e-9 * abs(central)
          ? nil : "\(region) \(output.name) \(output.year): \(value), official \(central)"
      }
    }
  }
}

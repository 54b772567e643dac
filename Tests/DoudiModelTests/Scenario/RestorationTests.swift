import DoudiInputs
import DoudiUnits
import Testing
import _DoudiTestSupport

@testable import DoudiModel

@Suite struct RestorationTests {
  private static let rules = """
    - {id: S1, form: flat, gives: price, unit: CNY/person/month, amount: 8 CNY/person/month}
    - {id: G1, form: path, gives: recipients, indicator: poor, between: step}
    - {id: P1, form: allowance, programme: aid, group: recipients, amount: price}
    """

  private func model(_ inputs: [ToldInput], _ overrides: [String] = [], assumptions: String = "") throws
    -> Model?
  {
    let place = SmallPlace(
      rules: Self.rules,
      observations:
        "990001,urban,2026,poor,100,persons,observed,a\n990001,rural,2026,poor,50,persons,observed,a",
      assumptions: assumptions)
    let folder = try TemporaryFolder()
    try place.write(to: folder)
    return ModelLoader(loader: SourceLoader(root: ""), bag: DiagnosticBag()).load(
      folder: folder.path + "/test", overrides: overrides.compactMap { Override(argument: $0) },
      restoring: Restoration(inputs))
  }

  private func total(_ model: Model?) -> Int64? { model.map { $0.run().total.fen / 100 } }

  /// 150 persons x 8 x 12 = 14,400.
  @Test func whatIsToldGoesOverEverythingElse() throws {
    #expect(total(try model([])) == 14_400)
    let price = ToldInput(.parameter, "S1.amount", value: "urban 9; rural 8", unit: "CNY/person/month")
    #expect(total(try model([price], ["S1.amount=20"])) == 14_400 + 1_200)
    // Told nothing: the book's own value.
    let none = ToldInput(.parameter, "S1.amount", value: nil, unit: "")
    #expect(total(try model([none], ["S1.amount=20"])) == 14_400)
    let persons = ToldInput(.observation, "poor@990001/urban 2026", value: "200", unit: "persons")
    #expect(total(try model([persons])) == 24_000)
    let last = ToldInput(.scenario, "horizon.last", value: "2027-06", unit: "")
    #expect(total(try model([last])) == 7_200)
    let off = ToldInput(.rule, "P1", value: nil, unit: "")
    #expect(total(try model([off])) == 0)
    let on = ToldInput(.rule, "P1", value: "allowance", unit: "")
    #expect(total(try model([on], ["disable={}"])) == nil)
  }

  /// A model that was not told what it should have been is none.
  @Test func whatDoesNotTakeIsNone() throws {
    let other = ToldInput(.parameter, "S9.amount", value: "5", unit: "CNY/person/month")
    #expect(try model([other]) == nil)
    let far = ToldInput(.observation, "poor@990001/urban 2026", value: "many", unit: "persons")
    #expect(try model([far]) == nil)
  }
}

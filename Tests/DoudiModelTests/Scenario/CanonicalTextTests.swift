import DoudiModel
import Testing
import _DoudiTestSupport

@Suite struct CanonicalTextTests {
  private let place: SmallPlace = {
    var place = SmallPlace(
      rules: """
        - {id: G1, form: share, gives: some, of_indicator: people, rate: 50 %}
        - {id: S1, form: flat, gives: price, unit: CNY/person/month, amount: 8 CNY/person/month}
        - {id: L1, form: monitor, strictness: soft, datum: repeats, at_most: 5 count}
        """,
      observations:
        "990001,urban,2027,people,1000,persons,observed,a\n990001,rural,2027,people,1,persons,observed,a",
      assumptions: "S1.amount: {value: 12 CNY/person/year, why: {zh: 测, en: test}}")
    place.scenario = "data: {repeats: 2 count}"
    return place
  }()

  private func inputs(_ overrides: [String]) throws -> [String] {
    try place.load(overrides: overrides).canonicalInputs
  }

  static let alike: [[[String]]] = [
    [["G1.rate=60"], ["G1.rate=60%"], ["G1.rate=60.0 %"], ["assumptions.G1.rate=60 %"]],
    [
      ["S1.amount=24"], ["S1.amount=24 CNY/person/year"], ["S1.amount=2 CNY/person/month"],
      ["S1.amount=2元/人/月"],
    ],
    [["G1.rate=60", "S1.amount=24"], ["S1.amount=24", "G1.rate=60%"]],
    [["G1.rate@rural=60", "G1.rate=5"], ["G1.rate=5%", "G1.rate@rural=60%"]],
    [["data.repeats=3"], ["data.repeats=3 count"]],
  ]

  @Test(arguments: alike) func spellingAndOrderAreNoInput(_ spellings: [[String]]) throws {
    let found = try spellings.map(inputs)
    #expect(Set(found).count == 1)
    #expect(try inputs([]) != found[0])
  }

  @Test func everyValueIsAnInput() throws {
    let different = [
      [], ["G1.rate=60"], ["G1.rate=61"], ["G1.rate@rural=60"], ["G1.rate@urban=60"], ["G1.rate@990001=60"],
      ["data.repeats=3"], ["S1.amount=13"],
    ]
    #expect(Set(try different.map(inputs)).count == different.count)
  }
}

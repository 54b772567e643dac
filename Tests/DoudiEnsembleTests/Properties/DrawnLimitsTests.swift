import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@testable import DoudiEnsemble

/// Slacks of every region, parents included, are those of the official verdicts: in the central draw and in
/// moved ones, with the signs of the verdicts.
@Suite struct DrawnLimitsTests {
  /// Two counties in a prefecture, a third beside it; aid and purchases; a reserve in each.
  static let place: SmallPlace = {
    var place = SmallPlace(
      rules: """
        - {id: S1, form: flat, gives: standard, unit: CNY/person/month, amount: 500 CNY/person/month}
        - {id: G1, form: path, gives: poor, indicator: poor, between: step}
        - {id: P1, form: allowance, programme: aid, group: poor, amount: standard}
        - {id: P2, form: norm, programme: purchases, units: villages, posts: 1 posts, cost: 400 CNY/post/month}
        - {id: L1, form: cap, numerator: {programmes: [purchases]}, denominator: {issued: [central, province]}, rate: 10 %}
        - {id: L2, form: cap, numerator: {programmes: [purchases]}, denominator: {spending_of: [aid, purchases]}, rate: 5 %}
        - id: R1
          form: reserve
          per: villages
          rate: 5000 CNY/township
          start: 3000 CNY/township
          drawn_by: aid
          draw_share: 20 %
          refill_month: 3
        """,
      observations: (0..<3).map { leaf in
        """
        \(codes[leaf]),urban,2026,poor,\(60 + 300 * leaf),persons,observed,a
        \(codes[leaf]),rural,2026,poor,\(40 + 50 * leaf),persons,observed,a
        \(codes[leaf]),all,2026,villages,\(7 + 5 * leaf),count,observed,a
        """
      }.joined(separator: "\n"))
    place.regions = """
      990000,,总,Whole,province,,own
      990100,990000,市,City,prefecture,,own
      990101,990100,甲,First,county,urban rural,own
      990102,990100,乙,Second,county,urban rural,own
      990203,990000,丙,Third,county,urban rural,own
      """
    place.programmes = [("aid", "fund"), ("purchases", "other")]
    place.funds = ["fund", "other"]
    place.horizon = ("2027-01", "2028-12")
    return place
  }()

  /// Caps and reserves.
  static let money = ["CNY"]
  static let codes = ["990101", "990102", "990203"]

  /// Shares that differ by region, of two funds.
  static let shared: SmallPlace = {
    var place = Self.place
    place.rules = place.rules.replacing("rate: 10 %}", with: "rate: 4 %}")
    place.funding = "fund: {shares: [central, province, county]}\nother: {shares: [county, central]}"
    place.fundingShares = """
      funding.fund.central: {value: 50 %, regions: {"990102": 40 %}, why: {zh: 测, en: test}}
      funding.fund.province: {value: 20 %, regions: {"990102": 30 %}, why: {zh: 测, en: test}}
      funding.fund.county: {value: 30 %, why: {zh: 测, en: test}}
      funding.other.county: {value: {2020-01: 90 %, 2028-01: 60 %}, why: {zh: 测, en: test}}
      funding.other.central: {value: {2020-01: 10 %, 2028-01: 40 %}, why: {zh: 测, en: test}}
      """
    return place
  }()

  /// In 2027 sent to the whole, the prefecture and one county, in 2028 to one county alone.
  static let issued: SmallPlace = {
    var place = Self.place
    place.funding = "fund: {transfers: transfers.csv, own: county}\nother: {shares: [county]}"
    place.fundingShares = "funding.other.county: {value: 100 %, why: {zh: 测, en: test}}"
    place.files["transfers.csv"] = """
      region,year,fund,tier,batch,amount,unit,status,source
      990000,2027,fund,central,first,300000,CNY,observed,a
      990000,2027,fund,central,second,-20000,CNY,observed,a
      990100,2027,fund,province,first,400000,CNY,observed,a
      990101,2027,fund,central,first,330000,CNY,observed,a
      990203,2028,fund,province,first,900000,CNY,observed,a
      """
    return place
  }()

  /// A draw of some values is the run of the same; `left` are the slacks that the draws do not give.
  private func faults(
    _ place: SmallPlace, _ design: String, _ runs: [[String]], left: Set<String> = []
  ) throws -> [String] {
    let projection = try place.run().projection
    let (draws, problems) = UncertainPlace.design(design, projection.model)
    guard let draws else { return problems.map { "\($0)" } }
    let found = try Collected(projection, draws)
    return try runs.enumerated().flatMap { draw, arguments in
      try faults(found, draw, place.run(overrides: arguments).projection, left).map {
        "\(arguments): \($0)"
      }
    }
  }

  private func faults(
    _ found: Collected, _ draw: Int, _ official: Projection, _ left: Set<String>
  ) -> [String] {
    var (faults, seen) = ([String](), Set<String>())
    for verdict in official.verdicts where Self.money.contains(verdict.unit) {
      guard let slack = verdict.slack?.double, case .year(let year) = verdict.period else { continue }
      let name = "\(verdict.rule) \(verdict.region.text) \(year)"
      let values = found.outputs.indices.filter {
        found.outputs[$0].name == "slack." + verdict.rule && found.outputs[$0].year == year
      }.compactMap { place in
        found.nodes.names.firstIndex(of: verdict.region.text).flatMap { found.values[$0][place] }
      }.filter { !$0.isEmpty }
      // One figure a region and year, whatever it is made of.
      guard values.count == 1 else { return ["\(name): \(values.count) figures"] }
      let value = values[0][draw]
      if value.isNaN { seen.insert(name) }
      let agrees = value.isNaN || abs(slack) < 1e-6 || (value >= 0) == (slack >= 0)
      if !agrees || abs(value - slack) > max(1, 1e-7 * abs(slack)) {
        faults.append("\(name): \(value), official \(slack)")
      }
    }
    return faults + seen.symmetricDifference(left).sorted().map { "\($0): without a value, or should be" }
  }

  @Test(arguments: [false, true]) func allRegionsAsTheVerdicts(_ isIssued: Bool) throws {
    let place = isIssued ? Self.issued : Self.shared
    // What two counties have in 2027 was sent to the regions above, and goes in the order of payment.
    let left: Set<String> = isIssued ? ["L1 990102 2027", "L1 990203 2027"] : []
    func one(_ name: String, _ values: [String]) throws {
      let design = name + "\n" + values.joined(separator: "\n") + "\n"
      let found = try faults(place, design, values.map { ["\(name)=\($0)"] }, left: left)
      #expect(found == [], "\(found.prefix(3))")
    }
    try one("P2.cost", ["400", "1000", "60", "5000"])
    try one("L1.rate", ["10", "0", "100", "6.5"])
    try one("S1.amount", ["500", "50", "2500"])
    try one("R1.rate", ["5000", "100", "20000"])
    try one("R1.start", ["3000", "0", "90000"])
    // A parent takes the rate of its first leaf, as the official run does.
    let rates = try faults(
      place, "L1.rate@990101,L2.rate@990203\n90,1\n1,90\n",
      [["L1.rate@990101=90", "L2.rate@990203=1"], ["L1.rate@990101=1", "L2.rate@990203=90"]], left: left)
    #expect(rates == [], "\(rates.prefix(3))")
  }

  /// The probability of a refill is the share of draws in which the official run fills up.
  @Test func howOftenAReserveIsFilledUp() throws {
    let starts = ["3000", "1000", "9000", "20000"]
    let projection = try Self.shared.run().projection
    let design = "R1.start\n" + starts.joined(separator: "\n") + "\n"
    let draws = try #require(UncertainPlace.design(design, projection.model).draws)
    let runs = try starts.map { try Self.shared.run(overrides: ["R1.start=\($0)"]) }
    var shares: [String: Double] = [:]
    try EnsembleRun(DrawProgram(projection, inputs: draws.inputs), projection, draws).run { table in
      for (output, one) in table.outputs.enumerated() where one.name == "refill.R1" && one.year == 2027 {
        for (node, region) in table.nodes.names.enumerated() {
          shares[region] = table.outcome(node: node, output: output, replicates: 1)?.above
        }
      }
    }
    for (leaf, code) in Self.codes.enumerated() {
      let filled = runs.filter { run in
        run.world.reserves["R1"]?.contains { $0.leaf == leaf && $0.year == 2027 && $0.topUp > .zero } ?? false
      }
      #expect(shares[code] == Double(filled.count) / 4, "\(code)")
    }
    // The first county: 63,000 less two months' 10,000 is above 35,000, 21,000 is not.
    #expect(shares["990101"] == 0.5 && shares.count == 5)
  }

  /// What ships: a cap on issued money by shares, one on a transfer list, reserves per resident and per township.
  @Test(arguments: [
    ("jilin-2027", "L09.ratio"), ("worked/jilin-case", "L25.cost"), ("worked/weihai-case", "W17.rate"),
    ("worked/xuanwei-case", "X15a.rate"),
  ]) func shippedLimits(_ name: String, _ parameter: String) throws {
    let model = try #require(LoadedScenario.load("\(CentralDrawTests.folder)/\(name)").model)
    let position = try #require(model.assumptions.firstIndex { $0.name == parameter })
    let inputs = [UncertainInput(name: parameter, effect: .multiply)]
    let central = model.run()
    let found = try Collected(
      EnsembleRun(
        DrawProgram(central, inputs: inputs), central,
        SteppedDraws(inputs, moves: [SteppedDraws.Move(column: 0, value: 1.1)])))
    let moved = model.run(perturbation: Perturbation(assumption: position))
    #expect(moved.total != central.total)
    let faults = faults(found, 0, central, []) + faults(found, 1, moved, [])
    #expect(faults == [], "\(faults.prefix(5))")
    let tested = central.verdicts.filter { Self.money.contains($0.unit) }
    #expect(tested.contains { $0.rule == "L21" || $0.rule == "W01" || $0.rule == "X10" })
  }

  /// Both signs occur: a comparison of limits that always hold proves nothing.
  @Test(arguments: [false, true]) func someHoldAndSomeDoNot(_ isIssued: Bool) throws {
    let place = isIssued ? Self.issued : Self.shared
    let findings = try place.run().projection.verdicts.filter { $0.rule == "L1" }.map(\.finding)
    #expect(Set(findings) == [.met, .broken])
  }

  /// Shares that change within the year are not one figure of the year: left to the official run.
  @Test func sharesThatChangeWithinTheYear() throws {
    var place = Self.shared
    place.fundingShares = place.fundingShares.replacing("2028-01", with: "2028-07")
    let left = Set((Self.codes + ["990000", "990100"]).map { "L1 \($0) 2028" })
    #expect(try faults(place, "P2.cost\n900\n", [["P2.cost=900"]], left: left) == [])
  }
}

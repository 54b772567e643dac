import DoudiInputs
import DoudiModel
import DoudiUnits

/// A small place with random figures and every form that moves people or money.
///
/// All numbers follow from the seed, leaf by leaf, so that a smaller case has the same figures in
/// what is left of it.
public struct RandomPlace: Sendable, CustomStringConvertible {
  /// Fixes all figures.
  public var seed: UInt64
  /// Number of leaves, 1...4.
  public var leaves: Int
  /// Months of the horizon, 1...24.
  public var months: Int
  /// Forms whose results depend on how people are cut into regions, too: reserves, advances,
  /// emergency grants, payment in parts.
  public var hasThresholds: Bool

  /// A place of these sizes.
  public init(seed: UInt64, leaves: Int, months: Int, hasThresholds: Bool) {
    (self.seed, self.leaves, self.months, self.hasThresholds) = (seed, leaves, months, hasThresholds)
  }

  /// A case drawn from `random`.
  public static func draw(_ random: inout SplitMix64, hasThresholds: Bool = true) -> RandomPlace {
    RandomPlace(
      seed: random.next() % 1_000_000, leaves: random.int(in: 1...4), months: random.int(in: 1...24),
      hasThresholds: hasThresholds)
  }

  /// Fewer leaves, fewer months.
  public var smaller: [RandomPlace] {
    var found: [RandomPlace] = []
    for leaves in [1, self.leaves - 1] where leaves >= 1 && leaves < self.leaves {
      found.append(with(leaves: leaves, months: months))
    }
    for months in [1, self.months / 2, self.months - 1] where months >= 1 && months < self.months {
      found.append(with(leaves: leaves, months: months))
    }
    return found
  }

  private func with(leaves: Int, months: Int) -> RandomPlace {
    RandomPlace(seed: seed, leaves: leaves, months: months, hasThresholds: hasThresholds)
  }

  /// Seed and sizes.
  public var description: String { "seed \(seed), \(leaves) leaves, \(months) months" }

  /// Code of a leaf, from 0.
  public static func code(_ leaf: Int) -> String { "99000\(leaf + 1)" }

  /// The place as texts.
  public var place: SmallPlace {
    var random = SplitMix64(seed: seed)
    var place = SmallPlace(rules: rules(&random))
    place.regions =
      "990000,,总,Whole,prefecture,,own\n"
      + (0..<leaves).map { leaf in
        "\(Self.code(leaf)),990000,区\(leaf),Leaf \(leaf),county,urban rural,own"
      }.joined(separator: "\n")
    place.observations = observations(&random)
    let last = Month(year: 2027, month: 3).advanced(by: months - 1)
    place.horizon = ("2027-03", last.description)
    place.programmes = [("aid", "fund"), ("care", "fund"), ("posts", "own")]
    place.funds = ["fund", "own"]
    place.funding = "fund: {shares: [central, province, county]}\nown: {shares: [county]}"
    let (central, province) = (random.int(in: 0...60), random.int(in: 0...40))
    place.fundingShares = """
      funding.fund.central: {value: \(central) %, why: {zh: 测, en: test}}
      funding.fund.province: {value: \(province) %, why: {zh: 测, en: test}}
      funding.fund.county: {value: \(100 - central - province) %, why: {zh: 测, en: test}}
      funding.own.county: {value: 100 %, why: {zh: 测, en: test}}
      """
    place.assumptions = """
      growth.income: {value: \(Self.decimal(&random, 0...900, 100)) %/year, why: {zh: 测, en: test}}
      growth.people: {value: 0 %/year, why: {zh: 测, en: test}}
      growth.villages: {value: 0 %/year, why: {zh: 测, en: test}}
      indicator.prices: {value: {2020-01: 1 %, 2027-05: \(random.int(in: 2...5)) %, 2027-08: 1 %}, why: {zh: 测, en: test}}
      indicator.food: {value: 2 %, why: {zh: 测, en: test}}
      """
    if months > 6 { place.scenario = "options: {calendar: {2027-05: 2027-04}}" }
    return place
  }

  private static func decimal(_ random: inout SplitMix64, _ range: ClosedRange<Int>, _ parts: Int) -> String {
    Rational(Int128(random.int(in: range)), over: Int128(parts)).shortText()
  }

  private func observations(_ random: inout SplitMix64) -> String {
    var lines: [String] = []
    for leaf in 0..<leaves {
      var own = SplitMix64(seed: seed &+ UInt64(leaf + 1) &* 7919)
      for area in ["urban", "rural"] {
        let start = "\(Self.code(leaf)),\(area),"
        lines.append("\(start)2020,people,\(own.int(in: 1000...900_000)),persons,observed,test")
        lines.append("\(start)2026-12,poor,\(own.int(in: 0...9000)),persons,observed,test")
        lines.append("\(start)2020,orphans,\(own.int(in: 0...500)),persons,observed,test")
        lines.append("\(start)2027-06,orphans,\(own.int(in: 0...500)),persons,estimated,test")
      }
      lines.append("\(Self.code(leaf)),all,2025,villages,\(own.int(in: 1...300)),count,observed,test")
    }
    for area in ["urban", "rural"] {
      lines.append(
        "990000,\(area),2026,income,\(random.int(in: 8000...40_000)),CNY/person/year,observed,test")
      lines.append("990000,\(area),2026-12,extreme,\(random.int(in: 0...20_000)),persons,observed,test")
    }
    return lines.joined(separator: "\n")
  }

  /// People below a line: those who stay are too many or too few by the leaf, so that it is a threshold.
  private var incomeRules: String {
    var own = SplitMix64(seed: seed &+ 104_729)
    return """
      - id: G8
        form: income_distribution
        gives: entitled
        line: standard
        income: income
        lag: 1 years
        spread: "\(Self.decimal(&own, 40...120, 100))"
        population: people
        take_up: \(own.int(in: 20...95)) %
        exit: \(Self.decimal(&own, 0...300, 100)) %/month
        speed: \(own.int(in: 1...30)) %/month
        start: poor
        persons_per_household: 1.6 persons/household
      - {id: P10, form: gap_payment, programme: aid, group: entitled, amount: standard, ratio: \(own.int(in: 30...80)) %}
      """
  }

  private func rules(_ random: inout SplitMix64) -> String {
    let window = random.int(in: 0...1) == 1 ? "\n  paid_from_month: 7" : ""
    var text = """
      - id: S1
        form: indexed
        gives: standard
        unit: CNY/person/month
        series: income
        lag: 1 years
        ratio: {urban: \(Self.decimal(&random, 2000...3500, 100)) %, rural: \(Self.decimal(&random, 2000...3500, 100)) %}
        never_lowered: true
        step: \(random.int(in: 1...10)) CNY/person/month
        effective_month: 1\(window)
        converge: {to: urban, by: "2031"}
      - id: S2
        form: multiple
        gives: higher
        unit: CNY/person/month
        of: standard
        times: "\(Self.decimal(&random, 100...200, 100))"
      - id: S3
        form: weighted_multiple
        gives: care
        unit: CNY/person/month
        of: standard
        weights: {full: \(random.int(in: 0...60)) %, self: \(random.int(in: 0...9)) %}
        shares: {full: 33.33 %, self: 66.67 %}
      - id: S4
        form: flat
        gives: price
        unit: CNY/person/month
        amount: \(random.int(in: 100...9999)) CNY/person/year
      - id: G1
        form: stock_flow
        gives: recipients
        start: poor
        exit: \(Self.decimal(&random, 0...300, 100)) %/month
        entry: \(Self.decimal(&random, 0...300, 1000)) per_1000/month
        at_risk: people
        elasticity: "\(random.int(in: 0...2))"
        standard: standard
        persons_per_household: 1.6 persons/household
      - id: G2
        form: phase_out
        gives: leavers
        of: recipients
        eligible: \(random.int(in: 0...100)) %
        months: 18 months
        months_disabled: 24 months
        disabled: \(random.int(in: 0...100)) %
        step_first_year: 100 %
        step_second_year: \(random.int(in: 0...100)) %
      - id: G3
        form: stock_flow
        gives: needy
        start: extreme
        exit: 0.8 %/month
        entry: 0.02 per_1000/month
        at_risk: people
        elasticity: "0"
        spread_by: people
      - id: G4
        form: institutional_rate
        of: needy
        gives: inside
        rest: outside
        non_self_caring: \(random.int(in: 0...100)) %
        start_rate: \(random.int(in: 0...60)) %
        target_rate: \(random.int(in: 60...100)) %
        by: "\(random.int(in: 2026...2029))"
        others_rate: 10 %
      - id: G5
        form: share
        gives: served
        of: outside
        rate: \(random.int(in: 0...100)) %
      - id: G6
        form: incidence
        gives: cases
        per: people
        rate: \(Self.decimal(&random, 0...900, 100)) per_1000/year
      - id: G7
        form: path
        gives: orphans
        indicator: orphans
        between: linear
      - {id: P1, form: gap_payment, programme: aid, group: recipients, amount: standard, ratio: \(random.int(in: 30...80)) %, minimum: 20 %}
      - {id: P2, form: phase_out_payment, programme: aid, phase_out: G2, of_payment: P1}
      - {id: P3, form: top_up, programme: aid, group: recipients, category_share: 37.5 %, rate: \(random.int(in: 5...40)) %, amount: standard}
      - {id: P4, form: allowance, programme: care, group: outside, amount: higher}
      - {id: P5, form: allowance, programme: care, group: inside, amount: care}
      - {id: P6, form: allowance, programme: care, group: served, amount: price}
      - id: P7
        form: grant
        programme: aid
        events: cases
        average: \(random.int(in: 800...2000)) CNY/case
        threshold: 3000 CNY
        above_cases: 5 %
        above_average: 5000 CNY/case
      - {id: P8, form: price_subsidy, programme: aid, groups: [recipients, orphans], amount: standard, cpi: prices, food_cpi: food, trigger: 3.5 %, food_trigger: 6 %, rounding: 1 CNY/person}
      - {id: P9, form: contribution_subsidy, programme: aid, group: recipients, premium: 400 CNY/person/year, share: \(random.int(in: 0...100)) %, month: 6}
      - {id: Q1, form: norm, programme: posts, units: villages, posts: 1 posts, cost: \(random.int(in: 100...900)) CNY/post/month}
      - {id: L1, form: cap, numerator: {programmes: [care]}, denominator: {issued: [central, province]}, rate: 50 %}
      - {id: L2, form: floor, amount: higher, at_least: {times: "1.3", of: standard}}
      - {id: L3, form: target, of: G4, at_least: 85 %, by: "2027"}
      """
    if hasThresholds {
      text +=
        "\n" + """
          - id: Q2
            form: advance
            programme: posts
            amount: \(random.int(in: 0...90_000)) CNY/year
            out_month: 4
            back_after: 5 months
          - {id: Q3, form: emergency_grant, programme: aid, applicants: \(random.int(in: 0...30)) persons, of: standard, area: urban, months: 1 months, offset: true}
          - {id: Q4, form: grant, programme: aid, events: cases, average: 333 CNY/case, instalments: 3 months}
          - id: Q5
            form: reserve
            per: villages
            rate: 5000 CNY/township
            start: \(random.int(in: 0...6000)) CNY/township
            drawn_by: aid
            draw_share: \(random.int(in: 0...100)) %
            refill_month: 4
          \(incomeRules)
          """
    }
    return text
  }
}

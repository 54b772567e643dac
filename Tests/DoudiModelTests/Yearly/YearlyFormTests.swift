import DoudiModel
import Testing
import _DoudiTestSupport

/// The worked numbers of docs/methods/yearly.md.
@Suite struct YearlyFormTests {
  /// Results of two years in one region with X = 100, C = 20,000, N = 30,000, G = 1,500, P = 1,000,000 and A = 2,400.
  private func results(_ rules: String, _ outputs: [String], _ set: [String] = []) throws -> [[Double]] {
    var folder = YearlyFolder()
    folder.rules = rules
    folder.regions = "region,X,C,N,G,P,A,w,V\na,100,20000,30000,1500,1000000,2400,0.2,3600\n"
    folder.parameters =
      "name,value\ng,0.045\npi,0.02\nphi0,0.3\nphi1,0.33\nfall,-0.25\nx,0.12\ne,0.6\nu,0.75\nH,0.11\nm,1.4\nh,0.004\nq,0.015\ncap,0.02\nZ,6120\nline,12000\nmean,30000\ns,0.6\none,1\n"
    folder.scenario = folder.scenario.replacing("years: 3", with: "years: 6")
      .replacing("outputs: [X]", with: "outputs: [\(outputs.joined(separator: ", "))]")
    let (model, problems) = try folder.load(set)
    return try YearlyFolder.results(try #require(model, "\(problems)"))[0]
  }

  private func near(_ found: Double, _ expected: Double) -> Bool {
    abs(found - expected) <= 1e-12 * abs(expected)
  }

  @Test func compound() throws {
    let found = try results(
      "- {id: X, form: compound, gives: X, start: X, rates: [[[g]], [[pi]]]}", ["X"])
    #expect(near(found[0][0], 106.59) && near(found[1][0], 106.59 * 1.0659))
    let sum = try results("- {id: X, form: compound, gives: X, start: X, rates: [[[2, g], [pi]]]}", ["X"])
    #expect(near(sum[0][0], 111))
  }

  @Test func glide() throws {
    let found = try results("- {id: F, form: glide, gives: F, from: phi0, to: phi1, years: 5}", ["F"])
    #expect(near(found[0][0], 0.306) && near(found[4][0], 0.33) && near(found[5][0], 0.33))
  }

  @Test func indexed() throws {
    let rules = """
      - {id: C, form: compound, gives: C, start: C, rates: [[[fall]]]}
      - {id: S, form: indexed, gives: S, start_ratio: phi0, start_series: C, ratio: 0.306, series: {of: C, lag: 1}}
      """
    let found = try results(rules, ["S"])
    // 30.6 % of last year's 20,000; then of 15,000, which is less and changes nothing.
    #expect(near(found[0][0], 6120) && near(found[1][0], 6120))
  }

  @Test func incomeDistribution() throws {
    let rule =
      "- {id: I, form: income_distribution, gives_share: F, gives_gap: D, line: line, mean: mean, spread: [s, one]}"
    let found = try results(rule, ["F", "D"])[0]
    #expect(abs(found[0] - 0.109_882_879_852) < 1e-11 && abs(found[1] - 2_761.4768) < 1e-4)
    let nobody = try results(rule, ["F", "D"], ["line=0.000001", "s=0.05"])[0]
    #expect(nobody == [0, 0])
  }

  /// A spread of nothing, or less, is no distribution: a draw of it has no result.
  @Test func aSpreadOfNothingHasNoResult() throws {
    let rule =
      "- {id: I, form: income_distribution, gives_share: F, gives_gap: D, line: line, mean: mean, spread: [s, one]}"
    for spread in ["0", "-0.6"] {
      let found = try results(rule, ["F", "D"], ["s=\(spread)"])[0]
      #expect(found.filter { !$0.isNaN }.isEmpty, "\(spread): \(found)")
    }
    // A product of two negative factors is a spread again.
    #expect(try results(rule, ["F"], ["s=-0.6", "one=-1"])[0] == results(rule, ["F"])[0])
  }

  @Test func linearRecurrence() throws {
    let found = try results(
      "- {id: G, form: linear_recurrence, gives: G, start: G, terms: [{of: V, times: 0.5}, {of: G, lag: 1, over: 3}]}",
      ["G"])
    #expect(near(found[0][0], 2300) && near(found[1][0], 1800 + 2300 / 3.0))
  }

  @Test func takeUp() throws {
    let found = try results(
      "- {id: R, form: take_up, gives: \"N\", start: \"N\", exit: x, speed: e, entitled: [u, H, P]}",
      ["\"N\""])
    #expect(near(found[0][0], 60_060))
    let nobody = try results(
      "- {id: R, form: take_up, gives: \"N\", start: \"N\", exit: x, speed: e, entitled: [u, H, 1]}",
      ["\"N\""])
    #expect(near(nobody[0][0], 26_400))
  }

  @Test func amountsAndMoney() throws {
    let rules = """
      - {id: T, form: weighted_multiple, gives: T, of: Z, weights: [[m], [0.7, w]], plus: A}
      - {id: D, form: product, gives: D, of: ["N", 2000]}
      - {id: L, form: largest, gives: L, of: [[5, P], [h, P, Z]], over: [1, 12]}
      - {id: S, form: capped_share, gives: S, rate: q, cap: cap, of: [D, L]}
      - {id: U, form: sum, gives: U, of: [D, L, S]}
      """
    let found = try results(rules, ["T", "D", "L", "S", "U"])[0]
    #expect(near(found[0], 11_824.8) && near(found[1], 60_000_000) && near(found[2], 5_000_000))
    #expect(near(found[3], 975_000) && near(found[4], 65_975_000))
    let capped = try results(rules, ["S", "L"], ["q=0.5", "h=0.04"])[0]
    #expect(near(capped[1], 20_400_000) && near(capped[0], 0.02 * 80_400_000))
  }
}

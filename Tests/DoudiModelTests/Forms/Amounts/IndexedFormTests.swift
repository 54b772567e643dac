import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@Suite struct IndexedFormTests {
  /// Consumption 20,000 urban and 12,000 rural in 2024, then 21,000 and 12,600, then 22,050 and 13,230.
  static let series = """
    990001,urban,2023,consumption,19000,CNY/person/year,observed,yearbook
    990001,rural,2023,consumption,11400,CNY/person/year,observed,yearbook
    990001,urban,2024,consumption,20000,CNY/person/year,observed,yearbook
    990001,rural,2024,consumption,12000,CNY/person/year,observed,yearbook
    990001,urban,2025,consumption,21000,CNY/person/year,observed,yearbook
    990001,rural,2025,consumption,12600,CNY/person/year,observed,yearbook
    990001,urban,2026,consumption,22050,CNY/person/year,observed,yearbook
    990001,rural,2026,consumption,13230,CNY/person/year,observed,yearbook
    """

  static func rules(_ keys: String) -> String {
    """
    - id: S1
      form: indexed
      gives: standard
      unit: CNY/person/month
      series: consumption
      lag: 1 years
    \(keys.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n"))
    """
  }

  static func place(_ keys: String, _ more: String = "") -> SmallPlace {
    SmallPlace(rules: rules(keys), observations: series + (more.isEmpty ? "" : "\n" + more))
  }

  @Test func shareOfLastYearsSeriesIsExact() throws {
    let run = try Self.place("ratio: 30 %").run()
    // 30 % x 22,050 / 12 = 551.25; 30 % x 13,230 / 12 = 330.75.
    #expect(run.amount("standard", .urban, "2027-01") == Rational(2205, over: 4))
    #expect(run.amount("standard", .rural, "2027-12") == Rational(1323, over: 4))
    #expect(run.figure("standard", .urban, "2027-01")?.status == .observed)
    #expect(run.faults == [])
    #expect(run.traceFaults == [])
  }

  @Test func seriesOfANamedAreaAndTwoYearsBack() throws {
    let run = try SmallPlace(
      rules: Self.rules("ratio: 24 %\nseries_area: urban").replacing("lag: 1", with: "lag: 2"),
      observations: Self.series
    ).run()
    // 24 % x 21,000 / 12 = 420 in both areas.
    #expect(run.amount("standard", .urban, "2027-01") == Rational(420))
    #expect(run.amount("standard", .rural, "2027-01") == Rational(420))
    #expect(run.traceFaults == [])
  }

  @Test func stepRoundsUpAndLeavesMultiplesAlone() throws {
    let run = try Self.place("ratio: {urban: 30 %, rural: 32 %}\nstep: 10 CNY/person/month").run()
    // 551.25 up to 560; 32 % x 13,230 / 12 = 352.8 up to 360.
    #expect(run.amount("standard", .urban, "2027-01") == Rational(560))
    #expect(run.amount("standard", .rural, "2027-01") == Rational(360))
    let exact = try Self.place("ratio: {urban: 24 %, rural: 20 %}\nstep: 0.5 CNY/person/month").run()
    // 24 % x 22,050 / 12 = 441 is a multiple and stays; 220.5 as well.
    #expect(exact.amount("standard", .urban, "2027-01") == Rational(441))
    #expect(exact.amount("standard", .rural, "2027-01") == Rational(441, over: 2))
    #expect(run.traceFaults == [] && exact.traceFaults == [])
  }

  @Test func guidelineFirstThenUplift() throws {
    let run = try Self.place(
      "ratio: 30 %\nguideline: {urban: 540 CNY/person/month, rural: 340 CNY/person/month}\nuplift: 12 CNY/person/month"
    ).run()
    // max(551.25, 540) + 12 and max(330.75, 340) + 12.
    #expect(run.amount("standard", .urban, "2027-01") == Rational(2253, over: 4))
    #expect(run.amount("standard", .rural, "2027-01") == Rational(352))
    #expect(run.traceFaults == [])
  }

  @Test func neverLoweredKeepsLastYears() throws {
    let falling = "ratio: {2020-01: 30 %, 2027-01: 25 %}"
    let lowered = try Self.place(falling).run()
    // 25 % x 22,050 / 12 = 459.375, below 30 % x 21,000 / 12 = 525 of 2026.
    #expect(lowered.amount("standard", .urban, "2027-01") == Rational(3675, over: 8))
    let kept = try Self.place(falling + "\nnever_lowered: true").run()
    #expect(kept.amount("standard", .urban, "2026-12") == Rational(525))
    #expect(kept.amount("standard", .urban, "2027-01") == Rational(525))
    #expect(kept.traceFaults == [])
  }

  @Test func upliftIsAddedOnceHoweverOftenLastYearsStandardDecides() throws {
    // The ratio falls in 2026, so that last year's 500 + 20 stands in 2026 and in 2027: not 540, not 560.
    let run = try Self.place(
      "ratio: {2020-01: 30 %, 2026-01: 20 %}\nuplift: 20 CNY/person/month\nnever_lowered: true"
    ).run()
    // 2025: 30 % x 20,000 / 12 = 500, + 20.
    #expect(run.amount("standard", .urban, "2025-06") == Rational(520))
    #expect(run.amount("standard", .urban, "2026-06") == Rational(520))
    #expect(run.amount("standard", .urban, "2027-06") == Rational(520))
    #expect(run.traceFaults == [])
  }

  @Test func effectiveMonthAndBackPayWindow() throws {
    let run = try Self.place("ratio: 30 %\neffective_month: 4\npaid_from_month: 7").run()
    // Until March the standard of April 2026, 30 % x 21,000 / 12 = 525.
    #expect(run.amount("standard", .urban, "2027-03") == Rational(525))
    #expect(run.amount("standard", .urban, "2027-04") == Rational(2205, over: 4))
    #expect(run.world.backPayWindows[0] == BackPayWindow(effective: 4, paidFrom: 7))
    #expect(run.traceFaults == [])
  }

  @Test func observedStandardStartsTheChain() throws {
    let keys = "ratio: 30 %\nstart: standard\nnever_lowered: true"
    let run = try Self.place(keys, "990001,urban,2023,standard,600,CNY/person/month,observed,notice").run()
    // 600 of 2023 stays above 500, 525 and 551.25 and is never lowered.
    #expect(run.amount("standard", .urban, "2027-01") == Rational(600))
    #expect(run.amount("standard", .rural, "2027-01") == Rational(1323, over: 4))
    #expect(run.traceFaults == [])
  }

  @Test func theNewestObservedStandardIsInForceInItsYear() throws {
    // Seen in 2026, a year after the first computed column: 7,200 a year are 600 a month.
    let keys = "ratio: 30 %\nstart: standard\nnever_lowered: true"
    let run = try Self.place(keys, "990001,urban,2026,standard,7200,CNY/person/year,observed,notice").run()
    #expect(run.amount("standard", .urban, "2025-12") == Rational(500))
    #expect(run.amount("standard", .urban, "2026-01") == Rational(600))
    #expect(run.figure("standard", .urban, "2026-01")?.status == .observed)
    #expect(run.amount("standard", .urban, "2027-01") == Rational(600))
    #expect(run.traceFaults == [])
  }

  @Test func convergenceInEqualStepsFromTheLastYearBeforeTheHorizon() throws {
    // Urban 441, rural 264.6 throughout the ratio 0.6: k = 0.6 in 2026, 1 in 2030, so 0.7, 0.8, 0.9, 1.
    let keys = "ratio: 24 %\nconverge: {to: urban, by: \"2030\"}"
    var place = Self.place(keys)
    place.observations += "\n990001,urban,2027,consumption,22050,CNY/person/year,observed,yearbook"
    place.assumptions = "growth.consumption: {value: 0 %/year, why: {zh: 测, en: test}}"
    place.horizon = ("2027-01", "2031-12")
    let run = try place.run()
    #expect(run.amount("standard", .rural, "2026-12") == Rational(252))
    for (year, rural) in [(2027, 3087), (2028, 3528), (2029, 3969), (2030, 4410), (2031, 4410)] {
      #expect(run.amount("standard", .urban, "\(year)-05") == Rational(441))
      #expect(run.amount("standard", .rural, "\(year)-05") == Rational(Int128(rural), over: 10))
    }
    #expect(run.faults == [])
    #expect(run.traceFaults == [])
  }

  @Test func convergenceFromAStatedRatioAndToAPastDate() throws {
    let stated = try Self.place("ratio: 24 %\nconverge: {to: urban, by: \"2028\", k0: 80 %}").run()
    // Half way from 0.8 to 1: 0.9 x 441 = 396.9.
    #expect(stated.amount("standard", .rural, "2027-01") == Rational(3969, over: 10))
    let past = try Self.place("ratio: 24 %\nconverge: {to: urban, by: \"2020\"}").run()
    #expect(past.amount("standard", .rural, "2027-01") == Rational(441))
    #expect(past.amount("standard", .rural, "2026-12") == Rational(252))
    #expect(stated.traceFaults == [] && past.traceFaults == [])
  }

  @Test func convergenceLiftsOnlyAndRoundsUpToTheStep() throws {
    // Rural 60 % of 13,230 / 12 = 661.5 lies above urban 441 and stays.
    let above = try Self.place("ratio: {urban: 24 %, rural: 60 %}\nconverge: {to: urban, by: \"2027\"}").run()
    #expect(above.amount("standard", .rural, "2027-01") == Rational(1323, over: 2))
    let stepped = try Self.place(
      "ratio: 24 %\nstep: 5 CNY/person/month\nconverge: {to: urban, by: \"2028\", k0: 80 %}"
    ).run()
    // Urban 441 up to 445; 0.9 x 445 = 400.5 up to 405.
    #expect(stepped.amount("standard", .rural, "2027-01") == Rational(405))
    #expect(above.traceFaults == [] && stepped.traceFaults == [])
  }

  @Test func carriedSeriesIsRoundedEachYear() throws {
    var place = Self.place("ratio: 30 %")
    place.horizon = ("2029-01", "2029-12")
    place.assumptions = "growth.consumption: {value: 5.41 %/year, why: {zh: 测, en: test}}"
    let run = try place.run()
    // 22,050 x 1.0541 = 23,242.905, half up 23,242.91; x 1.0541 = 24,500.351..., 24,500.35.
    #expect(run.amount("standard", .urban, "2029-01") == Rational(2_450_035, over: 4000))
    #expect(run.traceFaults == [])
  }

  @Test func missingSeriesIsAFault() throws {
    var place = Self.place("ratio: 30 %")
    place.horizon = ("2029-01", "2029-12")
    #expect(try place.run().faults.contains("no value: consumption 990001 urban 2028-12"))
  }
}

extension IndexedFormTests {
  @Test func figuresFromTheYearBeforeTheHorizonAreEnough() throws {
    // The series begins in 2026: the columns before the horizon take it for the years before.
    var place = Self.place("ratio: 30 %\nnever_lowered: true")
    place.observations = """
      990001,urban,2026,consumption,22050,CNY/person/year,observed,yearbook
      990001,rural,2026,consumption,13230,CNY/person/year,observed,yearbook
      """
    let run = try place.run()
    #expect(run.faults == [])
    #expect(run.amount("standard", .urban, "2026-01") == Rational(2205, over: 4))
    #expect(run.figure("standard", .urban, "2026-01")?.status == .estimated)
    #expect(run.figure("standard", .urban, "2027-01")?.status == .observed)
    #expect(run.traceFaults == [])
  }

  /// What holds a standard up is followed to where it came from.
  @Test func aHeldStandardNamesItsOrigin() throws {
    let seen =
      "990001,urban,2023,seen,900,CNY/person/month,observed,notice\n990001,rural,2023,seen,1,CNY/person/month,observed,notice"
    let run = try Self.place("ratio: 30 %\nnever_lowered: true\nstart: seen", seen).run()
    let cell = try #require(run.cell(.urban))
    let trace = run.projection.explainAmount(0, cell, Month(year: 2027, month: 5))
    let held = try #require(
      trace.children.first { $0.title.en == "last year's standard, in force since 2023" })
    #expect(trace.value == "900" && held.value == "900")
    #expect(held.children.map(\.source) == ["notice"])
    // Not where the series is what decides.
    let rural = try #require(run.cell(.rural))
    let other = run.projection.explainAmount(0, rural, Month(year: 2027, month: 5))
    #expect(!other.children.contains { $0.title.en.hasPrefix("last year") })
  }

  /// A standard lifted towards the other area's shows k and that standard.
  @Test func aLiftedStandardNamesKAndItsTarget() throws {
    let run = try Self.place("ratio: 30 %\nconverge: {to: urban, by: \"2028\"}").run()
    let cell = try #require(run.cell(.rural))
    let trace = run.projection.explainAmount(0, cell, Month(year: 2027, month: 5))
    let k = try #require(trace.children.first { $0.title.en.hasPrefix("k, ratio") })
    // From 0.6 half of the way to 1.
    #expect(k.value == "80")
    #expect(FormulaText.value(k.formula).map { ($0 - 0.8).magnitude < 1e-9 } == true)
    #expect(trace.children.contains { $0.value == "551.25" && $0.unit == "CNY/person/month" })
  }

  /// A figure of another place or year says why it stands here.
  @Test func carriedFiguresSayWhy() throws {
    var place = SmallPlace(
      rules: Self.rules("ratio: 30 %"),
      observations: "990000,all,2024,consumption,20000,CNY/person/year,observed,yearbook",
      assumptions: "growth.consumption: {value: 5 %/year, why: {zh: 测, en: test}}")
    place.horizon = ("2027-01", "2027-12")
    let run = try place.run()
    let cell = try #require(run.cell(.urban))
    let trace = run.projection.explainAmount(0, cell, Month(year: 2027, month: 5))
    let series = try #require(trace.children.first { $0.title.en.hasPrefix("consumption 2026") })
    #expect(
      series.why?.en
        == "carried down from 990000; the figure of all areas stands for this one; carried forward 2 years at growth 5 %/year"
    )
    #expect(series.why?.zh == "由上级990000的数沿用；取不分城乡的数；由2024推算2年，增长率5 %/年")
  }
}

import DoudiInputs
import DoudiUnits

/// A standard that follows a published series.
///
///     S(y) = up( max( max( ratio(y) x I(y - lag) / 12, guideline ) + uplift, S(y-1) if never lowered ) )
///
/// I: the series in CNY per person and year; up: rounding up to the step. The uplift is added once:
/// last year's S already holds it. In a year for which `start` has an observed standard, that one
/// is in force. With `converge`
/// the cells of other areas are lifted to k(y) x S of the named area, where k grows in
/// equal yearly steps from its value in the year before the horizon to 1 in the target year.
/// S holds from `effective_month`; with `paid_from_month` the months between are back pay.
///
/// Holds: S never falls where `never_lowered`; S >= guideline. Does not hold: S moving
/// in proportion to I (rounding, guideline and floor break it).
struct IndexedForm: AmountForm {
  static let name = "indexed"
  static let summary = Bilingual(
    zh: "与居民收入或消费支出挂钩的标准", en: "a standard that follows a published series")
  static let keys: [FormKey] = [
    .required("gives", .newName, zh: "标准代号", en: "identifier of the amount"),
    .required(
      "unit", .keyword(["CNY/person/month", "CNY/person/year"]), zh: "标准的计价单位",
      en: "unit in which the amount is stated"),
    .required("series", .indicator, zh: "挂钩的指标", en: "series followed, CNY per person and year"),
    .optional(
      "series_area", .keyword(["own", "urban", "rural", "all"]), zh: "取哪一地域的指标", en: "area of the series"),
    .required("lag", .term(unit: "years"), zh: "滞后年数", en: "years back"),
    .required("ratio", .term(unit: "%"), zh: "比例", en: "share of the series"),
    .optional("guideline", .term(unit: "CNY/person/month"), zh: "上级指导标准", en: "guideline from above"),
    .optional(
      "ratio_gives", .keyword(["standard", "guideline"]), zh: "比例得出的是标准（不写即是）还是上级指导标准",
      en: "what the ratio gives: the standard (so if left out), or the guideline from above"),
    .optional("uplift", .term(unit: "CNY/person/month"), zh: "自行提高额", en: "what the place adds"),
    .optional("never_lowered", .term(unit: "flag"), zh: "只升不降", en: "never below last year's"),
    .optional("step", .term(unit: "CNY/person/month"), zh: "进位单位", en: "rounded up to a multiple of"),
    .optional("effective_month", .integer(1...12), zh: "执行月份", en: "month from which it holds"),
    .optional("paid_from_month", .integer(1...12), zh: "实际发放月份（此前补发）", en: "month from which it is paid"),
    .optional("start", .indicator, zh: "已执行的标准", en: "observed standard to start from"),
    .optional(
      "converge",
      .object([
        .required("to", .keyword(["urban", "rural"]), zh: "看齐的地域", en: "area to converge to"),
        .required("by", .term(unit: "1"), zh: "目标年份", en: "target year"),
        .optional(
          "k0", .term(unit: "%"), zh: "起点比",
          en: "ratio to start from; else that of the year before the horizon"),
      ]), zh: "城乡统筹", en: "convergence between areas"),
  ]

  let series: String
  let seriesArea: Area?
  let lag: Term
  let ratio: Term
  let guideline: Term?
  let ratioGivesGuideline: Bool
  let uplift: Term?
  let neverLowered: Term?
  let step: Term?
  let effectiveMonth: Int
  let paidFromMonth: Int?
  let start: String?
  let convergence: (to: Area, by: Term, start: Term?)?

  init?(_ reader: FormReader) {
    let series = reader.indicator("series")
    let (lag, ratio) = (reader.term("lag", unit: "years"), reader.term("ratio", unit: "%"))
    seriesArea = reader.area("series_area")
    guideline = reader.optionalTerm("guideline", unit: "CNY/person/month")
    ratioGivesGuideline = reader.text("ratio_gives") == "guideline"
    uplift = reader.optionalTerm("uplift", unit: "CNY/person/month")
    neverLowered = reader.optionalTerm("never_lowered", unit: "flag")
    step = reader.optionalTerm("step", unit: "CNY/person/month")
    effectiveMonth = reader.integer("effective_month", in: 1...12, default: 1)
    paidFromMonth =
      reader.has("paid_from_month") ? reader.integer("paid_from_month", in: 1...12, default: 1) : nil
    start = reader.optionalIndicator("start")
    convergence = Self.convergence(reader)
    guard let series, let lag, let ratio else { return nil }
    (self.series, self.lag, self.ratio) = (series, lag, ratio)
    if let paidFromMonth, paidFromMonth <= effectiveMonth {
      reader.fault(
        "DD1313", "paid_from_month",
        Bilingual(zh: "发放月份应晚于执行月份", en: "the month of payment must come after the effective month"))
      return nil
    }
  }

  private static func convergence(_ reader: FormReader) -> (to: Area, by: Term, start: Term?)? {
    guard let inner = reader.object("converge") else { return nil }
    defer { reader.absorb(inner) }
    guard let by = inner.term("by", unit: "1", .whole), let to = inner.area("to") else { return nil }
    return (to, by, inner.optionalTerm("k0", unit: "%"))
  }

  func neverLowers(_ cell: Int, _ month: Month, world: World) -> Bool {
    neverLowered.map { world.flag($0, cell, month) } ?? false
  }

  /// The year whose standard is in force in a month.
  func yearInForce(_ month: Month) -> Int { month.month >= effectiveMonth ? month.year : month.year - 1 }

  /// ratio x series(y - lag) / 12, CNY per person and month, before a guideline and rounding.
  func indexed(_ year: Int, _ cell: Int, _ world: World) -> Figure {
    let annual = seriesFigure(year, cell, world)
    let share = world.share(ratio, cell, Month(year: year, month: effectiveMonth))
    return Figure(share.value * annual.value * Rational(1, over: 12), max(share.status, annual.status))
  }

  func isRevised(at month: Month, world: World) -> Bool { month.month == effectiveMonth }

  func backPayWindow(base: (Int) -> BackPayWindow?) -> BackPayWindow? {
    paidFromMonth.map { BackPayWindow(effective: effectiveMonth, paidFrom: $0) }
  }

  func column(
    at month: Month, previous: [Figure?]?, rule: RuleHeader, world: World
  ) -> [Figure?] {
    let year = yearInForce(month)
    return world.peopleColumn { cell in
      guard let previous else { return firstStandard(year, cell, world) }
      if let seen = observedStart(cell, year, world), seen.year == year { return seen.figure }
      return standard(year, after: previous[cell], cell, world)
    }
  }

  func following(
    _ column: [Figure?], at month: Month, isFixed: (Int) -> Bool, rule: RuleHeader, world: World
  ) -> [Figure?] {
    guard let convergence else { return column }
    let year = yearInForce(month)
    var column = column
    lift(&column, convergence, year: year, isFixed: isFixed, rule: rule, world: world)
    return column
  }

  /// The standard of the first column: from the observed one on, if there is one.
  private func firstStandard(_ year: Int, _ cell: Int, _ world: World) -> Figure? {
    guard let seen = observedStart(cell, year, world) else {
      return standard(year, after: nil, cell, world)
    }
    var current = Figure(seen.figure.value, seen.figure.status)
    for later in (seen.year + 1)..<(max(seen.year, year) + 1) {
      current = standard(later, after: current, cell, world)
    }
    return current
  }

  /// The newest observed standard of `start` not after a year, the region's own or one from above.
  func observedStart(_ cell: Int, _ year: Int, _ world: World) -> StandardInForce? {
    guard let start else { return nil }
    return world.readings.standards(start).figure(cell, year) { readStart(start, cell, year, world) }
  }

  private func readStart(_ start: String, _ cell: Int, _ year: Int, _ world: World) -> StandardInForce? {
    world.startsRead.insert(start)
    let place = world.space.cells[cell]
    for region in world.space.regions(of: cell) {
      for area in [place.area, .all] {
        guard
          let seen = world.indicators.table.latest(
            start, region: region, area: area, notAfter: .year(year))
        else { continue }
        guard let value = Quantity(value: seen.value, unit: seen.unit).converted(to: Units.monthly) else {
          world.indicators.noteMisfit(seen, wanted: Units.monthly, start, place.region)
          continue
        }
        let status = region == place.region ? seen.status : max(seen.status, .estimated)
        return StandardInForce(figure: Figure(value, status), year: seen.period.year, seen: seen)
      }
    }
    return nil
  }

  func standard(_ year: Int, after last: Figure?, _ cell: Int, _ world: World) -> Figure {
    let month = Month(year: year, month: effectiveMonth)
    var result = indexed(year, cell, world)
    if let guideline = guideline.map({ world.figure($0, cell, month) }) {
      if guideline.value > result.value { result.value = guideline.value }
      result.status = max(result.status, guideline.status)
    }
    if let uplift = uplift.map({ world.figure($0, cell, month) }) {
      result = Figure(result.value + uplift.value, max(result.status, uplift.status))
    }
    if let last, let neverLowered, world.flag(neverLowered, cell, month) {
      if last.value > result.value { result = Figure(last.value, max(last.status, result.status)) }
      result.status = max(result.status, world.figure(neverLowered, cell, month).status)
    }
    if let step = step.map({ world.figure($0, cell, month) }) {
      result = Figure(result.value.roundedUp(toStep: step.value), max(result.status, step.status))
    }
    return result
  }

  func seriesFigure(_ year: Int, _ cell: Int, _ world: World) -> Figure {
    let month = Month(year: year, month: effectiveMonth)
    let lagYears = Int(world.figure(lag, cell, month).value.floor)
    if month.advanced(by: 12) <= world.horizon.first {
      return world.indicatorNear(series, cell, area: seriesArea, year: year - lagYears, unit: Units.yearly)
    }
    return world.indicator(series, cell, area: seriesArea, year: year - lagYears, unit: Units.yearly)
  }

  private func lift(
    _ column: inout [Figure?], _ convergence: (to: Area, by: Term, start: Term?), year: Int,
    isFixed: (Int) -> Bool, rule: RuleHeader, world: World
  ) {
    for cell in world.space.people where world.space.cells[cell].area != convergence.to && !isFixed(cell) {
      guard let target = world.space.sibling(of: cell, in: convergence.to),
        let high = column[target], let low = column[cell],
        let k = share(year, cell, target, convergence, rule, world)
      else { continue }
      var bound = k.value * high.value
      if let step {
        bound = bound.roundedUp(
          toStep: world.figure(step, cell, Month(year: year, month: effectiveMonth)).value)
      }
      if bound > low.value { column[cell] = Figure(bound, max(k.status, max(low.status, high.status))) }
    }
  }

  /// k(y): from the ratio in the year before the horizon in equal steps to 1 in the target year.
  func share(
    _ year: Int, _ cell: Int, _ target: Int, _ convergence: (to: Area, by: Term, start: Term?),
    _ rule: RuleHeader, _ world: World
  ) -> Figure? {
    path(year, cell, target, convergence, rule, world).map {
      Figure($0.from + (.one - $0.from) * $0.passed, $0.status)
    }
  }

  /// The ratio that k starts from, and the part of the way to 1 that has passed.
  func path(
    _ year: Int, _ cell: Int, _ target: Int, _ convergence: (to: Area, by: Term, start: Term?),
    _ rule: RuleHeader, _ world: World
  ) -> (from: Rational, passed: Rational, status: Status)? {
    let base = world.horizon.first.year - 1
    let baseMonth = Month(year: base, month: 12)
    let history = world.amounts[position(rule, world)]
    guard year > base, let low = history.figure(cell, baseMonth),
      let high = history.figure(target, baseMonth), high.value > .zero
    else { return nil }
    let by = world.figure(convergence.by, cell, Month(year: year, month: effectiveMonth))
    let given = convergence.start.map { world.share($0, cell, baseMonth) }
    let from = given?.value ?? low.value / high.value
    let span = Int(by.value.floor) - base
    let passed = span <= year - base ? Rational.one : Rational(Int128(year - base), over: Int128(span))
    return (from, passed, max(by.status, given?.status ?? .stated))
  }

  func position(_ rule: RuleHeader, _ world: World) -> Int { world.amountPosition[rule.id] ?? 0 }
}

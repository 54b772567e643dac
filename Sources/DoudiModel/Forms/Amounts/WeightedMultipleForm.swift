import DoudiInputs
import DoudiUnits

/// An average over categories, each a share of one base.
///
///     A = base(y - lag) x sum_k share_k x weight_k,   sum_k share_k = 100 %
///
/// Base: another amount, or an indicator in CNY per month (a minimum wage). Weights are
/// by ability and mode of care, shares say how the people divide over the categories.
struct WeightedMultipleForm: AmountForm {
  static let name = "weighted_multiple"
  static let summary = Bilingual(
    zh: "按类别加权的倍数", en: "a multiple averaged over categories")
  static let keys: [FormKey] = [
    .required("gives", .newName, zh: "标准代号", en: "identifier of the amount"),
    .required(
      "unit", .keyword(["CNY/person/month", "CNY/person/year"]), zh: "标准的计价单位",
      en: "unit in which the amount is stated"),
    .optional("of", .amount, zh: "基数标准", en: "amount that serves as base"),
    .optional("series", .indicator, zh: "基数指标（元/月）", en: "indicator that serves as base, CNY per month"),
    .optional("area", .keyword(["own", "urban", "rural", "all"]), zh: "基数取哪一地域", en: "area of the base"),
    .optional("lag", .term(unit: "years"), zh: "滞后年数", en: "years back"),
    .required("weights", .termMap(unit: "%"), zh: "各类系数", en: "weight of each category"),
    .required(
      "shares", .termMap(unit: "%"), role: .parts, zh: "各类人数占比", en: "share of people in each category"),
  ]

  let base: Int?
  let series: String?
  let area: Area?
  let lag: Term?
  let weights: [(name: String, term: Term)]
  let shares: [(name: String, term: Term)]

  init?(_ reader: FormReader) {
    base = reader.has("of") ? reader.amount("of") : nil
    series = reader.optionalIndicator("series")
    area = reader.area("area")
    lag = reader.optionalTerm("lag", unit: "years")
    let weights = reader.termMap("weights", unit: "%")
    let shares = reader.termMap("shares", unit: "%", .share)
    guard let weights, let shares else { return nil }
    // Sorted, so that explanations do not depend on the order of keys.
    self.weights = weights.sorted { $0.name < $1.name }
    self.shares = shares.sorted { $0.name < $1.name }
    guard (base == nil) != (series == nil) else {
      reader.fault("DD1314", "series", Bilingual(zh: "of与series须且只须写一个", en: "write either of or series"))
      return nil
    }
    guard reader.names(in: "weights") == reader.names(in: "shares") else {
      reader.fault(
        "DD1315", "shares",
        Bilingual(zh: "shares与weights的类别不一致", en: "shares and weights name different categories"))
      return nil
    }
  }

  func isRevised(at month: Month, world: World) -> Bool {
    month.month == 1 || base != nil || (weights + shares).contains { $0.term.changes(in: month) }
  }

  func backPayWindow(base: (Int) -> BackPayWindow?) -> BackPayWindow? {
    lag == nil ? self.base.flatMap(base) : nil
  }

  func column(
    at month: Month, previous: [Figure?]?, rule: RuleHeader, world: World
  ) -> [Figure?] {
    world.peopleColumn { cell in
      guard let base = baseFigure(cell, month, world), let mean = mean(cell, month, rule, world) else {
        return nil
      }
      return Figure(base.value * mean.value, max(base.status, mean.status))
    }
  }

  private func baseFigure(_ cell: Int, _ month: Month, _ world: World) -> Figure? {
    let lagYears = lag.map { Int(world.figure($0, cell, month).value.floor) } ?? 0
    if let series {
      let year = month.year - lagYears
      return month < world.horizon.first
        ? world.indicatorNear(series, cell, area: area, year: year, unit: Units.wage)
        : world.indicator(series, cell, area: area, year: year, unit: Units.wage)
    }
    guard let base else { return nil }
    return world.amount(
      base, cell, area: area, max(month.advanced(by: -12 * lagYears), world.firstAmountMonth))
  }

  private func mean(_ cell: Int, _ month: Month, _ rule: RuleHeader, _ world: World) -> Figure? {
    var (sum, whole) = (Figure(.zero, .stated), Rational.zero)
    for (name, weightTerm) in weights {
      guard let shareTerm = shares.first(where: { $0.name == name })?.term else { continue }
      let (weight, share) = (world.share(weightTerm, cell, month), world.share(shareTerm, cell, month))
      sum.value = sum.value + weight.value * share.value
      sum.status = max(sum.status, max(weight.status, share.status))
      whole = whole + share.value
    }
    // A moved assumption (one share raised alone) is read relative to the new sum.
    guard whole > .zero else { return nil }
    if whole != .one && !world.indicators.isPerturbed {
      let text = (whole * Rational(100)).shortText()
      world.fault(rule: rule, zh: "各类占比之和为\(text)%，应为100%", en: "the shares add up to \(text) %, not 100 %")
    }
    return Figure(sum.value / whole, sum.status)
  }

  func trace(_ cell: Int, _ month: Month, rule: RuleHeader, tracer: Tracer) -> TraceNode {
    let world = tracer.world
    let base = baseFigure(cell, month, world) ?? Figure(.zero, .assumed)
    let mean = mean(cell, month, rule, world) ?? Figure(.zero, .assumed)
    let sum = weights.compactMap { weight -> String? in
      guard let share = shares.first(where: { $0.name == weight.name }) else { return nil }
      return
        "\(world.figure(share.term, cell, month).value) % x \(world.figure(weight.term, cell, month).value) %"
    }
    var children = (weights + shares).map { tracer.term($0.term, cell, month) }
    let lagYears = lag.map { Int(world.figure($0, cell, month).value.floor) } ?? 0
    if let series {
      children.append(
        tracer.indicator(series, cell, area: area, year: month.year - lagYears, unit: Units.wage))
    } else if let position = self.base {
      let at = max(month.advanced(by: -12 * lagYears), world.firstAmountMonth)
      children.append(
        tracer.amount(position, area.flatMap { world.space.sibling(of: cell, in: $0) } ?? cell, at))
    }
    return TraceNode(
      title: rule.name, formula: "\(base.value) x (\(sum.joined(separator: " + ")))",
      value: (base.value * mean.value).shortText(), unit: "CNY/person/month",
      status: max(base.status, mean.status), citation: rule.citation, children: children)
  }
}

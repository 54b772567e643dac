import DoudiInputs
import DoudiUnits

/// Divides a group between institutions and home while the institutional rate moves to its target.
///
///     r(m) = r0 + (r1 - r0) x passed,   passed: from 0 in the month before the horizon to 1 in
///            December of the target year (1 at once where that year is over)
///     institutional = N x ( d x r(m) + (1 - d) x others )
///     home          = N - institutional
///
/// d: share who cannot care for themselves, for whom the rate is defined.
struct InstitutionalRateForm: CaseloadForm {
  static let name = "institutional_rate"
  static let summary = Bilingual(zh: "集中供养率", en: "institutional care rate that moves to a target")
  static let keys: [FormKey] = [
    .required("gives", .newName, zh: "集中供养人群代号", en: "group in institutions"),
    .required("rest", .newName, zh: "分散供养人群代号", en: "group at home"),
    .required("of", .group, zh: "全部人群", en: "the whole group"),
    .required("non_self_caring", .term(unit: "%"), zh: "失能半失能占比", en: "share who cannot care for themselves"),
    .required("start_rate", .term(unit: "%"), zh: "起点集中供养率", en: "rate before the horizon"),
    .required("target_rate", .term(unit: "%"), zh: "目标集中供养率", en: "rate aimed at"),
    .required("by", .term(unit: "1"), zh: "目标年份", en: "year by whose end it is reached"),
    .required("others_rate", .term(unit: "%"), zh: "其余人员集中供养率", en: "rate among those who can"),
  ]

  let gives: [Int]
  let group: Int
  let nonSelfCaring: Term
  let startRate: Term
  let targetRate: Term
  let by: Term
  let othersRate: Term

  init?(_ reader: FormReader) {
    let (gives, rest, group) = (reader.gives(), reader.gives("rest"), reader.group("of"))
    let nonSelfCaring = reader.term("non_self_caring", unit: "%", .share)
    let (start, target) = (
      reader.term("start_rate", unit: "%", .share), reader.term("target_rate", unit: "%", .share)
    )
    let (by, others) = (reader.term("by", unit: "1", .whole), reader.term("others_rate", unit: "%", .share))
    guard let gives, let rest, let group, let nonSelfCaring, let start, let target, let by, let others
    else { return nil }
    (self.gives, self.group, self.nonSelfCaring) = ([gives, rest], group, nonSelfCaring)
    (startRate, targetRate, self.by, othersRate) = (start, target, by, others)
  }

  func run(rule: RuleHeader, world: World) {
    let blank = GroupHistory(first: world.firstGroupMonth, cells: world.space.cells.count)
    var (inside, outside, part, whole) = (blank, blank, blank, blank)
    for cell in world.space.people {
      let status = max(world.groups[group].status[cell], termStatus(cell, world))
      (inside.status[cell], outside.status[cell]) = (status, status)
      (part.status[cell], whole.status[cell]) = (status, status)
    }
    var (needing, others) = (RateColumn(nonSelfCaring, world), RateColumn(othersRate, world))
    let zero = [Double](repeating: 0, count: world.space.cells.count)
    for month in world.groupMonths {
      needing.advance(to: month)
      others.advance(to: month)
      let rates = rates(month, world)
      var (a, b, c, d) = (zero, zero, zero, zero)
      for cell in world.space.people {
        let persons = world.groups[group].persons(cell, month)
        let cared = persons * needing.values[cell]
        let steered = cared * rates[cell]
        (c[cell], d[cell]) = (steered, cared)
        a[cell] = steered + (persons - cared) * others.values[cell]
        b[cell] = persons - a[cell]
      }
      inside.append(a)
      outside.append(b)
      part.append(c)
      whole.append(d)
    }
    (world.groups[gives[0]], world.groups[gives[1]]) = (inside, outside)
    world.rates[rule.id] = RateHistory(part: part, whole: whole)
  }

  private func termStatus(_ cell: Int, _ world: World) -> Status {
    [nonSelfCaring, startRate, targetRate, by, othersRate]
      .map { world.figure($0, cell, world.horizon.first).status }.max() ?? .assumed
  }

  /// The rate by cell; cells that share their terms' values share the fraction.
  private func rates(_ month: Month, _ world: World) -> [Double] {
    var rates = [Double](repeating: 0, count: world.space.cells.count)
    var last: (start: Rational, target: Rational, by: Rational, rate: Double)?
    for cell in world.space.people {
      let start = world.figure(startRate, cell, month).value
      let target = world.figure(targetRate, cell, month).value
      let by = world.figure(by, cell, month).value
      if let last, last.start == start, last.target == target, last.by == by {
        rates[cell] = last.rate
        continue
      }
      rates[cell] = rate(cell, month, world).double
      last = (start, target, by, rates[cell])
    }
    return rates
  }

  func rate(_ cell: Int, _ month: Month, _ world: World) -> Rational {
    let start = world.share(startRate, cell, month).value
    let target = world.share(targetRate, cell, month).value
    let base = world.horizon.first.advanced(by: -1)
    let end = Month(year: Int(world.figure(by, cell, month).value.floor), month: 12)
    guard month > base else { return start }
    guard month < end else { return target }
    let passed = Rational(Int128(month.months(since: base)), over: Int128(end.months(since: base)))
    return start + (target - start) * passed
  }

  func trace(
    _ group: Int, _ cell: Int, _ month: Month, rule: RuleHeader, tracer: Tracer
  ) -> TraceNode {
    let world = tracer.world
    let persons = world.groups[self.group].persons(cell, month)
    let share = world.figure(nonSelfCaring, cell, month).value
    let rate = (rate(cell, month, world) * Rational(100)).shortText()
    let others = world.figure(othersRate, cell, month).value
    let inside = "\(persons) x (\(share) % x \(rate) % + (1 - \(share) %) x \(others) %)"
    return TraceNode(
      title: rule.name, formula: group == gives[0] ? inside : "\(persons) - \(inside)",
      value: "\(world.groups[group].persons(cell, month))", unit: "persons",
      status: world.groups[group].status[cell], citation: rule.citation,
      children: [nonSelfCaring, startRate, targetRate, by, othersRate].map { tracer.term($0, cell, month) }
        + [tracer.group(self.group, cell, month)])
  }
}

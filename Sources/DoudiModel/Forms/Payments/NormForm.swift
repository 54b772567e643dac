import DoudiInputs
import DoudiUnits

/// Posts per unit of administration, and what they cost.
///
///     posts   = units x p                                     (one size)
///     posts   = units x ( (1 - a) p_below + a p_above )       (two sizes, a: share above the threshold)
///     posts   = below x p_below + above x p_above             (two sizes, the units listed by the scenario)
///     cost(m) = round( posts x cost x cost share )            0 where posts are found within existing ones
///
/// The headcount itself is tested where the scenario says how many there are.
struct NormForm: PaymentForm, LimitForm {
  static let name = "norm"
  static let summary = Bilingual(zh: "人员配备标准", en: "posts per unit, and their cost")
  static let sizeKeys: [FormKey] = [
    .required(
      "threshold", .term(unit: "persons | households"), zh: "分档界限", en: "size that divides the units"),
    .required("below", .term(unit: "posts"), zh: "界限以下每单位名额", en: "posts below it"),
    .required("above", .term(unit: "posts"), zh: "界限以上每单位名额", en: "posts above it"),
    .required("above_share", .term(unit: "%"), zh: "界限以上单位占比", en: "share of units above it"),
    .required(
      "at_threshold", .term(unit: "flag"), zh: "恰在界限上按哪一档", en: "which side a unit exactly at it falls on"),
  ]
  static let keys: [FormKey] = [
    .required("programme", .programme, zh: "项目", en: "programme charged"),
    .required("units", .indicator, zh: "单位数指标", en: "number of units"),
    .required("posts", .termOrObject(unit: "posts", sizeKeys), zh: "每单位名额", en: "posts per unit"),
    .required("cost", .term(unit: "CNY/post/month"), zh: "每名额每月费用", en: "cost of a post"),
    .optional("cost_share", .term(unit: "%"), zh: "本项目承担份额", en: "share borne by the programme"),
    .optional("existing_posts", .term(unit: "flag"), zh: "在既有编制内调剂", en: "found within existing posts"),
    .optional("datum", .newName, zh: "实有人数数据名", en: "name of the datum with the actual headcount"),
  ]

  let programme: Int
  let units: String
  let single: Term?
  let sizes: (threshold: Term, below: Term, above: Term, share: Term, at: Term)?
  let cost: Term
  let costShare: Term?
  let existing: Term?
  let datum: String

  init?(_ reader: FormReader) {
    let (programme, units) = (reader.programme(), reader.indicator("units"))
    let cost = reader.term("cost", unit: "CNY/post/month")
    sizes = Self.sizes(reader)
    single = reader.hasKey("threshold", in: "posts") ? nil : reader.term("posts", unit: "posts")
    costShare = reader.optionalTerm("cost_share", unit: "%", .share)
    existing = reader.optionalTerm("existing_posts", unit: "flag")
    datum = reader.text("datum") ?? "\(reader.ruleID).posts"
    guard let programme, let units, let cost, single != nil || sizes != nil else { return nil }
    (self.programme, self.units, self.cost) = (programme, units, cost)
  }

  private static func sizes(
    _ reader: FormReader
  ) -> (threshold: Term, below: Term, above: Term, share: Term, at: Term)? {
    guard reader.hasKey("threshold", in: "posts"), let inner = reader.object("posts") else { return nil }
    defer { reader.absorb(inner) }
    let threshold = inner.term("threshold", anyOf: ["persons", "households"])
    let (below, above) = (inner.term("below", unit: "posts"), inner.term("above", unit: "posts"))
    let (share, at) = (inner.term("above_share", unit: "%", .share), inner.term("at_threshold", unit: "flag"))
    guard let threshold, let below, let above, let share, let at else { return nil }
    return (threshold, below, above, share, at)
  }

  func pay(rule: RuleHeader, position: Int, world: World, calendar: PaymentCalendar) {
    var costs: [(money: Money?, status: Status)] = []
    for month in world.horizon.months {
      // Units change with the year, parameters when a new value comes into force.
      if costs.isEmpty || month.month == 1 || rule.terms.contains(where: { $0.mayChange(in: month) }) {
        costs = world.space.whole.map { monthlyCost($0, month, world) }
      }
      world.book(
        rule: rule, position: position, entitled: month, paid: calendar.payment(for: month), type: .regular,
        cells: world.space.whole
      ) { place, _ in costs[place] }
    }
  }

  private func monthlyCost(_ cell: Int, _ month: Month, _ world: World) -> (money: Money?, status: Status) {
    let (posts, rate) = (posts(cell, month, world), rate(cell, month, world))
    return (Money(yuan: posts.value * rate.value), max(posts.status, rate.status))
  }

  func posts(_ cell: Int, _ month: Month, _ world: World) -> Figure {
    if let listed = listedPosts(cell, month, world) { return listed }
    let count = world.indicator(units, cell, year: month.year, unit: Units.count)
    var each = single.map { world.figure($0, cell, month) } ?? Figure(.zero, .stated)
    if let sizes {
      let (low, high) = (world.figure(sizes.below, cell, month), world.figure(sizes.above, cell, month))
      let share = world.share(sizes.share, cell, month)
      each.value = low.value + (high.value - low.value) * share.value
      each.status = max(share.status, max(low.status, high.status))
    }
    return Figure(count.value * each.value, max(count.status, each.status))
  }

  func rate(_ cell: Int, _ month: Month, _ world: World) -> Figure {
    if let existing, world.flag(existing, cell, month) {
      return Figure(.zero, world.figure(existing, cell, month).status)
    }
    let full = world.figure(cost, cell, month)
    guard let costShare else { return full }
    let part = world.share(costShare, cell, month)
    return Figure(full.value * part.value, max(full.status, part.status))
  }

  var datumRead: (name: String, unit: String)? { (datum, "posts") }

  func verdicts(rule: RuleHeader, books: ClosedBooks) -> [Verdict] {
    let world = books.world
    return books.nodes.flatMap { node in
      books.years.map { year in
        let month = min(Month(year: year, month: 12), world.horizon.last)
        let parts = node.leaves.map { posts(world.space.whole[$0], month, world) }
        let bound = parts.reduce(Rational.zero) { $0 + $1.value }
        let value = books.datum(datum, region: node.region.code, year: year)?.value
        return Verdict(
          rule: rule, region: node.region.code, period: .year(year), value: value, bound: bound,
          isFloor: true, unit: "posts", status: parts.map(\.status).max() ?? .assumed,
          note: note(
            boundaryNote(node.leaves.map { world.space.whole[$0] }, month, world),
            value == nil ? needed(bound, node.region, isRoot: node.region.parent == nil) : nil))
      }
    }
  }

  private func note(_ hits: Bilingual?, _ needed: Bilingual?) -> Bilingual? {
    guard let hits, let needed else { return hits ?? needed }
    return Bilingual(zh: hits.zh + "；" + needed.zh, en: hits.en + "; " + needed.en)
  }

  /// How many posts there must be, and where to write how many there are.
  private func needed(_ bound: Rational, _ region: Region, isRoot: Bool) -> Bilingual {
    let posts = bound.shortText(maximumPlaces: 1)
    let key = isRoot ? datum : "\"\(datum)@\(region.code)\""
    return Bilingual(
      zh: "须有\(posts)名；实有人数在方案中写data: {\(key): 数值 posts}",
      en: "\(posts) posts needed; write the actual number as data: {\(key): NUMBER posts} in the scenario")
  }

  func trace(_ line: LedgerLine, rule: RuleHeader, tracer: Tracer) -> TraceNode {
    let (cell, month, world) = (Int(line.cell), line.entitled, tracer.world)
    let terms = [
      single, sizes?.threshold, sizes?.below, sizes?.above, sizes?.share, sizes?.at, cost, costShare,
      existing,
    ]
    var children = terms.compactMap { $0 }.map { tracer.term($0, cell, month) }
    if sizeCount(cell, month, world) == nil {
      children.append(tracer.indicator(units, cell, year: month.year, unit: Units.count))
    }
    return line.trace(rule, formula: formula(cell, month, world), children: children)
  }

  /// "620 x ((100 % - 10 %) x 1 + 10 % x 2) x 500 x 50 %".
  private func formula(_ cell: Int, _ month: Month, _ world: World) -> String {
    func value(_ term: Term) -> String { "\(world.figure(term, cell, month).value)" }
    let listed = listedFormula(cell, month, world)
    var text =
      listed ?? "\(world.indicator(units, cell, year: month.year, unit: Units.count).value)"
    if listed != nil {
      // Size by size already.
    } else if let sizes {
      let share = value(sizes.share)
      text += " x ((100 % - \(share) %) x \(value(sizes.below)) + \(share) % x \(value(sizes.above)))"
    } else if let single {
      text += " x \(value(single))"
    }
    if let existing, world.flag(existing, cell, month) { return text + " x 0" }
    return text + " x \(value(cost))" + (costShare.map { " x \(value($0)) %" } ?? "")
  }

  /// The number of units of the leaves a verdict is about.
  func inputs(_ verdict: Verdict, rule: RuleHeader, tracer: Tracer) -> [TraceNode] {
    let month = min(Month(year: verdict.period.year, month: 12), tracer.world.horizon.last)
    let cells = tracer.world.space.cells(under: verdict.region)
    let parts = cells.filter { sizeCount($0, month, tracer.world) == nil }.map {
      tracer.indicator(units, $0, year: month.year, unit: Units.count)
    }
    return parts.isEmpty ? [] : [tracer.sum(of: units, parts, unit: Units.count)]
  }
}

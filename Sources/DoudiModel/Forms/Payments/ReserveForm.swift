import DoudiInputs
import DoudiUnits

/// A balance that must stand at so much per unit when it is tested each year.
///
///     floor(y)    = round( rate x units )              units: the newest published count, not a projection
///     drawn(m)    = floor( draw share x what the programme paid in m ), never more than the balance
///     top-up(y)   = max(0, floor(y) - balance)         in the refill month
///
/// The money paid to people is already in the programme's own lines. Only top-ups and
/// drawdowns (negative: the reserve bears them, not the budget) enter the ledger, so that
/// money is counted once. A reserve is never a pot to split.
struct ReserveForm: PaymentForm, LimitForm {
  static let name = "reserve"
  static let summary = Bilingual(zh: "储备金、备用金", en: "a balance kept per unit")
  static let keys: [FormKey] = [
    .required("per", .indicator, zh: "单位指标", en: "units"),
    .required("rate", .term(unit: "CNY/person | CNY/township"), zh: "每单位最低余额", en: "least balance per unit"),
    .required(
      "start", .term(unit: "CNY/person | CNY/township"), zh: "期初每单位余额",
      en: "balance per unit when the horizon opens"),
    .required("drawn_by", .programme, zh: "由哪个项目支用", en: "programme it pays for"),
    .required("draw_share", .term(unit: "%"), zh: "由本储备支付的比例", en: "share of that programme paid from it"),
    .required("refill_month", .integer(1...12), zh: "补足月份", en: "month of the yearly test and refill"),
    .optional("holder", .keyword(["county", "township"]), zh: "设立层级", en: "who holds it"),
    .optional("inside", .rule, zh: "包含在哪项储备内", en: "reserve it is part of (then it costs nothing on top)"),
  ]

  let programme: Int
  let per: String
  let rate: Term
  let start: Term
  let drawShare: Term
  let refillMonth: Int
  let inside: String?

  init?(_ reader: FormReader) {
    let units = ["CNY/person", "CNY/township"]
    let (per, programme) = (reader.indicator("per"), reader.readsProgramme("drawn_by"))
    let (rate, start) = (reader.term("rate", anyOf: units), reader.term("start", anyOf: units))
    let (draw, refill) = (
      reader.term("draw_share", unit: "%", .share), reader.requiredInteger("refill_month", in: 1...12)
    )
    inside = reader.has("inside") ? reader.rule("inside", form: Self.name) : nil
    guard let per, let programme, let rate, let start, let draw, let refill else { return nil }
    (self.per, self.programme, self.rate) = (per, programme, rate)
    (self.start, drawShare, refillMonth) = (start, draw, refill)
  }

  var reads: [Int] { [programme] }
  var unit: Measure { rate.unit.text == "CNY/person" ? Units.persons : Units.count }

  func pay(rule: RuleHeader, position: Int, world: World, calendar: PaymentCalendar) {
    let rules = world.rules(of: programme)
    checkShares(rule, world)
    for (leaf, cell) in world.space.whole.enumerated() {
      run(leaf, cell, world.payouts.paid(by: rules, leaf: leaf), rule, position, world)
    }
  }

  private func run(
    _ leaf: Int, _ cell: Int, _ paid: [Money], _ rule: RuleHeader, _ position: Int, _ world: World
  ) {
    let units = units(cell, world)
    let opening = world.figure(start, cell, world.horizon.first)
    var balance = Money(yuan: opening.value * units.value) ?? .zero
    for (offset, month) in world.horizon.months.enumerated() {
      if month.month == refillMonth {
        balance += refill(balance, leaf, cell, month, units, rule, position, world)
      }
      let share = world.share(drawShare, cell, month)
      let wanted = Int64((share.value * Rational(Int128(paid[offset].fen), over: 1)).floor)
      let drawn = Money(fen: max(0, min(wanted, balance.fen)))
      balance += -drawn
      book(-drawn, .reserveDrawdown, max(share.status, units.status), cell, month, rule, position, world)
    }
  }

  private func refill(
    _ balance: Money, _ leaf: Int, _ cell: Int, _ month: Month, _ units: Figure, _ rule: RuleHeader,
    _ position: Int, _ world: World
  ) -> Money {
    let least = world.figure(rate, cell, month)
    let floor = Money(yuan: least.value * units.value) ?? .zero
    let topUp = max(Money.zero, floor - balance)
    let status = max(least.status, max(units.status, world.figure(start, cell, month).status))
    world.reserves[rule.id, default: []].append(
      ReserveYear(
        leaf: leaf, year: month.year, before: balance, topUp: topUp, floor: floor, units: units,
        status: status))
    book(topUp, .reserveTopUp, status, cell, month, rule, position, world)
    return topUp
  }

  private func book(
    _ money: Money, _ type: LineType, _ status: Status, _ cell: Int, _ month: Month, _ rule: RuleHeader,
    _ position: Int, _ world: World
  ) {
    // A reserve inside another one is that one's money: nothing is booked twice.
    guard inside == nil else { return }
    world.line(
      rule: rule, position: position, cell: cell, entitled: month, paid: month, type: type, status: status,
      money: money)
  }

  /// The newest published count, as the reserve is tested on it: of the whole region, or where
  /// none is published the sum of those of its areas.
  func units(_ cell: Int, _ world: World) -> Figure {
    let published = published(cell, world)
    guard let first = published.first else {
      return world.indicator(per, cell, year: world.horizon.first.year, unit: unit)
    }
    return published.dropFirst().reduce(first.figure) {
      Figure($0.value + $1.figure.value, max($0.status, $1.figure.status))
    }
  }

  /// The counts ``units(_:_:)`` adds up; empty where none is published.
  func published(_ cell: Int, _ world: World) -> [(figure: Figure, seen: Observation)] {
    let areas = world.space.leaves[world.space.cells[cell].leaf].areas.sorted()
    for group in [[Area.all], areas] {
      let found = group.compactMap { newest(cell, $0, unit, world) }
      if !found.isEmpty, found.count == group.count { return found }
    }
    return []
  }

  private func newest(
    _ cell: Int, _ area: Area, _ unit: Measure, _ world: World
  ) -> (figure: Figure, seen: Observation)? {
    let region = world.space.cells[cell].region
    let year = Period.year(world.horizon.first.year)
    guard let seen = world.indicators.table.latest(per, region: region, area: area, notAfter: year)
    else { return nil }
    world.indicators.noteTaken(seen)
    guard let factor = seen.unit.factor(to: unit) else {
      world.indicators.noteMisfit(seen, wanted: unit, per, region)
      return nil
    }
    return (Figure(seen.value * factor, seen.status), seen)
  }

  func verdicts(rule: RuleHeader, books: ClosedBooks) -> [Verdict] {
    let tested = Dictionary(grouping: books.world.reserves[rule.id] ?? [], by: \.leaf)
    return books.nodes.flatMap { node in
      books.years.compactMap { year in
        let parts = node.leaves.flatMap { (tested[$0] ?? []).filter { $0.year == year } }
        guard !parts.isEmpty else { return nil }
        let floor = parts.reduce(Money.zero) { $0 + $1.floor }
        let balance = parts.reduce(Money.zero) { $0 + $1.before + $1.topUp }
        let topUp = parts.reduce(Money.zero) { $0 + $1.topUp }
        return Verdict(
          rule: rule, region: node.region.code, period: .year(year), value: balance.yuan,
          bound: floor.yuan, isFloor: true, unit: "CNY", status: parts.map(\.status).max() ?? .assumed,
          note: Bilingual(zh: "本年补足\(topUp.grouped)元", en: "topped up by \(topUp.grouped) CNY this year"),
          topUp: topUp)
      }
    }
  }
}

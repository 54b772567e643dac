import DoudiInputs
import DoudiUnits

/// Applicants in a public emergency are paid some months of a standard before the decision.
///
///     pay(m)    = round( applicants(m) x months x S_area(m) )
///     offset(m+1) = - pay(m)       only where the scenario says that it is taken off later
struct EmergencyGrantForm: PaymentForm {
  static let name = "emergency_grant"
  static let summary = Bilingual(zh: "突发事件先行救助", en: "a grant ahead of the decision in an emergency")
  static let keys: [FormKey] = [
    .required("programme", .programme, zh: "项目", en: "programme charged"),
    .required("applicants", .term(unit: "persons"), zh: "每月申请人数", en: "applicants in each month"),
    .required("of", .amount, zh: "标准", en: "the standard"),
    .required("area", .keyword(["urban", "rural"]), zh: "取哪一地域的标准", en: "area of the standard"),
    .required("months", .term(unit: "months"), zh: "月数", en: "months of the standard"),
    .required("offset", .term(unit: "flag"), zh: "是否在后续抵扣", en: "taken off later benefits"),
  ]

  let programme: Int
  let applicants: Term
  let amount: Int
  let area: Area
  let months: Term
  let offset: Term

  init?(_ reader: FormReader) {
    let (programme, applicants) = (reader.programme(), reader.term("applicants", unit: "persons"))
    let (amount, area) = (reader.amount("of"), reader.area("area"))
    let (months, offset) = (reader.term("months", unit: "months"), reader.term("offset", unit: "flag"))
    guard let programme, let applicants, let amount, let area, let months, let offset else { return nil }
    (self.programme, self.applicants, self.amount) = (programme, applicants, amount)
    (self.area, self.months, self.offset) = (area, months, offset)
  }

  func pay(rule: RuleHeader, position: Int, world: World, calendar: PaymentCalendar) {
    for month in world.horizon.months {
      for cell in world.space.whole {
        let persons = world.figure(applicants, cell, month)
        let rate = rate(cell, month, world)
        if persons.value > .zero { checkStandard(cell, month, rule, world) }
        let money = Money(persons: persons.value.double, rate: rate.value)
        let status = max(persons.status, rate.status)
        world.line(
          rule: rule, position: position, cell: cell, entitled: month, paid: month, type: .oneOff,
          status: status, money: money)
        guard let money, world.flag(offset, cell, month) else { continue }
        world.line(
          rule: rule, position: position, cell: cell, entitled: month, paid: month.advanced(by: 1),
          type: .offset, status: status, money: -money)
      }
    }
  }

  /// Reports applicants in a place that has no standard of the area they would be paid by.
  private func checkStandard(_ cell: Int, _ month: Month, _ rule: RuleHeader, _ world: World) {
    let place = world.space.sibling(of: cell, in: area)
    guard place.flatMap({ world.amounts[amount].figure($0, month) }) == nil else { return }
    let region = world.space.cells[cell].region
    world.fault(
      rule: rule, zh: "\(region)有申请人，却没有\(area.words.zh)标准；请在applicants的regions中为该地写0",
      en: "\(region) has applicants and no \(area.id) standard; give it 0 persons under regions of applicants"
    )
  }

  private func rate(_ cell: Int, _ month: Month, _ world: World) -> Figure {
    let place = world.space.sibling(of: cell, in: area) ?? cell
    let standard = world.amounts[amount].figure(place, month) ?? Figure(.zero, .assumed)
    let count = world.figure(months, cell, month)
    return Figure(standard.value * count.value, max(standard.status, count.status))
  }

  func trace(_ line: LedgerLine, rule: RuleHeader, tracer: Tracer) -> TraceNode {
    let (cell, month, world) = (Int(line.cell), line.entitled, tracer.world)
    let place = world.space.sibling(of: cell, in: area) ?? cell
    return line.trace(
      rule,
      formula: (line.type == .offset ? "-" : "")
        + "\(world.figure(applicants, cell, month).value) x \(rate(cell, month, world).value)",
      children: [applicants, months, offset].map { tracer.term($0, cell, month) }
        + [tracer.amount(amount, place, month)])
  }
}

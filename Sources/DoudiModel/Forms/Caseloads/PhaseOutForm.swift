import DoudiInputs
import DoudiUnits

/// People who have left a programme and keep a falling part of their last benefit.
///
///     T(m) = sum over age a of  eligible x exits(m - a) x alive(a)
///     alive(a) = 1 for a < months;  the disabled share for months <= a < months_disabled
///
/// Leavers are known for the two years before the horizon, so no phase-out can last longer than
/// 24 months, and the group they leave must be one with flows. Age counts from the month of leaving. The first twelve months pay the first step, the
/// later ones the second; what is paid is the last benefit, see `phase_out_payment`.
struct PhaseOutForm: CaseloadForm {
  static let name = "phase_out"
  static let summary = Bilingual(zh: "渐退期", en: "leavers who keep a falling benefit for a time")
  static let keys: [FormKey] = [
    .required("gives", .newName, zh: "人群代号", en: "identifier of the group"),
    .required("of", .group, zh: "退出自哪一人群", en: "group they leave"),
    .required("eligible", .term(unit: "%"), zh: "退出者中符合条件的比例", en: "share of leavers who are eligible"),
    .required("months", .term(unit: "months"), zh: "渐退月数", en: "length"),
    .required("months_disabled", .term(unit: "months"), zh: "残疾人家庭渐退月数", en: "length with a disabled member"),
    .required("disabled", .term(unit: "%"), zh: "残疾人家庭占比", en: "share with a disabled member"),
    .required("step_first_year", .term(unit: "%"), zh: "第一年发放比例", en: "part paid in the first twelve months"),
    .required("step_second_year", .term(unit: "%"), zh: "第二年发放比例", en: "part paid afterwards"),
  ]

  let gives: [Int]
  /// The group left.
  let group: Int
  let eligible: Term
  let months: Term
  let monthsDisabled: Term
  let disabled: Term
  let firstStep: Term
  let secondStep: Term

  init?(_ reader: FormReader) {
    let (gives, group) = (reader.gives(), reader.group("of"))
    let eligible = reader.term("eligible", unit: "%", .share)
    let months = reader.term("months", unit: "months")
    let monthsDisabled = reader.term("months_disabled", unit: "months")
    let disabled = reader.term("disabled", unit: "%", .share)
    let firstStep = reader.term("step_first_year", unit: "%", .share)
    let secondStep = reader.term("step_second_year", unit: "%", .share)
    guard let gives, let group, let eligible, let months, let monthsDisabled, let disabled,
      let firstStep, let secondStep
    else { return nil }
    (self.gives, self.group, self.eligible, self.months) = ([gives], group, eligible, months)
    (self.monthsDisabled, self.disabled) = (monthsDisabled, disabled)
    (self.firstStep, self.secondStep) = (firstStep, secondStep)
  }

  var readsFlows: Bool { true }

  func run(rule: RuleHeader, world: World) {
    var history = GroupHistory(first: world.firstGroupMonth, cells: world.space.cells.count)
    let terms = [eligible, months, monthsDisabled, disabled]
    checkReach(rule, world)
    for cell in world.space.people {
      let weakest = terms.map { world.figure($0, cell, world.horizon.first).status }.max() ?? .assumed
      history.status[cell] = max(world.groups[group].status[cell], weakest)
      history.householdSize[cell] = world.groups[group].householdSize[cell]
    }
    for month in world.groupMonths {
      var persons = [Double](repeating: 0, count: world.space.cells.count)
      for cell in world.space.people {
        persons[cell] = cohorts(cell, month, world).reduce(0) { $0 + $1.persons }
      }
      history.append(persons)
    }
    world.groups[gives[0]] = history
  }

  private func checkReach(_ rule: RuleHeader, _ world: World) {
    if world.groups[group].exits.allSatisfy(\.isEmpty) {
      world.fault(
        rule: rule, zh: "“of”所指人群没有进出流量，无从得知退出者",
        en: "the group named by \"of\" knows no flows, so nobody leaves it")
    }
    let lengths = world.space.people.flatMap { cell in
      [months, monthsDisabled].map { world.figure($0, cell, world.horizon.last).value }
    }
    if lengths.contains(where: { $0 > Rational(24) }), !world.indicators.isPerturbed {
      world.fault(rule: rule, zh: "渐退期最长24个月", en: "a phase-out of more than 24 months is not supported")
    }
  }

  /// People of one leaving month who are still in their phase-out.
  struct Cohort {
    let left: Month
    let persons: Double
    let step: Rational
  }

  /// The cohorts alive in a month, youngest first.
  func cohorts(_ cell: Int, _ month: Month, _ world: World) -> [Cohort] {
    let length = Int(world.figure(months, cell, month).value.floor)
    let longest = max(length, Int(world.figure(monthsDisabled, cell, month).value.floor))
    let share = world.share(eligible, cell, month).value.double
    let disabledShare = world.share(disabled, cell, month).value.double
    return (0..<max(0, min(longest, 24))).map { age in
      let left = month.advanced(by: -age)
      let alive = age < length ? 1 : disabledShare
      let step = world.share(age < 12 ? firstStep : secondStep, cell, month).value
      return Cohort(left: left, persons: share * world.groups[group].exits(cell, left) * alive, step: step)
    }
  }

  func trace(
    _ group: Int, _ cell: Int, _ month: Month, rule: RuleHeader, tracer: Tracer
  ) -> TraceNode {
    let world = tracer.world
    let alive = cohorts(cell, month, world).filter { $0.persons > 0 }
    return TraceNode(
      title: rule.name, formula: alive.map { "\($0.persons) (\($0.left))" }.joined(separator: " + "),
      value: "\(world.groups[group].persons(cell, month))", unit: "persons",
      status: world.groups[group].status[cell], citation: rule.citation,
      children: [eligible, months, monthsDisabled, disabled, firstStep, secondStep].map {
        tracer.term($0, cell, month)
      } + [tracer.group(self.group, cell, month)])
  }
}

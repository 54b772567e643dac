import DoudiAllocation
import DoudiInputs
import DoudiUnits

/// Looks before any split whether floors and caps hold the pot, so that this is told along with everything else.
struct AllocationRoom {
  let inputs: AllocationInputs
  let pot: Int64?
  let bag: DiagnosticBag

  func check() {
    let report = AllocationFaultReport(spec: inputs.spec, rows: inputs.rows, bag: bag)
    var isSound = true
    for row in inputs.bounds.indices {
      guard let floor = inputs.bounds[row].floor?.value, let cap = inputs.bounds[row].cap?.value else {
        continue
      }
      if floor > cap {
        report.report(.floorAboveCap(rows: [row], by: [floor - cap]))
        isSound = false
      } else if floor.ceiling > cap.floor {
        report.report(.noWholeUnits(rows: [row]))
        isSound = false
      }
    }
    guard isSound, let pot else { return }
    let all = Rational(Int128(pot), over: 1)
    let leaves = inputs.rows.leaves
    if leaves.isEmpty { return }
    let floored = leaves.filter { (inputs.bounds[$0].floor?.value ?? .zero) > .zero }
    let floors = floored.reduce(Rational.zero) { $0 + (inputs.bounds[$1].floor?.value ?? .zero) }
    if floors > all { return report.report(.floorsAbovePot(floors: floors, pot: all, rows: floored)) }
    if inputs.spec.method.isClaims || leaves.contains(where: { inputs.bounds[$0].cap == nil }) { return }
    let caps = leaves.reduce(Rational.zero) { $0 + (inputs.bounds[$1].cap?.value ?? .zero) }
    if caps < all { report.report(.capsBelowPot(caps: caps, pot: all, rows: leaves)) }
  }

  /// What of the specification the method does not know.
  func checkMethod() {
    let spec = inputs.spec
    func say(_ span: SourceSpan, _ zh: String, _ en: String) {
      bag.error(.allocationMethod, at: span, Bilingual(zh: zh, en: en))
    }
    if spec.method != .linear, let first = spec.conditions.first {
      say(first.span, "side_conditions须用method: lp", "side_conditions go with method: lp")
    }
    if spec.method == .linear, inputs.needs == nil, !spec.keepsNearFormula {
      say(spec.span, "提高最低覆盖率须有需求", "raising the least coverage needs a need: a column \"need\", or the key")
    }
    if spec.method == .linear, spec.keepsNearFormula, inputs.weights == nil {
      say(spec.span, "objective: formula须有权重", "objective: formula needs weights")
    }
    let known = Set(inputs.rows.rows.flatMap { [$0.id, $0.group] })
    for name in spec.conditions.flatMap(\.named) where !known.contains(name.value) || name.value.isEmpty {
      let near = nearestName(to: name.value, among: known.sorted())
      bag.error(
        .allocationPlace, at: name.span,
        Bilingual(zh: "没有地区或组“\(name.value)”", en: "there is no region or group \"\(name.value)\""),
        hint: near.map { Bilingual(zh: "是否想写“\($0)”？", en: "did you mean \"\($0)\"?") })
    }
    guard inputs.rows.isTree else { return }
    let others = ([spec.method] + spec.candidates).filter { $0 != .weights(.largestRemainder) }
    if let other = others.first {
      say(
        spec.span, "分级分配只能用largest_remainder，不能用\(other.name)",
        "a tree of rows goes with largest_remainder, not with \(other.name)")
    }
    for row in inputs.rows.rows.indices where !reachesTop(row) {
      bag.error(
        .allocationTree, at: inputs.rows.span(row, "parent"),
        Bilingual(
          zh: "上下级成环，或超过\(TierTree.deepest)级",
          en: "the row belongs to itself by a circle, or has more than \(TierTree.deepest) levels above it"))
    }
  }

  /// True where a few steps up the tree come to a row without a parent.
  private func reachesTop(_ row: Int) -> Bool {
    var (next, steps) = (inputs.rows.rows[row].parent, 0)
    while let up = next {
      if steps == TierTree.deepest { return false }
      (next, steps) = (inputs.rows.rows[up].parent, steps + 1)
    }
    return true
  }
}

extension ConditionRule {
  /// All rows and groups that it names.
  var named: [Located<String>] {
    if case .share(_, let whole) = kind { rows + whole } else { rows }
  }
}

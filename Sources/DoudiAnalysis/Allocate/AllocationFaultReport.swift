import DoudiAllocation
import DoudiInputs
import DoudiUnits

/// Says where in the files a fault of the arithmetic lies.
struct AllocationFaultReport {
  let spec: AllocationSpec
  let rows: AllocationRows
  let bag: DiagnosticBag

  /// Reports a fault.
  /// - Parameters:
  ///   - fault: rows are positions of the table, or below a node positions among its children.
  ///   - children: rows that positions mean; nil for those of the table.
  ///   - factors: factors that positions of factors mean.
  ///   - span: where faults of no row are; nil: the pot.
  func report(
    _ fault: AllocationFault, children: [Int]? = nil, factors: [WeightRule.Factor] = [],
    at span: SourceSpan? = nil
  ) {
    let pot = span ?? spec.envelope?.span ?? spec.span
    func each(_ positions: [Int], _ item: String, _ code: DiagnosticCode, _ zh: String, _ en: String) {
      let known = children.map { all in positions.filter(all.indices.contains).map { all[$0] } } ?? positions
      for row in known where rows.rows.indices.contains(row) {
        say(code, self.rows.span(row, item), "\(rows.rows[row].id)：\(zh)", "\(rows.rows[row].id): \(en)")
      }
      if known.isEmpty { say(code, pot, zh, en) }
    }
    switch fault {
    case .notRepresentable(let item, let rows):
      each(rows, item.rawValue, .allocationSize, "数值的位数太多", "the figure has too many digits")
    case .negative(let item, let rows):
      each(rows, item.rawValue, .allocationValue, "不能为负", "\(item.rawValue) must not be negative")
    case .floorAboveCap(let rows, let by):
      let most = by.max() ?? .zero
      each(
        rows, "floor", .allocationBounds, "下限比上限高\(text(most))", "the floor is \(text(most)) above the cap")
    case .noWholeUnits(let rows):
      each(rows, "floor", .allocationBounds, "上下限之间没有整数单位", "no whole unit lies between floor and cap")
    case .boundsNotMeaningful(let rows):
      let column = self.rows.figures("floor") == nil ? "cap" : "floor"
      each(rows, column, .allocationMethod, "此方法没有上下限", "this method knows no floors and caps")
    case .node(let path, let inner):
      let node = TierSplitter.row(at: path, in: rows)
      report(
        inner, children: rows.children(of: node), factors: factors, at: node.map { rows.span($0, "region") })
    case .childrenOutsideParent(let path, let parent, let below):
      let node = TierSplitter.row(at: path, in: rows)
      say(
        .allocationTree, node.map { rows.span($0, "region") } ?? pot,
        "下级可容纳\(range(below))，上级只能得\(range(parent))",
        "the rows below hold \(range(below)), their parent may get \(range(parent))")
    case .factorWithoutValue(let factor):
      let named = factors.indices.contains(factor) ? factors[factor] : nil
      say(
        .allocationWeights, named?.span ?? pot, "因素“\(named?.name ?? "")”没有正数",
        "the factor \"\(named?.name ?? "")\" has no positive value")
    default: whole(fault, pot)
    }
  }

  /// Faults of no row.
  private func whole(_ fault: AllocationFault, _ span: SourceSpan) {
    switch fault {
    case .floorsAbovePot(let floors, let pot, let rows):
      let over = floors - pot
      say(
        .allocationRoom, span, "\(rows.count)个下限合计\(text(floors))，比资金总额多\(text(over))",
        "\(rows.count) floors add up to \(text(floors)), \(text(over)) above the pot")
    case .capsBelowPot(let caps, let pot, let rows):
      let left = pot - caps
      say(
        .allocationRoom, span, "\(rows.count)个上限合计\(text(caps))，还有\(text(left))无处可分",
        "\(rows.count) caps add up to \(text(caps)), which leaves \(text(left)) of the pot with nobody")
    case .noPositiveWeight(let left):
      say(
        .allocationWeights, span, "没有正的权重，还有\(text(left))要分",
        "no weight is positive and \(text(left)) are left to give")
    case .fewerUnitsThanRows(let units, let count):
      say(
        .allocationRoom, span, "\(units)个单位不够\(count)行各得一个",
        "\(units) units for \(count) rows that must get one each")
    case .takesBack(let by):
      say(.allocationBatch, span, "收回超过允许\(text(by))", "the batch takes back \(text(by)) more than it may")
    case .batchTwice(let name):
      say(.allocationTwice, span, "批次“\(name)”重复", "two batches are named \"\(name)\"")
    case .factorWeights:
      say(.allocationWeights, span, "各因素权重合计应为100 %", "the shares must add up to 100 %")
    case .pot(let pot):
      say(.allocationPot, span, "总额\(pot)不能分配", "a pot of \(pot) cannot be split")
    case .tooDeep: say(.allocationTree, span, "层级太多", "the tree is too deep")
    case .linear, .position:
      say(.allocationCondition, span, "约束有误：\(fault)", "the conditions are not valid: \(fault)")
    default: say(.allocationSize, span, "不能分配：\(fault)", "\(fault)")
    }
  }

  private func say(_ code: DiagnosticCode, _ span: SourceSpan, _ zh: String, _ en: String) {
    bag.error(code, at: span, Bilingual(zh: zh, en: en))
  }

  private func text(_ value: Rational) -> String {
    "\(value.shortText(maximumPlaces: 2)) \(spec.unit.rawValue)"
  }

  private func range(_ range: ClosedRange<Int64>) -> String {
    range.lowerBound == range.upperBound
      ? "\(range.lowerBound)" : "\(range.lowerBound)—\(range.upperBound)"
  }
}

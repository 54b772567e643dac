import DoudiInputs
public import DoudiUnits

/// Builds the nodes of a trace: parameters, indicators, and by way of the rules that made
/// them, amounts and groups.
public struct Tracer {
  /// The finished run.
  public let world: World
  private let amountTrace: (_ amount: Int, _ cell: Int, _ month: Month) -> TraceNode
  private let groupTrace: (_ group: Int, _ cell: Int, _ month: Month) -> TraceNode

  /// A tracer over a finished run.
  /// - Parameters:
  ///   - world: the run.
  ///   - amount: explains an amount.
  ///   - group: explains a group.
  public init(
    world: World, amount: @escaping (_ amount: Int, _ cell: Int, _ month: Month) -> TraceNode,
    group: @escaping (_ group: Int, _ cell: Int, _ month: Month) -> TraceNode
  ) {
    (self.world, amountTrace, groupTrace) = (world, amount, group)
  }

  /// Explains an amount by the rule that gives it.
  public func amount(_ position: Int, _ cell: Int, _ month: Month) -> TraceNode {
    amountTrace(position, cell, month)
  }

  /// Explains a group by the rule that gives it.
  public func group(_ position: Int, _ cell: Int, _ month: Month) -> TraceNode {
    groupTrace(position, cell, month)
  }

  /// A parameter with its value, status and place.
  public func term(_ term: Term, _ cell: Int, _ month: Month) -> TraceNode {
    let figure = world.figure(term, cell, month)
    let branch = term.branch(for: world.space.cells[cell])
    if let reference = branch?.indicator {
      return indicator(
        reference.name, cell, area: reference.area, year: month.year - reference.lag, unit: term.unit)
    }
    let dated = branch?.inForce(at: month)
    return TraceNode(
      title: Bilingual(zh: term.name, en: term.name), value: figure.value.shortText(),
      unit: term.unit.text, status: figure.status, span: dated?.origin.span,
      source: dated?.origin.source, why: dated?.origin.why)
  }
}

import DoudiInputs
public import DoudiModel
import DoudiUnits

/// One thing of which models were told differently.
public struct InputDifference: Sendable {
  /// Kind.
  public let kind: ModelInput.Kind
  /// Name.
  public let name: String
  /// What each model was told; nil: nothing of the name.
  public let sides: [ModelInput?]

  /// What stands for them all where words, clause or title are asked for: the first that is there.
  public var any: ModelInput? { sides.lazy.compactMap { $0 }.first }

  /// Everything of which the models were told differently, by kind and name.
  ///
  /// Values and their status are compared, reasons and sources are not. Values of a rule that is off in one of
  /// the models are left out unless they are supplied: that the rule is off says it.
  public static func all(_ models: [Model]) -> [InputDifference] {
    let plain = differing(models.map(\.inputs))
    let switched = Set(plain.filter { $0.kind == .rule && $0.sides.contains { $0 == nil } }.map(\.name))
    let shown = plain.filter { one in
      guard one.kind == .parameter, one.sides.contains(where: { $0 == nil }) else { return true }
      let rule = String(one.name.prefix { $0 != "." })
      return !switched.contains(rule) || (one.any?.isSupplied ?? false)
    }
    let order = ModelInput.Kind.allCases
    return (shown + observations(models)).sorted {
      let (a, b) = (order.firstIndex(of: $0.kind) ?? 0, order.firstIndex(of: $1.kind) ?? 0)
      return a == b ? $0.name < $1.name : a < b
    }
  }

  private static func differing(_ inputs: [[ModelInput]]) -> [InputDifference] {
    struct Key: Hashable {
      let kind: ModelInput.Kind
      let name: String
    }
    let tables = inputs.map { list in
      Dictionary(list.map { (Key(kind: $0.kind, name: $0.name), $0) }) { first, _ in first }
    }
    let names = tables.reduce(into: Set<Key>()) { $0.formUnion($1.keys) }
    return names.compactMap { key in
      let sides = tables.map { $0[key] }
      guard Set(sides.map { $0?.content }).count > 1 else { return nil }
      return InputDifference(kind: key.kind, name: key.name, sides: sides)
    }
  }

  /// Observed figures are many and mostly the same: only those that differ become inputs.
  private static func observations(_ models: [Model]) -> [InputDifference] {
    struct Key: Hashable {
      let indicator: String
      let place: String
    }
    let tables = models.map { model in
      Dictionary(
        model.table.all.map {
          (Key(indicator: $0.indicator, place: "\($0.region)/\($0.area.id) \($0.period)"), $0)
        }
      ) { _, last in last }
    }
    let keys = tables.reduce(into: Set<Key>()) { $0.formUnion($1.keys) }
    return keys.compactMap { key in
      let seen = tables.map { $0[key] }
      let contents = Set(seen.map { one in one.map { [$0.value.exactText, $0.unit.text, $0.status.id] } })
      guard contents.count > 1 else { return nil }
      let sides = seen.map { $0.map(ModelInput.init) }
      return InputDifference(
        kind: .observation, name: sides.lazy.compactMap { $0?.name }.first ?? "", sides: sides)
    }
  }
}

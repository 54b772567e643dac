import DoudiInputs
import DoudiModel
import DoudiUnits

/// Reads figures written plainly, or as `{value, status, source, why}`, and keeps all of them for the list of what
/// the result rests on.
final class PolicyFigureReader {
  /// What a figure is.
  enum Kind {
    /// Units of the pot; written in them, or as money with its unit.
    case money
    /// A part of something: "60 %" or "0.6".
    case share
    /// Units of the pot for each person.
    case perPerson
  }

  let unit: AllocationUnit
  let bag: DiagnosticBag
  private(set) var figures: [PolicyFigure] = []

  static let annotations = ["status", "source", "why", "note"]

  init(unit: AllocationUnit, bag: DiagnosticBag) { (self.unit, self.bag) = (unit, bag) }

  /// The figure at a key; nil where it is not written, or after a report.
  func read(_ top: MappingReader, _ key: String, _ kind: Kind, path: String = "") -> PolicyFigure? {
    top.node(key).flatMap { read($0, path + key, kind) }
  }

  /// The figure at a node, named by the path of its key; nil after a report.
  func read(_ node: YAMLNode, _ name: String, _ kind: Kind, mayBeNegative: Bool = false) -> PolicyFigure? {
    guard node.mapping != nil else { return keep(node, name, kind, mayBeNegative, Origin()) }
    guard let top = MappingReader(node, Bilingual(zh: name, en: name), bag: bag) else { return nil }
    top.allow(["value"] + Self.annotations)
    guard let value = top.node("value") else {
      bag.error("DD1303", at: top.span, Bilingual(zh: "缺少“value”", en: "\"value\" is missing"))
      return nil
    }
    return keep(value, name, kind, mayBeNegative, origin(top))
  }

  /// Status, source and reason beside a value.
  struct Origin {
    var status = Status.assumed
    var source: String?
    var why: Bilingual?
  }

  func origin(_ top: MappingReader) -> Origin {
    let words = Status.allCases.filter { $0 != .open }.map(\.id)
    let source = top.optionalText("source")
    let status = top.word("status", among: words, default: Status.assumed.id).flatMap { Status(id: $0) }
    if status == .observed, source == nil {
      fault(top.span, "观测数须写来源", "an observed figure needs a source")
    }
    return Origin(
      status: status ?? .assumed, source: source, why: top.node("why") == nil ? nil : top.bilingual("why"))
  }

  private func keep(
    _ node: YAMLNode, _ name: String, _ kind: Kind, _ mayBeNegative: Bool, _ origin: Origin
  ) -> PolicyFigure? {
    guard let value = value(node, kind) else { return nil }
    guard mayBeNegative || !(value < .zero) else {
      fault(node.span, "“\(name)”不能为负", "\"\(name)\" must not be negative")
      return nil
    }
    let figure = PolicyFigure(
      name: name, text: node.scalarText ?? "", value: value, status: origin.status, source: origin.source,
      why: origin.why, span: node.span)
    figures.append(figure)
    return figure
  }

  private func value(_ node: YAMLNode, _ kind: Kind) -> Rational? {
    guard let quantity = Quantity.parse(node, into: bag) else { return nil }
    let found: Rational? =
      switch kind {
      case .share: quantity.ratio
      case .money: quantity.unit.isOne ? quantity.value : money(quantity, Units.cny)
      case .perPerson: quantity.unit.isOne ? quantity.value : money(quantity, Self.perPerson)
      }
    if let found, found.isRepresentable { return found }
    let wanted = kind == .share ? "%" : unit == .seat ? "" : kind == .money ? "CNY" : "CNY/person"
    fault(
      node.span, "单位\(quantity.unit)在这里不适用", "\(quantity.unit) does not fit here",
      hint: Bilingual(
        zh: wanted.isEmpty ? "只写数" : "写\(wanted)",
        en: wanted.isEmpty ? "write the number alone" : "write \(wanted)"))
    return nil
  }

  private static let perPerson = Measure(text: "CNY/person") ?? .one

  private func money(_ quantity: Quantity, _ wanted: Measure) -> Rational? {
    quantity.converted(to: wanted).flatMap { value in unit.perYuan.map { value * $0 } }
  }

  private func fault(_ span: SourceSpan, _ zh: String, _ en: String, hint: Bilingual? = nil) {
    bag.error(.allocationFigure, at: span, Bilingual(zh: zh, en: en), hint: hint)
  }
}

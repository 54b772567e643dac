import DoudiInputs
import DoudiModel
import DoudiUnits

/// Reads `{normal: {mean: 5 %, sd: 1 %}, low: 0 %, high: 10 %}`.
struct DistributionReader {
  let bag: DiagnosticBag
  /// Unit of the parameter.
  let unit: Measure

  static let families: [String: [String]] = [
    "normal": ["mean", "sd"], "lognormal": ["median", "sigma", "factor", "mean", "sd"],
    "uniform": ["low", "high"], "triangular": ["low", "mode", "high"],
    "split_normal": ["mode", "sd", "skew", "left", "right"], "discrete": ["values", "probabilities"],
  ]

  /// What a file calls a distribution's parameters.
  private static let keys = [
    "standardDeviation": "sd", "uncertainty": "sd", "leftDeviation": "left", "rightDeviation": "right",
  ]

  /// The distribution at `node`; nil after reporting what is wrong.
  func read(_ node: YAMLNode) -> Distribution? {
    let what = Bilingual(zh: "distribution", en: "a distribution")
    guard let top = MappingReader(node, what, bag: bag) else { return nil }
    top.allow(Self.families.keys.sorted() + ["low", "high"])
    let named = top.mapping.entries.filter { Self.families[$0.key] != nil }
    guard named.count == 1, let family = named.first else {
      return fault(
        node.span, zh: "应写一种分布", en: "one distribution is expected",
        hint: Self.families.keys.sorted().joined(separator: ", "))
    }
    guard let inner = MappingReader(family.node, what, bag: bag) else { return nil }
    inner.allow(Self.families[family.key] ?? [])
    let (low, high) = (number(top, "low"), number(top, "high"))
    guard !isMissing(top, "low", low), !isMissing(top, "high", high),
      let shape = located(family.node.span, { try shape(family.key, inner) })
    else { return nil }
    return located(node.span) { try Distribution(shape, low: low, high: high) }
  }

  private func isMissing(_ reader: MappingReader, _ key: String, _ value: Double?) -> Bool {
    reader.node(key) != nil && value == nil
  }

  private func shape(_ family: String, _ inner: MappingReader) throws -> Distribution.Shape? {
    func value(_ key: String) -> Double? { required(inner, key) }
    switch family {
    case "normal":
      guard let mean = value("mean"), let sd = value("sd") else { return nil }
      return .normal(try NormalDistribution(mean: mean, standardDeviation: sd))
    case "uniform":
      guard let low = value("low"), let high = value("high") else { return nil }
      return .uniform(try UniformDistribution(low: low, high: high))
    case "triangular":
      guard let low = value("low"), let mode = value("mode"), let high = value("high") else { return nil }
      return .triangular(try TriangularDistribution(low: low, mode: mode, high: high))
    case "lognormal": return try logNormal(inner)
    case "split_normal": return try splitNormal(inner)
    default: return try discrete(inner)
    }
  }

  private func logNormal(_ inner: MappingReader) throws -> Distribution.Shape? {
    if inner.node("mean") != nil {
      guard let mean = required(inner, "mean"), let sd = required(inner, "sd") else { return nil }
      return .logNormal(try LogNormalDistribution(mean: mean, standardDeviation: sd))
    }
    guard let median = required(inner, "median") else { return nil }
    if inner.node("factor") != nil {
      return try plain(inner, "factor").map {
        .logNormal(try LogNormalDistribution(median: median, factor: $0))
      }
    }
    return try plain(inner, "sigma").map { .logNormal(try LogNormalDistribution(median: median, sigma: $0)) }
  }

  private func splitNormal(_ inner: MappingReader) throws -> Distribution.Shape? {
    guard let mode = required(inner, "mode") else { return nil }
    if inner.node("left") != nil || inner.node("right") != nil {
      guard let left = required(inner, "left"), let right = required(inner, "right") else { return nil }
      return .splitNormal(try SplitNormalDistribution(mode: mode, leftDeviation: left, rightDeviation: right))
    }
    guard let sd = required(inner, "sd"), let skew = required(inner, "skew") else { return nil }
    return .splitNormal(try SplitNormalDistribution(mode: mode, uncertainty: sd, skew: skew))
  }

  private func discrete(_ inner: MappingReader) throws -> Distribution.Shape? {
    let values = inner.list("values").map { value($0, unit) }
    let shares = inner.list("probabilities").map { value($0, .one) }
    guard !values.contains(nil), !shares.contains(nil) else { return nil }
    return .discrete(
      try DiscreteDistribution(values: values.compactMap { $0 }, probabilities: shares.compactMap { $0 }))
  }

  private func required(_ reader: MappingReader, _ key: String) -> Double? {
    guard reader.node(key) != nil else {
      bag.error("DD1303", at: reader.span, Bilingual(zh: "缺少“\(key)”", en: "\"\(key)\" is missing"))
      return nil
    }
    return number(reader, key)
  }

  private func number(_ reader: MappingReader, _ key: String) -> Double? {
    reader.node(key).flatMap { value($0, unit) }
  }

  /// A number without unit.
  private func plain(_ reader: MappingReader, _ key: String) -> Double? {
    guard let node = reader.node(key) else {
      bag.error("DD1303", at: reader.span, Bilingual(zh: "缺少“\(key)”", en: "\"\(key)\" is missing"))
      return nil
    }
    return value(node, .one)
  }

  /// The number at `node` in a unit: a bare number is in that unit, a share may be written for a share a year.
  func value(_ node: YAMLNode, _ unit: Measure) -> Double? {
    guard let quantity = Quantity.parse(node, into: bag) else { return nil }
    if quantity.unit.isOne { return quantity.value.double }
    if let value = quantity.converted(to: unit) { return value.double }
    if let share = quantity.unit.shareFactor, let own = unit.shareFactor, quantity.unit == .percent {
      return (quantity.value * share / own).double
    }
    return fault(
      node.span, zh: "单位\(quantity.unit)不能换算为\(unit)", en: "\(quantity.unit) does not convert to \(unit)")
  }

  private func located<Value>(_ span: SourceSpan, _ make: () throws -> Value?) -> Value? {
    do {
      return try make()
    } catch let error as DistributionFault {
      let (words, key) = (error.words, Self.keys[error.parameter] ?? error.parameter)
      return fault(span, zh: "“\(key)”\(words.zh)", en: "\"\(key)\" \(words.en)")
    } catch {
      return nil
    }
  }

  private func fault<Value>(_ span: SourceSpan, zh: String, en: String, hint: String? = nil) -> Value? {
    bag.error(
      .uncertainDistribution, at: span, Bilingual(zh: zh, en: en),
      hint: hint.map { Bilingual(zh: $0, en: $0) })
    return nil
  }
}

extension DistributionFault {
  /// What is wrong, after the name of the parameter.
  var words: Bilingual {
    switch problem {
    case .notFinite: Bilingual(zh: "不是有限的数", en: "is not a finite number")
    case .notPositive: Bilingual(zh: "应大于零", en: "must be above zero")
    case .negative: Bilingual(zh: "不能为负", en: "must not be negative")
    case .notAbove(let other): Bilingual(zh: "应大于\(other)", en: "must be above \(other)")
    case .below(let other): Bilingual(zh: "小于\(other)", en: "is below \(other)")
    case .above(let other): Bilingual(zh: "大于\(other)", en: "is above \(other)")
    case .tooLarge: Bilingual(zh: "太大", en: "is too large")
    case .empty: Bilingual(zh: "是空的", en: "is empty")
    case .count(let given, let needed):
      Bilingual(zh: "有\(given)个，应为\(needed)个", en: "has \(given) elements, \(needed) are needed")
    case .sum(let sum): Bilingual(zh: "之和为\(sum)，应为1", en: "add up to \(sum), not to 1")
    case .keepsTooLittle(let share):
      Bilingual(zh: "只保留了分布的\(share)", en: "keep only \(share) of the distribution")
    }
  }
}

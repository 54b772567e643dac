import DoudiAnalysis
import DoudiInputs
import DoudiModel
import DoudiUnits

/// Why a budget changes, in words: the causes by size, each with what moved and the printed money.
///
///     标准由608.29提高到641.15元/月，+812.40；人数由28,110减少到27,900，-100.20
///
/// What moved is that of the rule that pays most, averaged over places; where its standard or ratio is the
/// same in every place, or the average moved the other way, only the money is named: then places, areas or
/// rules have shifted.
struct ChangeReason {
  let changes: YearOnYear
  let model: Model
  /// Digits after the point of the printed money.
  let places: Int

  /// The sentence; nil where nothing changed.
  func text(_ line: BudgetLine, leaves: [Int], year: Int, parts: [Int64]) -> Bilingual? {
    let pair = principal(line, leaves, year)
    let kind = pair?.kind ?? .persons
    let names = [
      Labels.volume(kind), Labels.price(kind), Labels.ratio(kind), Labels.byOnce, Labels.byOther,
    ]
    let order = parts.indices.filter { parts[$0] != 0 }
      .sorted { (parts[$1].magnitude, $0) < (parts[$0].magnitude, $1) }
    guard !order.isEmpty else { return nil }
    let texts = order.map { cause in
      sentence(names[cause], pair.flatMap { moved($0, cause) }, parts[cause], cause)
    }
    return Bilingual(
      zh: texts.map(\.zh).joined(separator: "；"), en: texts.map(\.en).joined(separator: "; "))
  }

  private struct Pair {
    let kind: VolumeKind
    let before: YearOnYear.RuleYear
    let now: YearOnYear.RuleYear
    let hasNewPrice: Bool
    let hasNewRatio: Bool
  }

  /// The rule that pays most, in both years; nil for several programmes, whose rules mean nothing together.
  private func principal(_ line: BudgetLine, _ leaves: [Int], _ year: Int) -> Pair? {
    guard line.programmes.count == 1 else { return nil }
    var best: Pair?
    for rule in line.rules {
      let payment = model.payments[rule]
      guard let now = changes.figures(rule: rule, leaves: leaves, year: year + 1),
        let before = changes.figures(rule: rule, leaves: leaves, year: year),
        now.money.magnitude > best?.now.money.magnitude ?? 0
      else { continue }
      best = Pair(
        kind: payment.form.volumeKind, before: before, now: now,
        hasNewPrice: changes.hasChanged(.price, rule: rule, leaves: leaves, year: year),
        hasNewRatio: changes.hasChanged(.ratio, rule: rule, leaves: leaves, year: year))
    }
    return best
  }

  /// From, to and unit of a cause.
  private func moved(_ pair: Pair, _ cause: Int) -> (
    from: Double, to: Double, text: (Double) -> String, Bilingual
  )? {
    let none = Bilingual(zh: "", en: "")
    switch cause {
    case 0: return (pair.before.volume, pair.now.volume, NumberText.persons, none)
    case 1 where pair.hasNewPrice:
      let isYearly = pair.kind == .persons && pair.now.months == 1
      let unit = Labels.priceUnit(pair.kind, isYearly: isYearly)
      return (
        pair.before.price, pair.now.price, { NumberText.real($0, places: 2) },
        Bilingual(zh: unit.zh, en: " " + unit.en)
      )
    case 2 where pair.hasNewRatio:
      return (
        pair.before.ratio * 100, pair.now.ratio * 100, { NumberText.real($0, places: 1) },
        Bilingual(zh: "%", en: " %")
      )
    default: return nil
    }
  }

  private func sentence(
    _ name: Bilingual, _ moved: (from: Double, to: Double, text: (Double) -> String, unit: Bilingual)?,
    _ units: Int64, _ cause: Int
  ) -> Bilingual {
    let money = NumberText.signed(units, places: places)
    let isUp = units > 0
    guard let moved, case let (from, to) = (moved.text(moved.from), moved.text(moved.to)), from != to,
      (moved.to > moved.from) == isUp
    else {
      let (zh, en) = cause > 2 ? ("", "") : ("及结构变化", " and mix")
      return Bilingual(zh: "\(name.zh)\(zh)，\(money)", en: "\(name.en)\(en) \(money)")
    }
    let verb = cause == 0 ? (isUp ? "增加到" : "减少到") : (isUp ? "提高到" : "降低到")
    return Bilingual(
      zh: "\(name.zh)由\(from)\(verb)\(to)\(moved.unit.zh)，\(money)",
      en: "\(name.en) from \(from) to \(to)\(moved.unit.en) \(money)")
  }
}

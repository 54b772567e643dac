import DoudiInputs
import DoudiUnits

extension ReserveForm {
  /// Reports reserves that together bear more of a programme than it pays. Those inside another one
  /// book nothing and do not count.
  func checkShares(_ rule: RuleHeader, _ world: World) {
    let peers = world.forms.filter { _, form in
      (form as? ReserveForm).map { $0.programme == programme && $0.inside == nil } ?? false
    }.sorted { $0.key < $1.key }
    // The first of them speaks for all.
    guard peers.count > 1, peers.first?.key == rule.id, !world.indicators.isPerturbed else { return }
    let shares = peers.compactMap { ($0.value as? ReserveForm)?.drawShare }
    for cell in world.space.whole {
      for month in world.horizon.months {
        let sum = shares.reduce(Rational.zero) { $0 + world.share($1, cell, month).value }
        guard sum > .one else { continue }
        let (names, text) = (peers.map(\.key), (sum * Rational(100)).shortText())
        return world.fault(
          rule: rule,
          zh: "\(names.joined(separator: "、"))合计支付该项目的\(text)%，超过100%",
          en: "\(names.joined(separator: ", ")) together bear \(text) % of their programme, more than 100 %")
      }
    }
  }
}

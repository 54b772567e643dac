public import DoudiInputs
import DoudiModel
import DoudiUnits

/// A way to say in advance what regions' counts will be so many years later.
public enum PanelMethod: String, CaseIterable, Sendable {
  /// The model: ``TrendFit``.
  case model
  /// N(t+h) = N(t).
  case persistence
  /// N(t+h) = N(t) (N(t) / N(t-1))^h.
  case ownTrend = "own_trend"
  /// N(t+h) = N(t) (N(t) / N(t-1))^(q + q^2 + ... + q^h), q as the file says.
  case dampedTrend = "damped_trend"
  /// N(t+h) = N(t) (S(t) / S(t-1))^h, S: the sum over the regions that have both years.
  case nationalTrend = "national_trend"

  /// The rules beside the model.
  public static let naive: [PanelMethod] = [.persistence, .ownTrend, .dampedTrend, .nationalTrend]

  /// Name for tables.
  public var name: Bilingual {
    switch self {
    case .model: Bilingual(zh: "模型", en: "model")
    case .persistence: Bilingual(zh: "保持不变", en: "persistence")
    case .ownTrend: Bilingual(zh: "本地趋势", en: "own trend")
    case .dampedTrend: Bilingual(zh: "阻尼趋势", en: "damped trend")
    case .nationalTrend: Bilingual(zh: "总体趋势", en: "national trend")
    }
  }

  /// By what a region's count of the fit's year is multiplied; a region without a count of the year
  /// before follows the sum. `damping`: q of the damped trend.
  func factor(
    _ region: Int, years: Int, panel: CountPanel, fit: TrendFit, damping: Double
  ) -> Double {
    let own = panel.change(region, fit.year) ?? fit.common
    switch self {
    case .model: return fit.factor(region, years: years)
    case .persistence: return 1
    case .ownTrend: return PortableMath.exp(own * Double(years))
    case .dampedTrend:
      var (sum, power) = (0.0, 1.0)
      for _ in 0..<max(0, years) {
        power *= damping
        sum += power
      }
      return PortableMath.exp(own * sum)
    case .nationalTrend: return PortableMath.exp(fit.common * Double(years))
    }
  }
}

public import DoudiEnsemble
public import DoudiInputs

extension Labels {
  static let calibration = Bilingual(zh: "校准的参数", en: "Calibrated parameters")
  static let calibrationTargets = Bilingual(zh: "目标", en: "Targets")
  static let calibrationBefore = Bilingual(zh: "原来", en: "Before")
  static let calibrationAfter = Bilingual(zh: "校准后", en: "After")
  static let standardError = Bilingual(zh: "标准误", en: "Standard error")
  static let atBoundHeading = Bilingual(zh: "在界上", en: "At a bound")
  static let targetFigure = Bilingual(zh: "目标值", en: "Target")
  static let residual = Bilingual(zh: "相差%", en: "Off by %")
  static let noErrors = Bilingual(
    zh: "没有标准误：目标不比参数多，或参数在界上",
    en: "No standard errors: there are no more targets than parameters, or parameters are at a bound")

  static let furtherThanBefore = Bilingual(
    zh: "比原来离目标更远：原来因地因时而异的值，换成了一个值；可用NAME@rural、NAME@区划分开校准",
    en:
      "Further from the targets than before: one value stands where several were; calibrate NAME@rural or NAME@REGION apart"
  )

  static func boundSide(_ side: String) -> Bilingual {
    side == "low" ? Bilingual(zh: "下界", en: "lower") : Bilingual(zh: "上界", en: "upper")
  }

  static func severalValues(_ name: String, _ low: String, _ high: String) -> Bilingual {
    Bilingual(
      zh: "\(name)原来因地因时而异（\(low)至\(high)），校准后到处为同一个值",
      en: "\(name) had several values (\(low) to \(high)); one value stands in their place")
  }

  static func calibrationDistance(_ before: Double, _ after: Double) -> Bilingual {
    let (old, new) = (NumberText.real(before, places: 3), NumberText.real(after, places: 3))
    return Bilingual(
      zh: "与目标的均方根相对偏差：原来\(old)%，校准后\(new)%",
      en: "Root mean square of relative deviations: \(old) % before, \(new) % after")
  }

  static func officialDifference(_ percent: Double) -> Bilingual {
    let text = percent > 0 && percent < 0.0001 ? "<0.0001" : NumberText.real(percent, places: 4)
    return Bilingual(
      zh: "“校准后”为正式测算；与抽样算法最多相差\(text)%",
      en: "\"After\" is the official run; it differs from the arithmetic of the search by \(text) % at most")
  }

  static func settingLine(_ settings: [String]) -> Bilingual {
    let text = settings.map { "--set \(quoted($0))" }.joined(separator: " ")
    return Bilingual(zh: "照此测算：\(text)", en: "To run it: \(text)")
  }

  private static func quoted(_ text: String) -> String { text.contains(" ") ? "'\(text)'" : text }

  /// Why a search ended.
  public static func calibrationReason(_ reason: Calibration.Reason) -> Bilingual {
    func list(_ names: [String]) -> (zh: String, en: String) {
      (names.joined(separator: "、"), names.joined(separator: ", "))
    }
    switch reason {
    case .converged: return Bilingual(zh: "已收敛", en: "Converged")
    case .atBound(let names):
      return Bilingual(
        zh: "已收敛，\(list(names).zh)到了允许范围的界上：目标在界外更近",
        en:
          "Converged with \(list(names).en) at a bound of the allowed range: beyond it the targets would be nearer"
      )
    case .stalled:
      return Bilingual(
        zh: "停在一处：再动一步也不会更近（标准按级取整，结果一级一级地变）",
        en: "Stopped where no step comes nearer: standards are rounded in steps, and so are the figures")
    case .steps:
      return Bilingual(
        zh: "步数用尽，尚未收敛", en: "The steps ran out before it converged")
    case .rank(let names):
      return names.count == 1
        ? Bilingual(zh: "\(names[0])不影响任何目标", en: "\(names[0]) moves none of the targets")
        : Bilingual(
          zh: "凭这些目标分不清\(list(names).zh)：改动可以互相抵消；去掉一个参数，或增加目标",
          en:
            "the targets cannot tell \(list(names).en) apart: changes of one make up for those of another; leave one out, or add targets"
        )
    case .noValue:
      return Bilingual(zh: "有目标算不出数", en: "a target has no value in this scenario")
    }
  }
}

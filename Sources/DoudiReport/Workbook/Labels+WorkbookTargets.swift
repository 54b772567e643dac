import DoudiInputs

extension Labels {
  /// Second level of performance targets.
  enum TargetKind: Int {
    case quantity, quality, time, cost

    /// By the unit a limit is in.
    init(unit: String) {
      switch unit.split(separator: "/").first ?? "" {
      case "minutes", "hours", "days", "months", "years": self = .time
      case "CNY", "10k CNY": self = .cost
      case "%", "1", "flag": self = .quality
      default: self = .quantity
      }
    }

    var rank: Int { rawValue }

    var label: Bilingual {
      switch self {
      case .quantity: Bilingual(zh: "数量指标", en: "Quantity")
      case .quality: Bilingual(zh: "质量指标", en: "Quality")
      case .time: Bilingual(zh: "时效指标", en: "Time")
      case .cost: Bilingual(zh: "成本指标", en: "Cost")
      }
    }
  }

  static let firstLevel = Bilingual(zh: "一级指标", en: "Level 1")
  static let secondLevel = Bilingual(zh: "二级指标", en: "Level 2")
  static let thirdLevel = Bilingual(zh: "三级指标", en: "Level 3")
  static let outputs = Bilingual(zh: "产出指标", en: "Outputs")
  static let targetsNote = Bilingual(
    zh: "指标值取自测算人数、标准和文件限值；效益指标、满意度指标须由单位自定",
    en:
      "Values are persons and standards of the run and bounds of the documents; effects and satisfaction are for the office to set"
  )

  /// "年度指标值（2027年）".
  static func targetValue(_ year: Bilingual) -> Bilingual {
    Bilingual(zh: "年度指标值（\(year.zh)）", en: "Value, \(year.en)")
  }
}

import DoudiEnsemble
import DoudiInputs

extension Labels {
  static let sensitivity = Bilingual(zh: "不确定性来自哪里", en: "Where the uncertainty comes from")
  static let morrisSigma = Bilingual(zh: "效应的离散", en: "Spread of effects")
  static let takenIndependent = Bilingual(
    zh: "指数按参数互相独立计算；相关的参数用--method shapley",
    en: "Indices take the parameters as independent; for correlated ones see --method shapley")
  static let movedAlike = Bilingual(
    zh: "各地分别抽样的参数，此处各地同向变动",
    en: "Parameters that each region draws for itself move in all of them alike here")

  static let perUnit = Bilingual(zh: "一单位指", en: "A unit is")
  static let linearMethod = Bilingual(
    zh: "在中位数处按直线近似（delta法）：弯曲、封顶保底或互相作用处会有偏差",
    en:
      "A straight line through the medians (delta method): it errs where results bend, hit caps or floors, or interact"
  )

  /// The linear standard deviation, and that of draws beside it.
  static func linearSpread(
    _ linear: Double, by check: (deviation: Double, draws: Int)?, unit: Bilingual?
  ) -> Bilingual {
    func text(_ value: Double) -> String { NumberText.real(value, places: 2) }
    let (zh, en) = (unit?.zh ?? "", unit.map { " (\($0.en))" } ?? "")
    let own = Bilingual(
      zh: "标准差：直线近似\(text(linear))\(zh)", en: "Standard deviation: \(text(linear))\(en) by the straight line")
    guard let check else { return own }
    return Bilingual(
      zh: own.zh + "，抽样\(check.draws)次\(text(check.deviation))\(zh)",
      en: own.en + ", \(text(check.deviation))\(en) by \(check.draws) draws")
  }

  static func sensitivityOf(_ year: Int, _ output: String) -> Bilingual {
    let what =
      output == "total"
      ? Bilingual(zh: "合计", en: "all money") : Bilingual(zh: " \(output)", en: output)
    return Bilingual(
      zh: "\(sensitivity.zh)，\(drawnYear(year).zh)\(what.zh)",
      en: "\(sensitivity.en), \(what.en) of \(drawnYear(year).en)")
  }

  /// Runs without a result: of the output shown, and of the one that has most of them.
  static func failedRuns(_ failed: Int, most: Int, of runs: Int) -> Bilingual {
    let others =
      failed == most
      ? Bilingual(zh: "", en: "")
      : Bilingual(zh: "；其他结果最多\(most)次", en: "; up to \(most) for other outputs")
    return Bilingual(
      zh: "\(runs)次测算中有\(failed)次算不出，未计入\(others.zh)；逐项见sensitivity.csv的failed列（--out）",
      en:
        "\(failed) of \(runs) runs have no result and are left out\(others.en); column failed of sensitivity.csv (--out) has them all"
    )
  }

  static func sensitivityRuns(_ runs: Int) -> Bilingual {
    Bilingual(zh: "共测算\(runs)次", en: "\(runs) runs")
  }

  /// What the polynomial misses of the figure that is shown.
  static func chaosError(_ percent: Double, isReliable: Bool) -> Bilingual {
    let text = NumberText.real(percent, places: 2)
    let advice =
      isReliable
      ? Bilingual(zh: "", en: "")
      : Bilingual(
        zh: "；超过\(chaosBound)%，指数可能差1个百分点以上，请用--method saltelli核对",
        en: "; above \(chaosBound) %: indices may be off by more than 1 point, check with --method saltelli")
    return Bilingual(
      zh: "多项式的交叉验证误差：方差的\(text)%\(advice.zh)",
      en: "Cross-validated error of the polynomial: \(text) % of the variance\(advice.en)")
  }

  /// How many figures the polynomial does not follow.
  static func chaosDoubtful(_ count: Int, of all: Int) -> Bilingual {
    Bilingual(
      zh: "各地各年\(all)项结果中\(count)项误差超过\(chaosBound)%，sensitivity.csv中reliable为no，请用--method saltelli核对",
      en:
        "Of \(all) figures of all regions and years \(count) have an error above \(chaosBound) %: reliable is no in sensitivity.csv, check them with --method saltelli"
    )
  }

  private static var chaosBound: String { NumberText.real(ChaosDesign.bound * 100, places: 1) }

  /// Heading of the first figure.
  static func firstOf(_ method: SensitivityMethod) -> Bilingual {
    switch method {
    case .chaos, .saltelli: Bilingual(zh: "单独解释%", en: "Alone %")
    case .morris: Bilingual(zh: "平均效应", en: "Mean effect")
    case .shapley: Bilingual(zh: "Shapley份额%", en: "Shapley share %")
    case .linear: Bilingual(zh: "每增加一单位", en: "One unit more")
    }
  }

  /// Heading of the second figure.
  static func totalOf(_ method: SensitivityMethod) -> Bilingual {
    switch method {
    case .morris: Bilingual(zh: "平均效应大小", en: "Mean size of effects")
    case .linear: Bilingual(zh: "占方差%", en: "Share of variance %")
    default: Bilingual(zh: "连同交互%", en: "With interactions %")
    }
  }
}

import DoudiInputs

extension Labels {
  static let comovement = Bilingual(zh: "各地如何同向变动", en: "How regions move together")
  static let component = Bilingual(zh: "主成分", en: "Component")
  static let componentShare = Bilingual(zh: "占方差%", en: "Share of variance %")
  static let componentSum = Bilingual(zh: "累计%", en: "Together %")
  static let heaviest = Bilingual(zh: "权重最大的区划", en: "Regions that weigh most")
  static let componentNote = Bilingual(
    zh: "方差：各区划方差之和；权重的平方之和为1，同号同向、异号反向",
    en:
      "Variance: the sum of all regions' variances; squares of weights add up to 1, equal signs move together"
  )

  static func comovementOf(_ year: Int, _ output: String) -> Bilingual {
    let what =
      output == "total"
      ? Bilingual(zh: "合计", en: "all money") : Bilingual(zh: " \(output)", en: output)
    return Bilingual(
      zh: "\(comovement.zh)，\(drawnYear(year).zh)\(what.zh)",
      en: "\(comovement.en), \(what.en) of \(drawnYear(year).en)")
  }

  static func meanCorrelation(_ value: Double) -> Bilingual {
    let text = NumberText.real(value, places: 2)
    return Bilingual(zh: "两地之间的平均相关系数：\(text)", en: "Mean correlation of two regions: \(text)")
  }

  static func leftOut(_ draws: Int) -> Bilingual {
    Bilingual(zh: "有区划算不出的\(draws)次抽样不计", en: "\(draws) draws without a value in some region are left out")
  }
}

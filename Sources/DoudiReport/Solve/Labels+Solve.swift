import DoudiAnalysis
import DoudiInputs
import DoudiUnits

extension Labels {
  static let solve = Bilingual(zh: "预算内最多能到多少", en: "How high within a budget")
  static let solveBefore = Bilingual(zh: "现方案", en: "As it is")
  static let solveAnswer = Bilingual(zh: "最高", en: "Highest")
  static let solveBudget = Bilingual(zh: "预算", en: "Budget")
  static let solveCost = Bilingual(zh: "支出", en: "Cost")
  static let solveLeft = Bilingual(zh: "余额", en: "Left")
  static let solveNext = Bilingual(zh: "再提一档", en: "One step more")
  static let solveEnding = Bilingual(zh: "结论", en: "Because")
  static let falls = Bilingual(
    zh: "支出在某些区间随之下降，取的是预算内最高的一个值",
    en: "costs fall somewhere as it rises; this is the highest value within the budget")

  static func solve(_ control: String, _ of: Measure, _ output: String, _ years: String) -> Bilingual {
    let unit = unit(of.text)
    let what = output == "total" ? Bilingual(zh: "合计", en: "all money") : Bilingual(zh: output, en: output)
    return Bilingual(
      zh: "\(solve.zh)：\(control)（\(unit.zh)），\(years)年\(what.zh)",
      en: "\(solve.en): \(control) (\(unit.en)), \(what.en) of \(years)")
  }

  static func ending(_ ending: StepSearch.Ending) -> Bilingual {
    switch ending {
    case .found: Bilingual(zh: "预算用足", en: "the budget is reached")
    case .unbound: Bilingual(zh: "预算不构成限制", en: "the budget does not bind")
    case .infeasible: Bilingual(zh: "预算不够，列最省的值", en: "not within the budget; the cheapest value")
    }
  }

  static func placed(_ words: Bilingual, _ region: Word?) -> Bilingual {
    guard let region else { return words }
    return Bilingual(zh: "\(region.label.zh)：\(words.zh)", en: "\(region.label.en): \(words.en)")
  }

  static func shortBy(_ money: String) -> Bilingual {
    Bilingual(zh: "最省也差\(money)", en: "short by \(money) even so")
  }

  static func nextUnit(_ money: String, _ optimum: String?) -> Bilingual {
    guard let optimum else {
      return Bilingual(zh: "再提一个单位多支出\(money)", en: "one unit more costs \(money)")
    }
    return Bilingual(
      zh: "不取整时为\(optimum)，该处再提一个单位多支出\(money)",
      en: "without steps it would be \(optimum), where one unit more costs \(money)")
  }

  static func flat(_ low: String, _ high: String) -> Bilingual {
    Bilingual(
      zh: "从\(low)到\(high)支出相同：标准由别的规定决定",
      en: "from \(low) to \(high) it costs the same: something else decides")
  }

  static func within(_ percent: String, _ cost: String) -> Bilingual {
    Bilingual(
      zh: "不超预算的抽样占\(percent)%；按所求概率须备\(cost)，余额以此计",
      en:
        "\(percent) % of the draws stay within the budget; \(cost) is what holds with the probability asked for, and what is left is of that"
    )
  }

  static func broken(_ limits: [String]) -> Bilingual {
    let list = limits.prefix(8).joined(separator: ", ") + (limits.count > 8 ? " …" : "")
    return Bilingual(zh: "这样会突破：\(list)", en: "breaks: \(list)")
  }

  static let noValueKeeps = Bilingual(
    zh: "范围内没有一个值能守住这些限额", en: "no value of the range keeps these limits")

  static func nearestKept(_ value: String, _ cost: String, over: String?) -> Bilingual {
    let zh = over.map { "，超预算\($0)" } ?? "，在预算内"
    let en = over.map { ", \($0) over the budget" } ?? ", within the budget"
    return Bilingual(
      zh: "守住限额的最近值是\(value)，支出\(cost)\(zh)",
      en: "the nearest value that keeps them is \(value), at a cost of \(cost)\(en)")
  }

  static func toRun(_ override: String) -> Bilingual {
    Bilingual(zh: "按此测算：--set '\(override)'", en: "to run it: --set '\(override)'")
  }
}

extension Labels {
  static let gapPath = Bilingual(zh: "农村标准逐年接近城镇标准", en: "Rural standard, step by step to the urban one")
  static let gapCosts = Bilingual(zh: "逐年支出与预算", en: "Costs and budgets by year")
  static let gapStart = Bilingual(zh: "起点", en: "Before")
  static let gapUrban = Bilingual(zh: "届时城镇", en: "Urban by then")

  static func gapMonth(_ month: Month) -> Bilingual {
    Bilingual(zh: "\(month)起", en: "from \(month)")
  }

  static func gapVerdict(_ percent: Int?, _ year: Int, _ later: Int?) -> Bilingual {
    guard let percent else {
      return Bilingual(zh: "标准不变也超预算", en: "over budget even where standards stay as they are")
    }
    guard percent < 100 else {
      return Bilingual(zh: "预算内可在\(year)年前实现城乡统一", en: "within the budget the gap is closed by \(year)")
    }
    let zh = later.map { "；全部消除最早在\($0)年" } ?? "；测算期内不能全部消除"
    let en = later.map { "; all of it by \($0)" } ?? "; all of it not within the horizon"
    return Bilingual(
      zh: "预算内到\(year)年最多消除差距的\(percent)%" + zh,
      en: "within the budget \(percent) % of the gap can be closed by \(year)" + en)
  }
}

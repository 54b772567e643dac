public import DoudiInputs

extension RunDifference {
  /// The causes of a difference: where the money is split those that move it, else all.
  func why(_ one: MoneyChange) -> Word { why { $0.spending[[one.programme, one.year]] } }
  /// The same for what a tier pays.
  func why(_ one: FundingChange) -> Word { why { $0.funding[[one.fund, one.tier, one.year]] } }

  private func why(_ fen: (RunSums) -> Int64?) -> Word {
    guard let split else { return Cause.word(causes) }
    return Cause.word(
      split.parts.reduce(into: Set()) { if fen($1.money) ?? 0 != 0 { $0.formUnion($1.causes) } })
  }

  /// Why the money is not split among several causes, and how it is; nil where it is, or there is one cause.
  var splitNote: Bilingual? {
    guard split == nil, causes.count > 1, !money.isEmpty || !funding.isEmpty else { return nil }
    return Bilingual(
      zh: "有几个原因，金额未分开：两方都是已写出的结果，不能重算。把其中一方换成方案文件夹（doudi diff 原结果 方案文件夹），即按原因分开",
      en:
        "There are several causes and the money is not split among them: neither side can be run again. Name the folder of a scenario in place of one (doudi diff EXPORT SCENARIO) to have it split"
    )
  }

  /// What it comes to, in a line or two.
  public var words: Bilingual {
    if isSame {
      let changed = files.count { $0.before != nil && $0.after != nil }
      let alone = files.count - changed
      var (zh, en) = ("没有差别", "no difference")
      if changed > 0 {
        zh += "；\(changed)个输入文件字节不同，内容相同"
        en += "; \(changed) input files differ in bytes alone"
      }
      if alone > 0 {
        zh += "；\(alone)个输入文件只有一方读取，不影响两方共有的结果"
        en += "; \(alone) input files were read by one alone and change nothing that both have"
      }
      return Bilingual(zh: zh, en: en)
    }
    if isSameInFigures {
      return Bilingual(zh: "输入有差别，结果没有差别", en: "the inputs differ, no figure does")
    }
    let cause = Cause.word(causes).label
    return Bilingual(zh: "结果有差别，原因：\(cause.zh)", en: "figures differ, because of: \(cause.en)")
  }

  /// The same, and below it what is not compared.
  public var wordsAndNotes: Bilingual {
    let all = [words] + notes
    return Bilingual(zh: all.map(\.zh).joined(separator: "\n"), en: all.map(\.en).joined(separator: "\n"))
  }
}

import DoudiAllocation
import DoudiAnalysis
import DoudiInputs

extension Labels {
  static let allocation = Bilingual(zh: "分配结果", en: "Who gets how much")
  static let allocationUse = Bilingual(zh: "够不够用", en: "What it is enough for")
  static let need = Bilingual(zh: "需求", en: "Need")
  static let weight = Bilingual(zh: "权重", en: "Weight")
  static let sharePercent = Bilingual(zh: "占比%", en: "Share %")
  static let formulaAmount = Bilingual(zh: "公式测算", en: "By formula")
  static let boundHit = Bilingual(zh: "触及", en: "Bound met")
  static let movedByBounds = Bilingual(zh: "调整", en: "Moved")
  static let allotted = Bilingual(zh: "分配额", en: "Amount")
  static let lastTime = Bilingual(zh: "上年", en: "Last year")
  static let changeOnLast = Bilingual(zh: "增减", en: "Change")
  static let changePercent = Bilingual(zh: "增减%", en: "Change %")
  static let alreadySent = Bilingual(zh: "已下达", en: "Sent")
  static let toSend = Bilingual(zh: "待下达", en: "To send")
  static let recipients = Bilingual(zh: "对象人数", en: "Recipients")
  static let residents = Bilingual(zh: "常住人口", en: "Residents")
  static let perRecipient = Bilingual(zh: "人均（元）", en: "Each, CNY")
  static let ofNeed = Bilingual(zh: "占需求%", en: "Of need %")
  static let ownMoney = Bilingual(zh: "需自筹", en: "Own money")
  static let needLow = Bilingual(zh: "需求低5%", en: "Need, low 5 %")
  static let needHigh = Bilingual(zh: "需求高95%", en: "high 95 %")
  static let shortChance = Bilingual(zh: "不够的概率%", en: "Falls short %")
  static let nextYuan = Bilingual(zh: "每增1元得", en: "Of 1 CNY more")
  static let nextSeat = Bilingual(zh: "每增1个得", en: "Of 1 more")
  static let equity = Bilingual(zh: "均衡程度（越小越均衡）", en: "Inequality (0: all alike)")
  static let equityAmounts = Bilingual(zh: "口径", en: "Of")
  static let methodsCompared = Bilingual(zh: "各方法比较", en: "Methods beside each other")
  static let method = Bilingual(zh: "方法", en: "Method")
  static let givenOut = Bilingual(zh: "分出", en: "Given out")
  static let unbeaten = Bilingual(zh: "未被胜过", en: "Unbeaten")
  static let giniOverNeeds = Bilingual(
    zh: "基尼系数按需求计：0为各地需求得到同样比例的满足", en: "Gini over needs: 0 where all needs are covered alike")
  static let giniOverPeople = Bilingual(
    zh: "基尼系数按人均（无人数时按地区）计", en: "Gini a head, or by region where people are not known")
  static let batchTable = Bilingual(zh: "分批下达", en: "Batches")
  static let batch = Bilingual(zh: "批次", en: "Batch")
  static let priceTable = Bilingual(zh: "约束与影子价格", en: "Conditions and what they cost")
  static let condition = Bilingual(zh: "约束", en: "Condition")
  static let price = Bilingual(zh: "影子价格", en: "Price")
  static let excess = Bilingual(zh: "取整后超出", en: "Missed by rounding")
  static let reserveTable = Bilingual(zh: "各自备用金", en: "Each unit's own reserve")
  static let reserveWanted = Bilingual(zh: "应有", en: "Wanted")
  static let reserveOwn = Bilingual(zh: "自有", en: "Own")
  static let reserveAfter = Bilingual(zh: "加分配额", en: "With the amount")
  static let seats = Bilingual(zh: "个", en: "units")

  /// Floor or cap, and why it stands.
  static func bound(_ hit: BoundHit) -> Bilingual {
    let isFloor = hit.side == .floor
    switch hit.bound.reason {
    case .stated: return isFloor ? Bilingual(zh: "下限", en: "floor") : Bilingual(zh: "上限", en: "cap")
    case .minimumGrant: return Bilingual(zh: "最低补助", en: "minimum grant")
    case .maximumGrant: return Bilingual(zh: "最高补助", en: "maximum grant")
    case .holdHarmless: return Bilingual(zh: "保存量", en: "hold-harmless")
    case .growthBand:
      return isFloor ? Bilingual(zh: "降幅控制", en: "growth, least") : Bilingual(zh: "增幅控制", en: "growth, most")
    case .claim: return Bilingual(zh: "申请额", en: "claim")
    case .sent: return Bilingual(zh: "已下达", en: "sent before")
    case .reserve: return Bilingual(zh: "备用金", en: "reserve")
    case .children: return Bilingual(zh: "下级上下限", en: "rows below")
    }
  }

  /// Which amounts an inequality is of, over whom.
  static func equity(_ line: EquityLine) -> Bilingual {
    let amounts =
      switch line.amounts {
      case .previous: Bilingual(zh: "上年", en: "last year")
      case .formula: Bilingual(zh: "公式测算（无上下限）", en: "by formula, without bounds")
      case .amount: Bilingual(zh: "分配额", en: "amount")
      }
    let heads =
      switch line.heads {
      case .recipient: Bilingual(zh: "按对象人均", en: "per recipient")
      case .head: Bilingual(zh: "按人口人均", en: "per resident")
      case .row: Bilingual(zh: "按地区", en: "per region")
      }
    return Bilingual(zh: "\(amounts.zh)，\(heads.zh)", en: "\(amounts.en), \(heads.en)")
  }

  /// A method by its name.
  static func method(_ method: AllocationMethod) -> Bilingual {
    let zh: [String: String] = [
      "largest_remainder": "权重与上下限", "webster": "韦伯斯特法", "huntington_hill": "亨廷顿—希尔法",
      "jefferson": "杰斐逊法", "adams": "亚当斯法", "dean": "迪安法", "proportional": "按申请比例", "cea": "等额满足",
      "cel": "等额削减", "talmud": "塔木德法", "max_min": "最低满足率最大", "lp": "线性规划",
    ]
    return Bilingual(zh: zh[method.name] ?? method.name, en: method.name)
  }
}

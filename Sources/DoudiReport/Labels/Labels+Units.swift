import DoudiInputs

extension Labels {
  /// A unit by itself, in few columns: "元/人/月", "CNY/month".
  static func unit(_ text: String) -> Bilingual {
    let english = ["CNY/person/month": "CNY/month", "CNY/person/year": "CNY/year"][text]
    return Bilingual(zh: unit(text, of: "2").zh, en: english ?? text)
  }

  /// The unit that stands behind a number; empty for plain numbers, and for counted things in English.
  static func unit(_ text: String, of number: String) -> Bilingual {
    let parts = text.split(separator: "/").map(String.init)
    guard let top = parts.first, !["1", "flag"].contains(text) else { return Bilingual(zh: "", en: "") }
    let zh = [words[top]?.above ?? top] + parts.dropFirst().map { words[$0]?.below ?? $0 }
    let isOne = number == "1" && parts.count == 1
    let en = text == "count" ? "" : (isOne ? words[top]?.one : nil) ?? text
    return Bilingual(zh: zh.joined(separator: "/"), en: en)
  }

  /// A number with its unit: "1 年", "1 year", "18 months", "3.5 %/年".
  static func quantity(_ number: String, _ text: String, shown: String? = nil) -> Bilingual {
    let unit = unit(text, of: number)
    func joined(_ unit: String) -> String { (shown ?? number) + (unit.isEmpty ? "" : " " + unit) }
    return Bilingual(zh: joined(unit.zh), en: joined(unit.en))
  }

  /// Parts of units: above the slash, below it, and in English for one.
  private static let words: [String: (above: String, below: String, one: String?)] = [
    "CNY": ("元", "元", nil), "fen": ("分", "分", nil), "10k CNY": ("万元", "万元", nil),
    "1m CNY": ("百万元", "百万元", nil), "100m CNY": ("亿元", "亿元", nil),
    "persons": ("人", "人", "person"), "person": ("人", "人", nil), "1k persons": ("千人", "千人", nil),
    "10k persons": ("万人", "万人", nil), "households": ("户", "户", "household"),
    "household": ("户", "户", nil), "10k households": ("万户", "万户", nil),
    "person-times": ("人次", "人次", "person-time"), "person-time": ("人次", "人次", nil),
    "10k person-times": ("万人次", "万人次", nil), "posts": ("名", "名", "post"), "post": ("名", "名", nil),
    "units": ("个单位", "单位", "unit"), "unit": ("单位", "单位", nil), "villages": ("个村", "村", "village"),
    "village": ("村", "村", nil), "townships": ("个镇街", "镇街", "township"), "township": ("镇街", "镇街", nil),
    "beds": ("张床位", "床位", "bed"), "bed": ("床位", "床位", nil), "count": ("个", "个", nil),
    "item": ("个", "个", nil), "cases": ("例", "例", "case"), "case": ("例", "例", nil),
    "m2": ("平方米", "平方米", nil), "hours": ("小时", "小时", "hour"), "hour": ("小时", "小时", nil),
    "days": ("天", "天", "day"), "minute": ("分钟", "分钟", nil),
    "minutes": ("分钟", "分钟", "minute"), "day": ("天", "天", nil), "months": ("个月", "月", "month"),
    "month": ("月", "月", nil), "years": ("年", "年", "year"), "year": ("年", "年", nil),
  ]
}

public import DoudiInputs

/// What stands above every table of a scenario: place and years, on what the money rests, and whether it is a trial.
public struct Heading: Hashable, Sendable {
  /// "Place 2027-2029".
  public let place: Bilingual
  /// "Money rests on: ..."; nil where nothing says so.
  public let basis: Bilingual?
  /// True for a trial calculation.
  public let isTrial: Bool

  /// Lines under a title.
  var lead: [Bilingual] { basis.map { [$0] } ?? [] }

  /// "汇总 · 某市2027—2029年 · 单位：万元 · 试算".
  func title(_ name: Bilingual, unit: Bilingual?) -> Bilingual {
    var zh = [name.zh, place.zh]
    var en = [name.en, place.en]
    if let unit {
      zh.append("单位：" + unit.zh)
      en.append("in " + unit.en)
    }
    if isTrial {
      zh.append(Labels.trial.zh)
      en.append(Labels.trial.en)
    }
    return Bilingual(zh: zh.joined(separator: " · "), en: en.joined(separator: " · "))
  }
}

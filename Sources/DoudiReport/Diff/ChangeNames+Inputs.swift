import DoudiInputs
import DoudiModel
import DoudiUnits

/// Names of inputs in words, codes in brackets behind them.
extension ChangeNames {
  /// "parameter N03.ratio": what an input is called.
  func input(_ one: InputChange) -> Word {
    let id = "\(one.kind) \(one.name)"
    guard let kind = ModelInput.Kind(rawValue: one.kind) else { return Word(id) }
    return Word(
      id, name(kind, one.name) ?? Self.word([Word("", Labels.inputKind(kind)), Word(one.name)]).label)
  }

  private func name(_ kind: ModelInput.Kind, _ name: String) -> Bilingual? {
    switch kind {
    case .scenario: Labels.setting(name)
    case .rule: rules[name].map { Self.named($0.name, name) }
    case .parameter: parameter(name)
    case .datum: datum(name)
    case .transfer: transfer(name)
    case .observation: observation(name)
    case .region: places[name].map { Self.named($0, name) }
    }
  }

  private func parameter(_ name: String) -> Bilingual? {
    let parts = name.split(separator: ".").map(String.init)
    switch parts.first {
    case "growth", "indicator":
      guard parts.count > 1 else { return nil }
      let series = indicators[parts[1]] ?? Self.plain(parts[1])
      let area = parts.count > 2 ? Area(id: parts[2]).map { Labels.area($0) } : nil
      let what =
        parts[0] == "growth" ? Bilingual(zh: "年增长率", en: "yearly growth") : Bilingual(zh: "取值", en: "value")
      return Self.named(
        Bilingual(
          zh: (area?.zh ?? "") + series.zh + what.zh,
          en: "\(series.en), \(area.map { "\($0.en), " } ?? "")\(what.en)"), name)
    case "amount":
      guard parts.count > 1, let amount = amounts[parts[1]] else { return nil }
      return Self.named(Bilingual(zh: "\(amount.zh)：定额", en: "\(amount.en): set by decision"), name)
    case "funding":
      guard parts.count > 2, let fund = funds[parts[1]] else { return nil }
      let tier = Self.tier(parts[2]).label
      return Self.named(
        Bilingual(zh: "\(fund.zh)：\(tier.zh)负担比例", en: "\(fund.en): share of \(tier.en)"), name)
    default: return ofRule(parts, name)
    }
  }

  private func ofRule(_ parts: [String], _ name: String) -> Bilingual? {
    guard let first = parts.first, let rule = rules[first] else { return nil }
    let path = Array(parts.dropFirst())
    let meanings = FormKey.meanings(path, among: FormRegistry.form(named: rule.form)?.keys ?? [])
    let key = meanings.last ?? Self.plain(path.joined(separator: "."))
    return Self.named(Bilingual(zh: "\(rule.name.zh)：\(key.zh)", en: "\(rule.name.en): \(key.en)"), name)
  }

  private func datum(_ name: String) -> Bilingual {
    let parts = name.split(separator: "@").map(String.init)
    let place = parts.count == 2 ? place(parts[1]).label : nil
    return Self.named(
      Bilingual(zh: "限额所用数据\(place?.zh ?? "")", en: "datum of a limit\(place.map { ", \($0.en)" } ?? "")"),
      name)
  }

  private func transfer(_ name: String) -> Bilingual? {
    if name.hasSuffix(".own") {
      let fund = fund(String(name.dropLast(4))).label
      return Self.named(Bilingual(zh: "\(fund.zh)：其余由谁负担", en: "\(fund.en): who pays the rest"), name)
    }
    let parts = name.split(separator: " ", maxSplits: 4).map(String.init)
    guard parts.count >= 4 else { return nil }
    let (fund, place, tier) = (fund(parts[0]).label, place(parts[1]).label, Self.tier(parts[3]).label)
    let batch = parts.count == 5 ? Labels.batch(parts[4]) : nil
    return Bilingual(
      zh: "下达资金：\(tier.zh)\(fund.zh) \(place.zh) \(parts[2])年\(batch.map { " \($0.zh)" } ?? "")",
      en:
        "Sent from above: \(fund.en), \(tier.en), \(place.en) \(parts[2])\(batch.map { ", \($0.en)" } ?? "")")
  }

  private func observation(_ name: String) -> Bilingual? {
    guard let seen = ToldInput.observed(name) else { return nil }
    let series = indicators[seen.indicator] ?? Self.plain(seen.indicator)
    let place = place(seen.region).label
    let area = seen.area == .all ? nil : Labels.area(seen.area)
    return Self.named(
      Bilingual(
        zh: "\(series.zh) \(place.zh)\(area.map { "/\($0.zh)" } ?? "") \(seen.period)",
        en: "\(series.en), \(place.en)\(area.map { "/\($0.en)" } ?? "") \(seen.period)"), seen.indicator)
  }

  // MARK: values

  /// A value of an input as people read it; nil where it was told nothing.
  func value(_ one: InputChange, _ text: String?) -> Word? {
    switch ModelInput.Kind(rawValue: one.kind) {
    case .rule:
      return Word(
        text ?? "", text == nil ? Bilingual(zh: "停用", en: "off") : Bilingual(zh: "启用", en: "on"))
    case .parameter:
      guard let text else { return Word("", Bilingual(zh: "未给定", en: "not given")) }
      return Word(text, words(text, unit: one.unit))
    case .scenario: return text.map { Word($0, setting(one.name, $0)) }
    case .transfer where one.name.hasSuffix(".own"): return text.map { Self.tier($0) } ?? Self.none
    default: return text.map { Word($0, figure($0)) } ?? Self.none
    }
  }

  private static let none = Word("", Bilingual(zh: "无", en: "none"))

  /// A number with its thousands set apart, and what stands behind it.
  private func figure(_ text: String) -> Bilingual {
    let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
    guard let number = parts.first, let digits = number.split(separator: ".").first,
      let whole = Int64(digits), whole.magnitude > 9999
    else { return words(text, unit: "") }
    let grouped = NumberText.scaled(whole, places: 0) + number.dropFirst(digits.count)
    let rest = parts.count == 2 ? words(parts[1], unit: "") : Self.plain("")
    return Bilingual(zh: grouped + rest.zh, en: rest.en.isEmpty ? grouped : "\(grouped) \(rest.en)")
  }

  /// "123456 rural 9; 8 (assumed)" with places, areas and yes and no in words.
  private func words(_ text: String, unit: String) -> Bilingual {
    func translated(_ language: (Bilingual) -> String) -> String {
      text.split(separator: " ", omittingEmptySubsequences: false).map { part -> String in
        let core = part.filter { !";,()".contains($0) }
        let tail = part.hasSuffix(";") ? ";" : part.hasSuffix(",") ? "," : ""
        if let area = Area(id: core) { return language(Labels.area(area)) + tail }
        if part.hasPrefix("("), let status = Status(id: core) {
          return "(\(language(Labels.status(status))))"
        }
        if unit == "flag", ["0", "1"].contains(core) { return language(Labels.flag(core == "1")) + tail }
        if core.count == 6, let name = places[core], RegionCode(core) != nil { return language(name) + tail }
        return language(indicators[core] ?? Self.plain(core)) + tail
      }.joined(separator: " ")
    }
    return Bilingual(
      zh: translated(\.zh).replacing("; ", with: "；").replacing("(", with: "（").replacing(")", with: "）"),
      en: translated(\.en))
  }

  private func setting(_ name: String, _ text: String) -> Bilingual {
    switch name {
    case "kind": text == "trial" ? Labels.trial : Labels.budget
    case "book": books[text] ?? Self.plain(text)
    case "cleared":
      {
        let all = text.split(separator: ",").map { $0.filter { $0 != " " } }.map { programme($0).label }
        return Bilingual(
          zh: all.map(\.zh).joined(separator: "、"), en: all.map(\.en).joined(separator: ", "))
      }()
    case "units", "cases", "last_year":
      Bilingual(
        zh: "\(text.split(separator: "\n").count)行", en: "\(text.split(separator: "\n").count) rows")
    default: Self.plain(text)
    }
  }
}

import DoudiInputs
import DoudiUnits

/// A figure that moves no money and is decided by a datum of the scenario, undecidable without.
struct MonitorForm: LimitForm {
  static let name = "monitor"
  static let summary = Bilingual(zh: "监测事项", en: "a figure the scenario reports")
  static let keys: [FormKey] = [
    .required("datum", .newName, zh: "数据名", en: "name of the datum"),
    .optional("at_most", .term(unit: "count | % | minutes | hours | days"), zh: "上限", en: "upper bound"),
    .optional("at_least", .term(unit: "count | % | minutes | hours | days"), zh: "下限", en: "lower bound"),
  ]
  static let units = ["count", "%", "minutes", "hours", "days"]

  let datum: String
  let bound: Term
  let isFloor: Bool

  init?(_ reader: FormReader) {
    let datum = reader.indicator("datum")
    let most = reader.has("at_most") ? reader.term("at_most", anyOf: Self.units) : nil
    let least = reader.has("at_least") ? reader.term("at_least", anyOf: Self.units) : nil
    guard (most == nil) != (least == nil) else {
      reader.fault(
        "DD1314", "datum", Bilingual(zh: "at_most与at_least须且只须写一个", en: "write either at_most or at_least"))
      return nil
    }
    guard let datum, let bound = most ?? least else { return nil }
    (self.datum, self.bound, isFloor) = (datum, bound, least != nil)
  }

  var datumRead: (name: String, unit: String)? { (datum, bound.unit.text) }

  func verdicts(rule: RuleHeader, books: ClosedBooks) -> [Verdict] {
    let root = books.world.space.tree.root
    return books.years.map { year in
      let limit = books.world.figure(bound, 0, Month(year: year, month: 12))
      let value = books.datum(datum, region: root.code, year: year)
      return Verdict(
        rule: rule, region: root.code, period: .year(year), value: value?.value, bound: limit.value,
        isFloor: isFloor, unit: bound.unit.text, status: max(limit.status, value?.status ?? .open),
        note: value == nil ? .datumMissing(datum, unit: bound.unit.text) : nil)
    }
  }
}

extension Bilingual {
  /// What to write where a limit waits for a figure of the scenario.
  static func datumMissing(_ name: String, unit: String) -> Bilingual {
    Bilingual(
      zh: "缺数据\(name)：在方案中写data: {\(name): 数值 \(unit)}",
      en: "datum \(name) is missing: write data: {\(name): NUMBER \(unit)} in the scenario")
  }
}

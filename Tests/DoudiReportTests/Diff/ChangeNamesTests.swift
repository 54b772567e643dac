import DoudiInputs
import Testing

@testable import DoudiReport

@Suite("Names in a change log")
struct ChangeNamesTests {
  private func change(_ kind: String, _ name: String, _ unit: String = "") -> InputChange {
    InputChange(
      kind: kind, name: name, unit: unit, cause: .data, before: nil, after: nil, toldBefore: nil,
      toldAfter: nil)
  }

  @Test func whatHasNoNameStandsForItself() {
    let names = ChangeNames()
    #expect(names.input(change("parameter", "N03.ratio")).label.zh == "假设或参数 N03.ratio")
    #expect(names.input(change("parameter", "N03.ratio")).id == "parameter N03.ratio")
    #expect(names.programme("dibao").label.zh == "dibao")
    #expect(ChangeNames.tier("central").label.zh == "中央")
  }

  @Test func placesInitsAndBatchesAreWords() {
    let names = ChangeNames()
    let cut = names.input(change("transfer", "fund 990001 2027 central cut")).label
    #expect(cut.zh == "下达资金：中央fund 990001 2027年 调减")
    #expect(cut.en == "Sent from above: fund, central, 990001 2027, cut")
    let seen = names.input(change("observation", "poor@990001/urban 2026")).label
    #expect(seen.zh == "poor 990001/城镇 2026（poor）")
  }

  @Test func valuesAreWords() {
    let names = ChangeNames()
    func value(_ kind: String, _ name: String, _ text: String?, _ unit: String = "") -> Bilingual? {
      names.value(change(kind, name, unit), text)?.label
    }
    #expect(value("parameter", "A.b", "urban 27.6; rural 38.7", "%")?.zh == "城镇 27.6；农村 38.7")
    #expect(value("parameter", "A.b", "1", "flag") == Bilingual(zh: "是", en: "yes"))
    #expect(value("parameter", "A.b", "5 (assumed)", "%")?.zh == "5 （假设）")
    #expect(value("parameter", "A.b", nil)?.zh == "未给定")
    #expect(value("rule", "A", nil) == Bilingual(zh: "停用", en: "off"))
    #expect(value("rule", "A", "form 1号") == Bilingual(zh: "启用", en: "on"))
    #expect(value("transfer", "f 1 2 central x", "-8000000")?.en == "-8,000,000")
    #expect(value("observation", "x@990001 2026", "12345.67")?.en == "12,345.67")
    #expect(value("scenario", "kind", "trial")?.zh == "试算")
  }
}

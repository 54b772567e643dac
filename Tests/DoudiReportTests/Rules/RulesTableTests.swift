import DoudiInputs
import DoudiModel
import Foundation
import Testing
import _DoudiTestSupport

@testable import DoudiReport

@Suite("Rules and coverage")
struct RulesTableTests {
  private func volumes() throws -> [BookShelf.Volume] {
    let folder = try TemporaryFolder()
    let place = SmallPlace(
      rules: """
        - id: A1
          form: flat
          gives: price
          unit: CNY/person/month
          amount: {open: {zh: 价, en: price}, unit: CNY/person/month, suggested: "30 CNY/person/month", suggested_source: notice}
        - {id: A2, form: flat, gives: two, unit: CNY/person/month, enabled: false, amount: 2 CNY/person/month}
        """,
      assumptions: "A1.amount: {value: 30 CNY/person/month, why: {zh: 测试, en: test}}")
    try place.write(to: folder)
    let loaded = LoadedScenario.load(folder.path + "/test")
    guard let model = loaded.model else { throw FaultyPlace(diagnostics: loaded.diagnostics) }
    return BookShelf(loader: SourceLoader(root: ""), bag: DiagnosticBag()).volumes(of: model)
  }

  @Test func theLastLineSpeaksOfCitationsThatTheDigestLacks() throws {
    let table = RulesTable.coverage(Coverage(try volumes()))
    #expect(table.notes.map(\.en) == ["2 mechanisms, 2 citations of clauses that the digest lacks"])
    #expect(table.notes.map(\.zh) == ["2项机制，2处引用的条款不在条款摘要中"])
    #expect(Labels.covered(3, missing: 0, undigested: 0).en == "3 mechanisms, all accounted for")
    #expect(
      Labels.covered(3, missing: 1, undigested: 1).en
        == "3 mechanisms, 1 not accounted for, 1 citation of clauses that the digest lacks")
  }

  @Test func aRuleThatIsOffIsListed() throws {
    let volumes = try volumes()
    let writer = TextTableWriter(language: .zh, unit: .wan)
    for table in [RulesTable.rules(volumes), RulesTable.coverage(Coverage(volumes))] {
      let lines = writer.text(table).split(separator: "\n").filter { $0.contains("A2") }
      #expect(lines.count == 1 && lines.allSatisfy { $0.contains("关闭，启用后计算") && $0.contains("一") })
    }
  }

  @Test func openTermsNameTheSourceOfASuggestion() throws {
    let table = try #require(RulesTable.openTerms(try volumes()))
    let text = TextTableWriter(language: .en, unit: .wan).text(table)
    for words in ["A1.amount", "price", "30 CNY/person/month", "notice"] {
      #expect(text.contains(words), "\(words)")
    }
  }

  @Test func machinesReadIdentifiersAndParametersAsFields() throws {
    let volumes = try volumes()
    let bytes = try ByteOutput.collect { try RulesJSON.write(rulesOf: volumes, to: $0) }
    let object = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    let rules = try #require(object?["rules"] as? [[String: Any]])
    #expect(rules.map { $0["treatment"] as? String } == ["computed", "off"])
    #expect(rules[0]["name_en"] as? String == "A1" && rules[0]["clause"] as? String == "一")
    let parameters = try #require(rules[0]["parameters"] as? [[String: Any]])
    #expect(parameters.map { $0["key"] as? String } == ["gives", "unit", "amount"])
    #expect(parameters[0]["value"] as? String == "price" && parameters[0]["open"] as? Bool == false)
    let open = parameters[2]
    #expect(open["open"] as? Bool == true && open["unit"] as? String == "CNY/person/month")
    #expect(open["suggested"] as? String == "30 CNY/person/month")
    #expect(open["suggested_source"] as? String == "notice" && open["meaning_en"] as? String == "price")
    let coverage = try ByteOutput.collect {
      try RulesJSON.write(RulesTable.coverage(Coverage(volumes)), to: $0)
    }
    let text = String(decoding: coverage, as: UTF8.self)
    #expect(text.contains("\"detail_zh\":\"A1\",\"detail_en\":\"A1\""))
  }
}

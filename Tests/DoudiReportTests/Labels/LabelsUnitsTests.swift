import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

@testable import DoudiReport

@Suite("Units in words")
struct LabelsUnitsTests {
  @Test(arguments: [
    ("1", "years", "1 年", "1 year"), ("2", "years", "2 年", "2 years"), ("18", "months", "18 个月", "18 months"),
    ("1", "posts", "1 名", "1 post"), ("500", "CNY/person/month", "500 元/人/月", "500 CNY/person/month"),
    ("7.9", "%/year", "7.9 %/年", "7.9 %/year"), ("0.254", "‰/month", "0.254 ‰/月", "0.254 ‰/month"),
    ("22", "count", "22 个", "22"), ("1.3", "1", "1.3", "1.3"), ("60", "%", "60 %", "60 %"),
    ("1", "persons/household", "1 人/户", "1 persons/household"),
  ]) func eachLanguageHasItsOwn(number: String, unit: String, zh: String, en: String) {
    let text = Labels.quantity(number, unit)
    #expect(text.zh == zh)
    #expect(text.en == en)
  }

  /// No unit of the shipped scenarios' assumptions is English in Chinese words.
  @Test(arguments: [
    "weihai-2027", "jilin-2027", "jimo-2027", "xuanwei-2027", "shenxian-2027", "provinces", "counties",
  ])
  func noEnglishInChineseTables(name: String) throws {
    let model = try #require(LoadedScenario.load(Repository.root + "/scenarios/" + name).model)
    for one in model.assumptions {
      let text = one.text(model.space.tree)
      #expect(
        text.zh.firstMatch(of: /year|month|person|CNY|count|post|yes|no\b/) == nil, "\(one.name) \(text.zh)")
      #expect(!text.en.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }, "\(one.name)")
      let why = try #require(one.origin?.why, "\(one.name) has no reason")
      #expect(why.zh.unicodeScalars.contains { $0.value > 0x2E00 }, "\(one.name): \(why.zh)")
      #expect(
        !why.en.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }, "\(one.name): \(why.en)")
    }
  }

  /// The reasons of the register, too.
  @Test(arguments: [
    "weihai-2027", "jilin-2027", "jimo-2027", "xuanwei-2027", "shenxian-2027", "provinces", "counties",
  ])
  func registerReasonsAreInTheirLanguage(name: String) throws {
    let model = try #require(LoadedScenario.load(Repository.root + "/scenarios/" + name).model)
    for entry in model.register {
      #expect(entry.reason.zh.unicodeScalars.contains { $0.value > 0x2E00 }, "\(entry.id)")
      #expect(
        !entry.reason.en.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }, "\(entry.id)")
    }
  }
}

import DoudiInputs
import Foundation
import Testing
import _DoudiTestSupport

@testable import DoudiModel

@Suite("Rules that are off")
struct RuleStateTests {
  private func place() -> SmallPlace {
    var place = SmallPlace(
      rules: """
        - {id: A1, form: flat, gives: one, unit: CNY/person/month, amount: 1 CNY/person/month}
        - {id: A02a, form: flat, gives: two, unit: CNY/person/month, enabled: false, amount: 2 CNY/person/month}
        - {id: A3, form: flat, gives: three, unit: CNY/person/month, amount: 3 CNY/person/month}
        - {id: A4, form: flat, gives: four, unit: CNY/person/month, enabled: false, amount: 4 CNY/person/month}
        - {id: A5, form: flat, gives: one_more, unit: CNY/person/month, replaces: [A1], amount: 1 CNY/person/month}
        """)
    place.scenario = "enable: [A4]\ndisable: [A3]"
    return place
  }

  @Test func everyRuleIsListedWithItsState() throws {
    let folder = try TemporaryFolder()
    try place().write(to: folder)
    let model = try #require(LoadedScenario.load(folder.path + "/test").model)
    #expect(model.ruleStates == [[.replaced, .off, .disabled, .inForce, .inForce]])
    let shelf = BookShelf(loader: SourceLoader(root: ""), bag: DiagnosticBag())
    let listed = shelf.volumes(of: model).flatMap(\.rules)
    #expect(
      listed.map { "\($0.rule.id) \($0.treatment.id)" } == [
        "A02a off", "A3 disabled", "A4 computed", "A5 computed",
      ])
    #expect(listed.allSatisfy { $0.treatment.rule?.id == $0.rule.id })
    #expect(listed.allSatisfy { $0.treatment.citation.clause == "一" })
  }

  @Test func aRuleThatIsOffIsFoundByItsMechanism() throws {
    let model = try place().load()
    for name in ["A02", "A02a"] { #expect(model.rulesOff(name).map(\.rule.id) == ["A02a"]) }
    #expect(model.rulesOff("A3").map(\.state) == [.disabled])
    #expect(model.rulesOff("A1").isEmpty && model.rulesOff("A4").isEmpty)
  }

  /// What the books keep off is accounted for in the scenarios, too.
  @Test func noMechanismOfTheFiveDocumentsVanishesInItsScenario() throws {
    let bag = DiagnosticBag()
    let file = try #require(SourceLoader(root: "").load(Shipped.folder + "/mechanisms.csv", into: bag))
    let required = RequiredMechanism.list(try #require(CSVReader.read(file, into: bag)))
    var found: Set<String> = []
    var off = 0
    for name in ["weihai-2027", "jilin-2027", "jimo-2027", "xuanwei-2027", "shenxian-2027"] {
      let shelf = BookShelf(loader: SourceLoader(root: ""), bag: bag)
      let coverage = Coverage(shelf.volumes(of: try Shipped.model(name)))
      found.formUnion(coverage.mechanisms.map(\.id))
      off += coverage.mechanisms.flatMap(\.treatments).count { $0.id == "off" }
    }
    #expect(required.map(\.id).filter { !found.contains($0) } == [])
    #expect(off > 0)
  }
}

import DoudiUnits
import Testing

@Suite struct VocabularyTests {
  @Test func identifiersReadBack() {
    for area in Area.allCases { #expect(Area(id: area.id) == area) }
    for status in Status.allCases { #expect(Status(id: status.id) == status) }
    for tier in Tier.allCases { #expect(Tier(id: tier.id) == tier) }
    #expect(Area.allCases.map(\.id) == ["urban", "rural", "all"])
    #expect(Status.allCases.map(\.id) == ["stated", "observed", "estimated", "open", "assumed"])
    #expect(Tier.allCases.map(\.id) == ["central", "province", "prefecture", "county", "township"])
  }

  @Test(arguments: ["", "Urban", "city", "urban ", "all\u{301}"])
  func unknownIdentifiersAreNil(text: String) {
    #expect(Area(id: text) == nil && Status(id: text) == nil && Tier(id: text) == nil)
  }

  @Test func theWeakestInputDecides() {
    #expect([Status.stated, .assumed, .observed].max() == .assumed)
    #expect([Status.stated, .estimated, .observed].max() == .estimated)
    #expect(Tier.allCases.sorted(by: >).first == .township)
    #expect(Area.urban < .rural)
  }
}

import DoudiModel
import DoudiUnits
import Testing

@Suite struct OverrideTests {
  @Test(
    arguments: [
      ("a.b=1", "a.b", nil, nil, "1"), ("a.b@rural=55%", "a.b", nil, Area.rural, "55%"),
      ("a.b@990001=5", "a.b", "990001", nil, "5"), ("a.b@990001/urban=5", "a.b", "990001", Area.urban, "5"),
      ("a.b@990001-Z01/rural=x=y", "a.b", "990001-Z01", Area.rural, "x=y"),
    ] as [(String, String, String?, Area?, String)])
  func aPlaceIsAnAreaARegionOrBoth(
    argument: String, key: String, region: String?, area: Area?, text: String
  ) throws {
    let one = try #require(Override(argument: argument))
    #expect(one.key == key && one.region?.text == region && one.area == area && one.text == text)
  }

  @Test(arguments: [
    "a.b", "=1", "@rural=1", "a@rurl=1", "a@990001/=1", "a@/rural=1", "a@990001/all=1", "a@rural/990001=1",
    "a@990001/rural/x=1", "a@b@c=1",
  ])
  func anythingElseIsRefused(_ argument: String) { #expect(Override(argument: argument) == nil) }
}

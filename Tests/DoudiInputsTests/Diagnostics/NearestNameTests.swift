import DoudiInputs
import Testing

@Suite struct NearestNameTests {
  private let names = ["urban", "rural", "institutional_rate", "ratio", "定额"]

  @Test(arguments: [
    ("urbn", "urban"), ("rurla", "rural"), ("institutonal_rate", "institutional_rate"), ("Ratio", "ratio"),
  ])
  func findsTheNearest(written: String, meant: String) {
    #expect(nearestName(to: written, among: names) == meant)
  }

  @Test(arguments: ["", "x", "township", "urbanisation", "定"])
  func findsNothingFarOff(written: String) {
    #expect(nearestName(to: written, among: names) == nil)
  }

  @Test func equalDistanceTakesByteOrder() {
    #expect(nearestName(to: "cat", among: ["cbt", "bat", "hat"]) == "bat")
  }

  @Test func aSlipIsOneLetterInSix() {
    #expect(isSlip("poor_person", for: "poor_persons"))
    #expect(isSlip("resident_poplation", for: "resident_population"))
    #expect(isSlip("abx", for: "abc"))
    #expect(!isSlip("poor_people", for: "poor_persons"))
    #expect(!isSlip("axy", for: "abc"))
  }
}

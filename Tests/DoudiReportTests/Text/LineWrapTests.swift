import Testing

@testable import DoudiReport

@Suite("Line breaks")
struct LineWrapTests {
  @Test func wordsStayWholeAndChineseBreaksAnywhere() {
    #expect(LineWrap.lines("one two three", width: 8) == ["one two", "three"])
    #expect(LineWrap.lines("临时救助储备金", width: 8) == ["临时救助", "储备金"])
    #expect(LineWrap.lines("", width: 8) == [""])
  }

  @Test func closingMarksStayWithWhatTheyClose() {
    #expect(LineWrap.lines("临时救助，储备", width: 8) == ["临时救助，", "储备"])
  }

  @Test func aWordThatDoesNotFitIsCut() {
    #expect(LineWrap.lines("growth.consumption_pc", width: 10) == ["growth.con", "sumption_p", "c"])
  }

  @Test func withoutHangingNothingIsWider() {
    #expect(LineWrap.lines("临时救助，储备", width: 8, hanging: false) == ["临时救助", "，储备"])
  }
}

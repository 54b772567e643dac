import DoudiInputs
import Testing

@Suite struct DiagnosticBagTests {
  private func span(_ line: Int, _ column: Int, file: String = "a") -> SourceSpan {
    SourceSpan(file: file, line: line, column: column)
  }
  private let text = Bilingual(zh: "错", en: "wrong")

  @Test func sortsAndDropsDuplicates() {
    let bag = DiagnosticBag()
    bag.error("DD2", at: span(2, 1), text)
    bag.error("DD1", at: span(2, 1), text)
    bag.error("DD3", at: span(1, 9), text)
    bag.warning("DD9", at: span(1, 1, file: "0"), text)
    bag.error("DD2", at: span(2, 1), text)
    #expect(bag.all.map(\.code) == ["DD9", "DD3", "DD1", "DD2"])
    #expect(bag.hasErrors)
  }

  /// What two readers find at one place is one fault, the first hint stands.
  @Test func anotherHintIsNoOtherFault() {
    let bag = DiagnosticBag()
    let words = Bilingual(zh: "错", en: "wrong")
    bag.error("DD1111", at: span(1, 1), words, hint: Bilingual(zh: "甲", en: "a"))
    bag.error("DD1111", at: span(1, 1), words)
    bag.error("DD1111", at: span(1, 2), words)
    #expect(bag.all.map { $0.span.start.column } == [1, 2] && bag.all[0].hint?.en == "a")
  }

  @Test func notesAreNoErrors() {
    let bag = DiagnosticBag()
    bag.note("DD1", at: span(1, 1), text)
    bag.warning("DD1", at: span(1, 2), text)
    #expect(!bag.hasErrors)
  }

  @Test func countsWhatIsTooMany() throws {
    let bag = DiagnosticBag()
    for line in 1...250 { bag.error("DD1", at: span(line, 1), text) }
    for line in 1...3 { bag.error("DD2", at: span(line, 1), text) }
    #expect(bag.all.count == 104)
    let rest = try #require(bag.all.first { $0.severity == .note })
    #expect(rest.message.en.contains("150"))
  }
}

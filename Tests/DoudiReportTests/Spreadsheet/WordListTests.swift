import Testing
import _DoudiTestSupport

@testable import DoudiReport

@Suite("Different texts, each once")
struct WordListTests {
  private func number(_ list: inout WordList, _ text: String) -> Int32 {
    Array(text.utf8).withUnsafeBufferPointer { list.number(of: $0) }
  }

  @Test func equalTextsHaveOneNumber() {
    var list = WordList()
    #expect(["a", "", "b", "a", "", "ab"].map { number(&list, $0) } == [0, 1, 2, 0, 1, 3])
    #expect(list.texts == ["a", "", "b", "ab"])
  }

  /// As a dictionary numbers them.
  @Test func manyTexts() throws {
    try forAll(
      seed: 5, count: 20, generator: { random in (0..<3000).map { _ in "\(random.int(in: 0...1500))" } }
    ) {
      texts in
      var (list, known) = (WordList(), [String: Int32]())
      for text in texts {
        let wanted = known[text] ?? Int32(known.count)
        known[text] = wanted
        guard number(&list, text) == wanted else { return false }
      }
      return list.texts.count == known.count && list.texts.allSatisfy { known[$0] != nil }
    }
  }
}

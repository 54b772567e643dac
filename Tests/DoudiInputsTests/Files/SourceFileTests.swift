import DoudiInputs
import Testing

@Suite struct SourceFileTests {
  @Test(arguments: ["a\n威海\n\nd", "a\r\n威海\r\n\r\nd", "a\r威海\r\rd", "\u{FEFF}a\n威海\n\nd"])
  func linesDoNotDependOnLineEnds(text: String) {
    let file = SourceFile(path: "t", text: text)
    #expect((1...4).map { file.line($0) } == ["a", "威海", "", "d"])
    #expect(file.line(0) == nil)
    #expect(file.line(5) == nil)
    #expect(file.lineCount == 4)
  }

  @Test func lineEndAtTheEndStartsNoLine() {
    #expect(SourceFile(path: "t", text: "a\nb\n").lineCount == 2)
    #expect(SourceFile(path: "t", text: "").lineCount == 0)
    #expect(SourceFile(path: "t", text: "\u{FEFF}ab").text == "ab")
  }
}

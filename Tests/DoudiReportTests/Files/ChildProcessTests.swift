import Testing

@testable import DoudiReport

@Suite("A program that is run once")
struct ChildProcessTests {
  @Test func inputGoesThroughWholeHoweverLarge() {
    let input = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let process = ChildProcess("cat", [], input: input, seconds: 30)
    #expect(process.end == .exited(0))
    #expect(process.output == input)
  }

  @Test func statusAndMessagesAreKept() {
    let process = ChildProcess("/bin/sh", ["-c", "echo word >&2; exit 7"], input: [], seconds: 30)
    #expect(process.end == .exited(7))
    #expect(String(decoding: process.messages, as: UTF8.self) == "word\n")
    #expect(ChildProcess("/bin/sh", ["-c", "kill -9 $$"], input: [], seconds: 30).end == .signalled(9))
  }

  @Test func whatTakesTooLongIsEnded() {
    #expect(ChildProcess("sleep", ["60"], input: [], seconds: 1).end == .tooSlow)
  }

  @Test func whatIsNotThereIsNotStarted() {
    guard case .notStarted = ChildProcess("/nonexistent/program", [], input: [], seconds: 1).end else {
      Issue.record("started")
      return
    }
  }
}

import DoudiAnalysis
import DoudiInputs
import Testing
import _DoudiTestSupport

@Suite struct DiagnosticCodeAnalysisTests {
  @Test(arguments: BadBacktests.files.names)
  func everyFaultHasItsCodeAndPlace(name: String) {
    let found = BadBacktests.diagnostics(of: name)
    #expect(BadBacktests.files.places(found) == BadBacktests.files.expected[name] ?? [], "\(found)")
    #expect(found.contains { $0.severity == .error })
    #expect(found.allSatisfy { !$0.message.zh.isEmpty && !$0.message.en.isEmpty })
  }

  @Test func everyFileIsListed() throws {
    #expect(try BadBacktests.files.unlisted() == [])
    #expect(!BadBacktests.files.names.isEmpty)
  }

  @Test func everyCodeIsProduced() {
    let produced = BadBacktests.files.codes
    #expect(DiagnosticCode.analysis.map(\.id).filter { !produced.contains($0) } == [])
  }

  @Test func codesAreUniqueAndExplained() {
    let codes = DiagnosticCode.analysis
    #expect(Set(codes.map(\.id)).count == codes.count)
    #expect(codes.allSatisfy { $0.id.hasPrefix("DD16") && !$0.meaning.zh.isEmpty && !$0.meaning.en.isEmpty })
  }
}

import DoudiEnsemble
import DoudiInputs
import Testing
import _DoudiTestSupport

@Suite struct DiagnosticCodeEnsembleTests {
  @Test(arguments: BadUncertainties.files.names)
  func everyFaultHasItsCodeAndPlace(name: String) {
    let found = BadUncertainties.diagnostics(of: name)
    #expect(BadUncertainties.files.places(found) == BadUncertainties.files.expected[name] ?? [], "\(found)")
    #expect(found.contains { $0.severity == .error })
    #expect(found.allSatisfy { !$0.message.zh.isEmpty && !$0.message.en.isEmpty })
  }

  @Test func everyFileIsListed() throws {
    #expect(try BadUncertainties.files.unlisted() == [])
    #expect(!BadUncertainties.files.names.isEmpty)
  }

  @Test func everyCodeIsProduced() {
    let produced = BadUncertainties.files.codes
    #expect(DiagnosticCode.ensemble.map(\.id).filter { !produced.contains($0) } == [])
  }

  @Test func codesAreUniqueAndExplained() {
    let codes = DiagnosticCode.ensemble
    #expect(Set(codes.map(\.id)).count == codes.count)
    #expect(codes.allSatisfy { $0.id.hasPrefix("DD17") && !$0.meaning.zh.isEmpty && !$0.meaning.en.isEmpty })
  }
}

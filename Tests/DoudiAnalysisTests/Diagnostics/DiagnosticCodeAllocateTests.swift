import DoudiAnalysis
import DoudiInputs
import Testing
import _DoudiTestSupport

@Suite struct DiagnosticCodeAllocateTests {
  @Test(arguments: BadAllocations.files.names)
  func everyFaultHasItsCodeAndPlace(name: String) {
    let found = BadAllocations.diagnostics(of: name)
    #expect(BadAllocations.files.places(found) == BadAllocations.files.expected[name] ?? [], "\(found)")
    #expect(found.contains { $0.severity == .error })
    #expect(found.allSatisfy { !$0.message.zh.isEmpty && !$0.message.en.isEmpty })
  }

  @Test func everyFileIsListed() throws {
    #expect(try BadAllocations.files.unlisted { $0.hasSuffix(".yaml") } == [])
    #expect(!BadAllocations.files.names.isEmpty)
  }

  @Test func everyCodeIsProduced() {
    let produced = BadAllocations.files.codes
    #expect(DiagnosticCode.allocate.map(\.id).filter { !produced.contains($0) } == [])
  }

  @Test func codesAreUniqueAndExplained() {
    let codes = DiagnosticCode.allocate
    #expect(Set(codes.map(\.id)).count == codes.count)
    #expect(codes.allSatisfy { $0.id.hasPrefix("DD18") && !$0.meaning.zh.isEmpty && !$0.meaning.en.isEmpty })
  }
}

import DoudiAnalysis
import DoudiInputs
import Foundation
import Testing

@Suite struct DiagnosticCodeAnalysisTests {
  @Test(arguments: BadBacktests.expected().keys.sorted())
  func everyFaultHasItsCodeAndPlace(name: String) {
    let found = BadBacktests.diagnostics(of: name)
    let places = Set(found.map { "\($0.code):\($0.span.start.line):\($0.span.start.column)" })
    #expect(places == BadBacktests.expected()[name] ?? [], "\(found)")
    #expect(found.contains { $0.severity == .error })
    #expect(found.allSatisfy { !$0.message.zh.isEmpty && !$0.message.en.isEmpty })
  }

  @Test func everyFileIsListed() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: BadBacktests.folder)
    let listed = BadBacktests.expected()
    #expect(files.filter { $0 != "expected.csv" && listed[$0] == nil } == [])
  }

  @Test func everyCodeIsProduced() {
    let produced = Set(BadBacktests.expected().values.joined().map { String($0.prefix(6)) })
    #expect(DiagnosticCode.analysis.map(\.id).filter { !produced.contains($0) } == [])
  }

  @Test func codesAreUniqueAndExplained() {
    let codes = DiagnosticCode.analysis
    #expect(Set(codes.map(\.id)).count == codes.count)
    #expect(codes.allSatisfy { $0.id.hasPrefix("DD16") && !$0.meaning.zh.isEmpty && !$0.meaning.en.isEmpty })
  }
}

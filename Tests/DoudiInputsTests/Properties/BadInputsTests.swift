import DoudiInputs
import Foundation
import Testing

@Suite struct BadInputsTests {
  @Test(arguments: BadInputs.expected().keys.sorted())
  func everyFaultHasItsCodeAndPlace(name: String) {
    let found = BadInputs.diagnostics(of: name)
    let places = Set(found.map { "\($0.code):\($0.span.start.line):\($0.span.start.column)" })
    #expect(places == BadInputs.expected()[name] ?? [])
    for diagnostic in found {
      #expect(!diagnostic.message.zh.isEmpty && !diagnostic.message.en.isEmpty)
      #expect(diagnostic.span.file == BadInputs.folder + "/" + name)
    }
    #expect(found == found.sorted())
  }

  @Test func everyFileIsListed() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: BadInputs.folder)
    let listed = BadInputs.expected()
    #expect(files.filter { $0 != "expected.csv" && listed[$0] == nil } == [])
    #expect(listed.count >= 60)
  }

  @Test func everyCodeIsProduced() {
    let produced = Set(BadInputs.expected().values.joined().map { String($0.prefix(6)) })
    // Files over the size limit are made in SourceLoaderTests.
    let missing = DiagnosticCode.inputs.map(\.id).filter { !produced.contains($0) }
    #expect(missing == ["DD1003"])
  }

  @Test func codesAreUniqueAndExplained() {
    let codes = DiagnosticCode.inputs
    #expect(Set(codes.map(\.id)).count == codes.count)
    for code in codes {
      #expect(code.id.hasPrefix("DD1") && code.id.utf8.count == 6)
      #expect(!code.meaning.zh.isEmpty && !code.meaning.en.isEmpty)
    }
  }
}

import DoudiInputs
import Testing
import _DoudiTestSupport

@Suite struct BadInputsTests {
  @Test(arguments: BadInputs.files.names)
  func everyFaultHasItsCodeAndPlace(name: String) {
    let found = BadInputs.diagnostics(of: name)
    #expect(BadInputs.files.places(found) == BadInputs.files.expected[name] ?? [])
    for diagnostic in found {
      #expect(!diagnostic.message.zh.isEmpty && !diagnostic.message.en.isEmpty)
      #expect(diagnostic.span.file == BadInputs.files.folder + "/" + name)
    }
    #expect(found == found.sorted())
  }

  @Test func everyFileIsListed() throws {
    #expect(try BadInputs.files.unlisted() == [])
    #expect(BadInputs.files.names.count >= 60)
  }

  @Test func everyCodeIsProduced() {
    let produced = BadInputs.files.codes
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

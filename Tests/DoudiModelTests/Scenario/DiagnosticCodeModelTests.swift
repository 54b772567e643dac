import DoudiInputs
import DoudiModel
import Foundation
import Testing
import _DoudiTestSupport

@Suite struct DiagnosticCodeModelTests {
  /// Codes of what can be used but was probably not meant.
  private static let doubts: Set = ["DD1414", "DD1415", "DD1425", "DD1505", "DD1506", "DD1507", "DD1508"]

  @Test(arguments: BadModels.files.names)
  func everyFaultHasItsCodeAndPlace(name: String) {
    let found = BadModels.diagnostics(of: name).filter { $0.severity != .note }
    #expect(BadModels.files.places(found) == BadModels.files.expected[name])
    for diagnostic in found {
      #expect(diagnostic.severity == (Self.doubts.contains(diagnostic.code) ? .warning : .error))
      #expect(diagnostic.message.zh.unicodeScalars.contains { $0.value > 0x2E00 }, "\(diagnostic)")
      #expect(!diagnostic.message.en.isEmpty)
      #expect(diagnostic.hint.map { !$0.zh.isEmpty && !$0.en.isEmpty } ?? true)
    }
  }

  @Test func everyFolderIsListed() throws {
    let files = BadModels.files
    let unlisted = try files.unlisted {
      FileManager.default.fileExists(atPath: "\(files.folder)/\($0)/scenario.yaml")
    }
    #expect(unlisted == ["sound"])
    #expect(files.names.count > 100)
  }

  /// The faults are in the faulty files: what they are built on has none.
  @Test func whatTheyStandOnIsSound() {
    // The data they share hold an income that the base book does not read: no more than a note.
    #expect(BadModels.diagnostics(of: "sound").allSatisfy { $0.severity == .note })
  }

  @Test func everyCodeInTheSourcesIsInTheCatalogue() {
    let used = BadModels.codesInSources(of: "DoudiModel")
    #expect(used.count > 30)
    #expect(used.subtracting(DiagnosticCode.model.map(\.id)).isEmpty)
  }

  @Test func everyCodeOfTheCatalogueIsProduced() {
    let produced = BadModels.files.codes
    #expect(DiagnosticCode.model.map(\.id).filter { !produced.contains($0) }.isEmpty)
  }

  @Test func codesAreUniqueAndExplained() {
    let codes = DiagnosticCode.model
    #expect(Set(codes.map(\.id)).count == codes.count)
    #expect(codes.map(\.id).sorted() == codes.map(\.id))
    for code in codes {
      #expect(code.meaning.zh.unicodeScalars.contains { $0.value > 0x2E00 })
      #expect(!code.meaning.en.isEmpty)
    }
  }

  /// A term left open says which clause leaves it open, and what to write.
  @Test func anOpenTermNamesItsClause() throws {
    let found = try #require(
      BadModels.diagnostics(of: "scenario-open-term").first { $0.severity == .error })
    #expect(found.message.en == "the scenario does not supply S2.amount (price), which 测1号 一(二)3 leaves open")
    #expect(found.hint?.en == "add under assumptions: S2.amount: 30 CNY/person/month")
  }

  /// Names that are nearly right are offered.
  @Test(arguments: [
    ("rule-form", "flat"), ("rule-amount-unknown", "standard"), ("rule-key", "amount"),
    ("rule-word", "linear"),
    ("scenario-assumption-unread", "S1.amount"), ("scenario-growth-unread", "growth.poor_persons"),
    ("scenario-cleared", "aid"), ("data-unread", "repeats"), ("funding-unknown", "fund"),
    ("rule-cited-document", "main"), ("observations-misspelt", "poor_persons"),
    ("observations-region-unknown", "990001"),
  ]) func nearNamesAreOffered(name: String, near: String) {
    let hints = BadModels.diagnostics(of: name).compactMap { $0.hint?.en }
    #expect(hints.contains("did you mean \"\(near)\"?"))
  }
}

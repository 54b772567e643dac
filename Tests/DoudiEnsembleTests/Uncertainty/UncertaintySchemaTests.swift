import DoudiEnsemble
import Foundation
import Testing

@Suite struct UncertaintySchemaTests {
  @Test func theCommittedFileIsUpToDate() throws {
    let path = CentralDrawTests.folder + "/../schema/uncertainty.schema.json"
    #expect(
      try String(contentsOfFile: path, encoding: .utf8) == UncertaintySchema.document.text,
      "run: doudi schema uncertainty > schema/uncertainty.schema.json")
  }

  /// Whatever the reader takes, the schema takes, and nothing else: its keys are the reader's.
  @Test func everyKeyOfTheReaderIsThere() {
    let text = UncertaintySchema.document.text
    for key in [
      "parameter", "effect", "each", "loading", "distribution", "split_normal", "probabilities", "order",
      "ceilings", "nearest",
    ] {
      #expect(text.contains("\"\(key)\": "), "\(key)")
    }
  }
}

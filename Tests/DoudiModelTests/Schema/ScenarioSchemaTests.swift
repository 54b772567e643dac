import DoudiModel
import Foundation
import Testing

@Suite struct ScenarioSchemaTests {
  @Test func committedSchemaIsTheGeneratedOne() throws {
    let committed = try String(
      contentsOf: BookSchemaTests.root.appendingPathComponent("schema/scenario.schema.json"), encoding: .utf8)
    #expect(
      committed == ScenarioSchema.document.text, "run: doudi schema scenario > schema/scenario.schema.json")
  }
}

import DoudiModel
import Foundation
import Testing

@Suite struct YearlySchemaTests {
  private func committed(_ name: String) throws -> String {
    try String(contentsOf: BookSchemaTests.root.appendingPathComponent("schema/\(name)"), encoding: .utf8)
  }

  @Test func committedSchemasAreTheGeneratedOnes() throws {
    #expect(
      try committed("yearly.schema.json") == YearlySchema.scenario.text,
      "run: doudi schema yearly > schema/yearly.schema.json")
    #expect(
      try committed("yearly-rules.schema.json") == YearlySchema.rules.text,
      "run: doudi schema yearly-rules > schema/yearly-rules.schema.json")
  }
}

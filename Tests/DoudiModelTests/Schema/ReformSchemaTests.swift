import DoudiModel
import Foundation
import Testing

@Suite struct ReformSchemaTests {
  @Test func theCommittedSchemaIsTheProgramsOwn() throws {
    let committed = try String(
      contentsOf: BookSchemaTests.root.appendingPathComponent("schema/reform.schema.json"), encoding: .utf8)
    #expect(
      committed == ReformSchema.document.text, "run: doudi schema reform > schema/reform.schema.json")
  }
}

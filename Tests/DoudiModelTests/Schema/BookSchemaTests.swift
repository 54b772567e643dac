import DoudiModel
import Foundation
import Testing

@Suite struct BookSchemaTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  @Test func committedSchemaIsTheGeneratedOne() throws {
    let committed = try String(
      contentsOf: Self.root.appendingPathComponent("schema/book.schema.json"), encoding: .utf8)
    #expect(committed == BookSchema.document.text, "run: doudi schema book > schema/book.schema.json")
  }

  @Test func everyFormAndKeyIsInTheSchema() {
    let text = BookSchema.document.text
    for form in FormRegistry.forms {
      #expect(text.contains("\"const\": \"\(form.name)\""))
      for key in form.keys { #expect(text.contains("\"\(key.name)\": {"), "\(form.name).\(key.name)") }
    }
  }
}

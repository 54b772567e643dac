import Doudi
import Testing

/// Pages of `docs/methods` and the registry of forms say the same.
@Suite struct MethodsPagesTests {
  let pages: Pages
  let names: [String]

  /// Pages of no single form of a book.
  static let others: Set<String> = ["README", "yearly", "ensemble", "solve", "compare"]

  init() throws {
    pages = try Pages()
    names = try pages.names(in: "docs/methods").filter { !Self.others.contains($0) }
  }

  @Test func everyFormHasAPage() {
    let missing = FormRegistry.forms.map { $0.name }.filter { !names.contains($0) }
    #expect(missing.isEmpty, "no docs/methods page of \(missing)")
  }

  @Test func everyPageHasAForm() {
    let unknown = names.filter { FormRegistry.form(named: $0) == nil }
    #expect(unknown.isEmpty, "docs/methods has pages of no form: \(unknown)")
  }

  @Test func everyKeyIsNamedOnItsPage() throws {
    for form in FormRegistry.forms where names.contains(form.name) {
      let text = try pages.text("docs/methods/\(form.name).md")
      let missing = Self.paths(form.keys).filter { key in
        !text.contains("| `\(key.path)` | \(key.isRequired ? "yes" : "") |")
      }
      #expect(
        missing.isEmpty,
        "docs/methods/\(form.name).md: no row, or not the right need, for \(missing.map(\.path))")
    }
  }

  @Test func noPageListsAKeyTheFormDoesNotHave() throws {
    for form in FormRegistry.forms where names.contains(form.name) {
      let known = Self.paths(form.keys).map(\.path)
      let listed = try pages.text("docs/methods/\(form.name).md").split(separator: "\n")
        .filter { $0.hasPrefix("| `") }.compactMap { $0.split(separator: "`").dropFirst().first }
        .map(String.init)
      let unknown = listed.filter { !known.contains($0) }
      #expect(unknown.isEmpty, "docs/methods/\(form.name).md lists \(unknown)")
    }
  }

  @Test func everyPageHasItsParts() throws {
    for form in FormRegistry.forms where names.contains(form.name) {
      let text = try pages.text("docs/methods/\(form.name).md")
      let parts = [
        "# `\(form.name)` · \(form.summary.zh)", "\n```\n", "## Keys", "## Clauses", "## A worked number",
        "## What holds, and what does not",
      ]
      let missing = parts.filter { !text.contains($0) }
      #expect(missing.isEmpty, "docs/methods/\(form.name).md lacks \(missing)")
    }
  }

  @Test func theIndexNamesEveryForm() throws {
    let index = try pages.text("docs/methods/README.md")
    for form in FormRegistry.forms {
      #expect(
        index.contains("| [`\(form.name)`](\(form.name).md) | \(form.summary.zh) | \(form.summary.en) |"),
        "docs/methods/README.md: no row for \(form.name), or another summary")
    }
  }

  /// Keys as paths, nested ones after a point.
  static func paths(_ keys: [FormKey], under prefix: String = "") -> [(path: String, isRequired: Bool)] {
    keys.flatMap { key -> [(path: String, isRequired: Bool)] in
      let path = prefix + key.name
      switch key.kind {
      case .object(let inner), .termOrObject(_, let inner):
        return [(path, key.isRequired)] + paths(inner, under: path + ".")
      default: return [(path, key.isRequired)]
      }
    }
  }
}

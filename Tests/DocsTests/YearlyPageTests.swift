import Foundation
import Testing

@testable import DoudiModel

/// `docs/methods/yearly.md` and the forms of yearly rules say the same.
@Suite struct YearlyPageTests {
  /// The page's sections by the form's name: the heading's line and what follows.
  private func sections() throws -> [String: String] {
    let text = try Pages().text("docs/methods/yearly.md")
    return text.components(separatedBy: "\n## `").dropFirst().reduce(into: [:]) { found, part in
      let section = part.components(separatedBy: "\n## ")[0]
      found[String(section.prefix { $0 != "`" })] = section
    }
  }

  @Test func everyFormHasASection() throws {
    let found = try sections()
    #expect(Set(found.keys) == Set(YearlyForms.all.map { $0.name }))
    for form in YearlyForms.all {
      let section = try #require(found[form.name])
      #expect(section.hasPrefix("\(form.name)` · \(form.summary.zh)\n"), "\(form.name)")
      #expect(section.contains("\n```\n") && section.contains("**"), "\(form.name): no equation or no number")
    }
  }

  @Test func keysAreThoseOfTheForm() throws {
    let found = try sections()
    for form in YearlyForms.all {
      let listed = (found[form.name] ?? "").split(separator: "\n").filter { $0.hasPrefix("| `") }
        .compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) }
      #expect(listed == form.keys, "\(form.name)")
    }
  }
}

import Foundation
import Testing

/// What a document points to is there.
@Suite struct LinksTests {
  @Test func everyLinkLeadsToAFile() throws {
    let pages = try Pages()
    for path in try pages.all() {
      let folder = path.split(separator: "/").dropLast().joined(separator: "/")
      for match in try pages.text(path).matches(of: #/\]\(([^)#\s]+)(?:#[^)]*)?\)/#) {
        let target = String(match.1)
        if target.contains("://") { continue }
        let full = folder.isEmpty ? target : folder + "/" + target
        #expect(pages.exists(full), "\(path) links to \(target)")
      }
    }
  }
}

import DoudiInputs
import Foundation
import Testing
import _DoudiTestSupport

@testable import DoudiModel

@Suite struct CoverageTests {
  private static let scenarios = Shipped.folder

  private func volumes() throws -> [BookShelf.Volume] {
    let (loader, bag) = (SourceLoader(root: ""), DiagnosticBag())
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.scenarios + "/books").sorted()
    let found = folders.compactMap {
      BookShelf(loader: loader, bag: bag).volume(Self.scenarios + "/books/" + $0)
    }
    #expect(bag.all.isEmpty && found.count == folders.count)
    return found
  }

  private func required() throws -> [RequiredMechanism] {
    let bag = DiagnosticBag()
    let file = try #require(SourceLoader(root: "").load(Self.scenarios + "/mechanisms.csv", into: bag))
    return RequiredMechanism.list(try #require(CSVReader.read(file, into: bag)))
  }

  @Test func everyMechanismOfTheFiveDocumentsIsAccountedFor() throws {
    let required = try required()
    #expect(required.count == 99)
    let coverage = Coverage(try volumes(), required: required)
    #expect(coverage.missing.map(\.id) == [])
    // One place each: no identifier is used by two books.
    let ids = coverage.mechanisms.map(\.id)
    #expect(Set(ids).count == ids.count)
  }

  @Test func everyCitationStandsInTheDigest() throws {
    let undigested = Coverage(try volumes()).undigested
    #expect(undigested.map { "\($0.id) \($0.citation.clause)" } == [])
  }

  /// Every paragraph of a document's digest is claimed by a rule, on or off, or by the register.
  @Test func everyParagraphIsClaimed() throws {
    for volume in try volumes() {
      let book = volume.book
      let citations = book.rules.map(\.citation) + book.register.map(\.citation)
      let claimed = citations.flatMap { citation in
        book.documents.filter { $0.value == citation.document }.map { $0.key + " " + citation.clause }
      }
      #expect(volume.clauses.subtracting(claimed).sorted() == [], "\(book.id)")
    }
  }

  @Test func whatNobodyAccountsForIsSeen() throws {
    let extra = RequiredMechanism(id: "Z99", clause: "一")
    let coverage = Coverage(try volumes(), required: try required() + [extra])
    #expect(coverage.missing.map(\.id) == ["Z99"])
  }

  @Test func everyEntryOfARegisterGivesItsReason() throws {
    for volume in try volumes() {
      for entry in volume.book.register {
        #expect(entry.reason.zh.count > 1 && entry.reason.en.count > 1, "\(entry.id)")
      }
    }
  }
}

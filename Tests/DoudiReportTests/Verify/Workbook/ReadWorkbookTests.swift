import DoudiInputs
import Testing
import _DoudiTestSupport

@testable import DoudiReport

@Suite("Workbooks beside other exports")
struct ReadWorkbookTests {
  private func written(_ language: Language, _ overrides: [String] = []) throws -> (TemporaryFolder, String) {
    let folder = try ExportedPlace.package(overrides: overrides)
    let path = folder.path + "/a.xlsx"
    try Workbook(try ExportedPlace.content(overrides: overrides), language: language).write(to: path)
    return (folder, path)
  }

  @Test func theLedgerIsThatOfThePackage() throws {
    let (folder, path) = try written(.zh)
    let book = try #require(try RunSide(reading: path).table("ledger"))
    let package = try #require(try RunSide(reading: folder.path + "/package").table("ledger"))
    #expect(book.rowCount == package.rowCount && book.rowCount > 0)
    for name in book.header {
      #expect((0..<book.rowCount).allSatisfy { book.text($0, name) == package.text($0, name) }, "\(name)")
    }
  }

  @Test func aWorkbookDoesNotDifferFromItsRun() throws {
    for language in Language.allCases {
      let (folder, path) = try written(language)
      defer { withExtendedLifetime(folder) {} }
      let run = RunSide("x", try ExportedPlace.content())
      for other in [try RunSide(reading: folder.path + "/package"), run, try RunSide(reading: path)] {
        for (a, b) in [(try RunSide(reading: path), other), (other, try RunSide(reading: path))] {
          let found = RunDifference(a, b)
          #expect(found.isSame)
          #expect(found.notes.count == 1)
        }
      }
    }
    #expect(
      RunDifference(RunSide("x", try ExportedPlace.content()), RunSide("x", try ExportedPlace.content()))
        .notes.isEmpty)
  }

  @Test func anAssumptionIsNamedInItsWords() throws {
    for language in Language.allCases {
      let (folder, path) = try written(language)
      defer { withExtendedLifetime(folder) {} }
      let after = RunSide("x", try ExportedPlace.content(overrides: ["amount.standard@rural=364"]))
      let found = RunDifference(try RunSide(reading: path), after)
      #expect(found.causes == [.assumption])
      #expect(found.inputs.map(\.name) == ["amount.standard"])
      let whole = RunDifference(RunSide("x", try ExportedPlace.content()), after)
      #expect(found.money.map(\.after) == whole.money.map(\.after))
      #expect(found.money.map(\.before) == whole.money.map(\.before))
    }
  }

  @Test func twoLanguagesAreSaid() throws {
    let (first, zh) = try written(.zh)
    let (second, en) = try written(.en)
    defer { withExtendedLifetime((first, second)) {} }
    let found = RunDifference(try RunSide(reading: zh), try RunSide(reading: en))
    #expect(found.isSame)
    #expect(found.notes.count == 2)
  }
}

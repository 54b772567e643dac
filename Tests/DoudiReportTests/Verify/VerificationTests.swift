import DoudiInputs
import Foundation
import Testing
import _DoudiTestSupport

@testable import DoudiReport

@Suite("doudi verify")
struct VerificationTests {
  private func faults(_ path: String) throws -> [VerifyFault] { try Verification(path).faults }

  private func edit(_ path: String, _ change: (inout [UInt8]) -> Void) throws {
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    change(&bytes)
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  @Test func whatWasWrittenIsSound() throws {
    let folder = try ExportedPlace.package()
    #expect(try faults(folder.path + "/package").isEmpty)
    let content = try ExportedPlace.content(withComparison: true)
    try CSVExport.write(content, to: folder.path + "/csv")
    #expect(try faults(folder.path + "/csv").isEmpty)
    let json = try ByteOutput.collect { try JSONExport.write(content, to: $0) }
    try Data(json).write(to: URL(fileURLWithPath: folder.path + "/a.json"))
    #expect(try faults(folder.path + "/a.json").isEmpty)
  }

  @Test func aPackageMovedElsewhereIsSound() throws {
    let folder = try ExportedPlace.package()
    try FileManager.default.moveItem(atPath: folder.path + "/package", toPath: folder.path + "/elsewhere")
    #expect(try faults(folder.path + "/elsewhere").isEmpty)
  }

  /// Any one digit, in any file, of any form.
  @Test func aChangedDigitIsFound() throws {
    let folder = try ExportedPlace.package()
    let path = folder.path + "/package"
    let json = try ByteOutput.collect { try JSONExport.write(try ExportedPlace.content(), to: $0) }
    let file = folder.path + "/a.json"
    try Data(json).write(to: URL(fileURLWithPath: file))
    let names = try FileManager.default.subpathsOfDirectory(atPath: path).filter { $0.contains(".") }.sorted()
    let all = names.map { ("\(path)/\($0)", path) } + [(file, file), (file, file)]
    try forAll(
      seed: 604, count: 60, generator: { ($0.int(in: 0...(all.count - 1)), $0.int(in: 0...1_000_000)) }
    ) {
      choice, spot in
      let (target, whole) = all[choice]
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: target)))
      let digits = bytes.indices.filter { (0x30...0x39).contains(bytes[$0]) }
      guard !digits.isEmpty else { return true }
      let place = digits[spot % digits.count]
      try edit(target) { $0[place] = $0[place] == 0x39 ? 0x38 : $0[place] + 1 }
      defer { try? Data(bytes).write(to: URL(fileURLWithPath: target)) }
      // A broken descriptor or file that cannot be taken apart is found as well.
      guard let found = try? faults(whole) else { return true }
      return !found.isEmpty
    }
  }

  @Test func missingAndExtraFilesAreNamed() throws {
    let folder = try ExportedPlace.package()
    let path = folder.path + "/package"
    try FileManager.default.removeItem(atPath: path + "/codebook.md")
    try "x".write(toFile: path + "/data/mine.csv", atomically: true, encoding: .utf8)
    // What Python and Jupyter leave behind is no part of it.
    try FileManager.default.createDirectory(atPath: path + "/__pycache__", withIntermediateDirectories: true)
    try "x".write(toFile: path + "/__pycache__/a.pyc", atomically: true, encoding: .utf8)
    let found = try faults(path)
    #expect(found.map(\.kind) == [.missing, .extra])
    #expect(found.map(\.span.file) == [path + "/codebook.md", path + "/data/mine.csv"])
  }

  /// Figures are held against each other even where all hashes were made anew.
  @Test func figuresThatDisagreeAreNamedByPlace() throws {
    let bag = try table("ledger", "programme,year,tier,fen,cny\na,2027,county,100,1.00\n")
    let summary = try table("summary", "programme,year,fen,cny\na,2027,101,1.01\n")
    let found = SumChecks(record([bag, summary])).run().faults
    #expect(found.map { "\($0.span)" } == ["summary.csv:2:8"])
    #expect(found.first?.message.en.contains("is 100") == true)
    let wrong = try table("summary", "programme,year,fen,cny\na,2027,100,1.01\n")
    #expect(SumChecks(record([bag, wrong])).run().faults.map { "\($0.span)" } == ["summary.csv:2:12"])
    let none = try table("summary", "programme,year,fen,cny\n")
    #expect(SumChecks(record([bag, none])).run().faults.count == 1)
  }

  @Test func slackIsTheDistanceToTheBound() throws {
    let header = "id,value,bound,slack,verdict\n"
    for (row, count) in [
      ("L,5,3,2,met", 0), ("L,3,5,2,met", 0), ("L,5,3,-2,broken", 0), ("L,5,3,2,broken", 1),
      ("L,5,3,2.5,met", 1),
      ("L,,3,,undecidable", 0), ("L,0.333333,1,0.666667,met", 0),
    ] {
      let found = SumChecks(record([try table("limits", header + row + "\n")])).run().faults
      #expect(found.count == count, "\(row)")
    }
  }

  @Test func cellsAreHeldAgainstTheirColumns() throws {
    let faulty = try table(
      "caseload", "region,area,month,group,persons,households,mood\n1,urban,2027-13,g,-1,x,y\n")
    let found = CellChecks(faulty).run()
    #expect(found.map(\.kind) == [.cell, .cell, .cell, .unknown])
    let twice = try table("summary", "programme,year,fen\na,2027,1\na,2027,1\n")
    #expect(CellChecks(twice).run().map(\.kind) == [.key])
    #expect(CellChecks(try table("poem", "a\n1\n")).run().map(\.kind) == [.unknown])
  }

  @Test func whatIsNoExportIsUnreadable() throws {
    let folder = try TemporaryFolder()
    #expect(throws: UnreadableExport.self) { try Verification(folder.path) }
    #expect(throws: UnreadableExport.self) { try Verification(folder.path + "/none") }
    for text in ["", "{}", "[1]", "{\"provenance\":{}}", "\u{0}"] {
      try text.write(toFile: folder.path + "/a.json", atomically: true, encoding: .utf8)
      #expect(throws: UnreadableExport.self) { try Verification(folder.path + "/a.json") }
    }
  }

  private func table(_ id: String, _ text: String) throws -> RecordTable {
    let file = try #require(
      SourceLoader.file(path: id + ".csv", bytes: Array(text.utf8), into: DiagnosticBag()))
    return RecordTable(id, try #require(CSVReader.read(file, into: DiagnosticBag())))
  }

  private func record(_ tables: [RecordTable]) -> ExportRecord {
    ExportRecord(
      path: "x", form: .folder, provenance: nil, runID: "", scenario: "", program: "", tables: tables,
      faults: [],
      json: nil)
  }
}

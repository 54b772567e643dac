import DoudiInputs
import DoudiModel
import Foundation
import Testing
import _DoudiTestSupport

@testable import DoudiReport

@Suite("The workbook")
struct WorkbookTests {
  /// A workbook of a random place.
  static func book(
    _ place: SmallPlace, _ unit: MoneyUnit = .wan, _ printing: Printing = .adjusted,
    language: Language = .zh
  ) throws -> Workbook {
    let run = RunReport(try place.run().projection)
    let provenance = Provenance(
      run, inputs: [HashedFile(path: "=a.yaml", bytes: 1, sha256: String(repeating: "0", count: 64))],
      sets: [])
    return Workbook(
      ExportContent(run: run, provenance: provenance, unit: unit, printing: printing), language: language)
  }

  private var place: SmallPlace {
    RandomPlace(seed: 11, leaves: 3, months: 24, hasThresholds: true).place
  }

  @Test(arguments: Language.allCases) func thirteenSheetsInTheirOrder(_ language: Language) throws {
    let book = try Self.book(place, language: language)
    let names = book.sheets().map(\.name) + book.data().map(\.name)
    #expect(names == Labels.sheets.map { $0.name.text(language) })
  }

  @Test func whatTheScenarioHasNotIsEmpty() throws {
    let sheets = try Self.book(place).sheets()
    for name in ["转移支付分配", "提标比较", "敏感性"] {
      let sheet = try #require(sheets.first { $0.name == name })
      #expect(sheet.rows.contains { $0.cells.first?.shown == "本表为空表" }, "\(name)")
    }
    let full = try #require(sheets.first { $0.name == "汇总" })
    #expect(!full.rows.contains { $0.cells.first?.shown == "本表为空表" })
  }

  /// Each page that is printed by itself says that its sums may differ.
  @Test func roundedSheetsHaveTheFootnote() throws {
    for (printing, count) in [(Printing.adjusted, 0), (.rounded, 1)] {
      let sheets = try Self.book(place, .wan, printing).sheets()
      for name in ["汇总", "分区划测算", "三年滚动"] {
        let sheet = try #require(sheets.first { $0.name == name })
        #expect(sheet.rows.count { $0.cells.first?.shown == Labels.roundedNote.zh } == count, "\(name)")
      }
    }
  }

  /// A reserve is a floor, also where it is exactly full and has no slack to tell.
  @Test func reservesAreAtLeast() throws {
    let loader = SourceLoader(root: Repository.root)
    let model = try #require(
      ModelLoader(loader: loader, bag: DiagnosticBag()).load(folder: "scenarios/weihai-2027"))
    let run = RunReport(model.run(), withEffects: false)
    let reserves = model.limits.filter { $0.header.form == "reserve" }.map { $0.header.name.zh }
    #expect(!reserves.isEmpty)
    let book = Workbook(
      ExportContent(run: run, provenance: Provenance(run, inputs: [], sets: [])), language: .zh)
    let sheet = try #require(book.sheets().first { $0.name == "绩效目标" })
    let rows = sheet.rows.filter { row in
      reserves.contains { name in row.cells.contains { $0.shown.contains(name) } }
    }
    #expect(!rows.isEmpty)
    for row in rows { #expect(row.cells.contains { $0.shown.hasPrefix("≥") }, "\(row.cells.map(\.shown))") }
  }

  /// 5 % of 51 villages are 2.55: at least 3 posts, at most 2.
  @Test func targetsOfPostsAreWholeAndOnTheSafeSide() throws {
    func value(_ side: String) throws -> [String] {
      var place = SmallPlace(rules: "- {id: L1, form: monitor, datum: posts, \(side): 2.55 count}")
      place.scenario = "data: {posts: 3 count}"
      let sheet = try #require(try Self.book(place).sheets().first { $0.name == "绩效目标" })
      return sheet.rows.flatMap { $0.cells.map(\.shown) }.filter { $0.hasPrefix("≥") || $0.hasPrefix("≤") }
    }
    #expect(try value("at_least") == ["≥3个"])
    #expect(try value("at_most") == ["≤2个"])
  }

  /// The year asked for is that of the targets and of the detail by region.
  @Test func oneYearIsTheOneAskedFor() throws {
    let run = RunReport(try place.run().projection)
    let content = ExportContent(run: run, provenance: Provenance(run, inputs: [], sets: []), year: 2028)
    let sheets = Workbook(content, language: .zh).sheets()
    for (name, words) in [("绩效目标", "年度指标值（2028年"), ("分区划测算", "2028年")] {
      let sheet = try #require(sheets.first { $0.name == name })
      let cells = sheet.rows.flatMap { $0.cells.map(\.shown) }
      #expect(cells.contains { $0.hasPrefix(words) }, "\(name)")
    }
  }

  /// Every figure of the summary is the one on the screen.
  @Test(arguments: MoneyUnit.allCases) func figuresAreThoseOfTheScreen(_ unit: MoneyUnit) throws {
    let book = try Self.book(place, unit)
    let run = try #require(book.content.run)
    let sheet = try #require(book.sheets().first { $0.name == "汇总" })
    let rows = Set(sheet.rows.map { $0.cells.map(\.shown) })
    for table in [run.summaryTable(unit).without(["rules"]), run.tierTable(unit), run.caseloadTable()] {
      let columns = RenderedColumns(table, language: .zh, unit: unit).columns
      for row in 0..<table.rowCount { #expect(rows.contains(columns.map { $0.cells[row] })) }
    }
  }

  /// The sheet of checks has a row for every formula of the others, and one for every figure that stands twice.
  @Test func everyFormulaIsChecked() throws {
    let sheets = try Self.book(place).sheets()
    let checks = try #require(sheets.last)
    let formulas = sheets.dropLast().reduce(0) { $0 + $1.formulas.count }
    let rows = checks.rows.filter { $0.cells.count == 7 && $0.cells[0].style.role == .body }
    let cross = rows.filter { !$0.cells[2].shown.hasPrefix("=") }
    #expect(rows.count == formulas + cross.count)
    #expect(cross.contains { $0.cells[2].shown.hasPrefix("“数据”表金额之和") })
    #expect(formulas > 50)
    #expect(cross.count > 10)
    for row in rows {
      #expect(row.cells[6].shown == "通过")
      guard case .formula(_, let live) = row.cells[4].content else {
        Issue.record("no live value")
        continue
      }
      switch row.cells[3].content {
      case .number(let kept), .formula(_, let kept): #expect(abs(kept - live) < 1e-9 * max(1, abs(kept)))
      default: Issue.record("no kept value")
      }
    }
  }

  @Test func aNameThatBeginsWithEqualsStaysText() throws {
    var place = place
    place.regions = place.regions.replacing("甲", with: "=1+1")
    let book = try Self.book(place)
    let cells = book.sheets().flatMap { sheet in sheet.rows.flatMap(\.cells) }
    #expect(cells.contains { $0.content == .text("=1+1") } || place.regions.contains("=1+1") == false)
    #expect(cells.contains { $0.content == .text("=a.yaml") })
    let xml = try Self.xml(book)
    #expect(!xml.contains("<f>a.yaml"))
    #expect(!xml.contains("<f>1+1"))
    #expect(xml.contains("=a.yaml"))
  }

  /// The same content gives the same bytes, whenever it is written.
  @Test func sameInputSameBytes() throws {
    let folder = try TemporaryFolder()
    let paths = [folder.path + "/a.xlsx", folder.path + "/b.xlsx"]
    try Self.book(place).write(to: paths[0])
    // The times in a zip file have steps of two seconds.
    Thread.sleep(forTimeInterval: 2.1)
    try Self.book(place).write(to: paths[1])
    let bytes = try paths.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
    #expect(bytes[0] == bytes[1])
    #expect(bytes[0].prefix(2) == Data("PK".utf8))
    try Self.book(place, .yi).write(to: paths[1])
    #expect(try Data(contentsOf: URL(fileURLWithPath: paths[1])) != bytes[0])
  }

  @Test func whatCannotBeWrittenIsAFailure() throws {
    let book = try Self.book(place)
    #expect(throws: OutputFailure.self) { try book.write(to: "/nowhere/at/all.xlsx") }
  }

  /// Everything in the file, unpacked.
  private static func xml(_ book: Workbook) throws -> String {
    let folder = try TemporaryFolder()
    let path = folder.path + "/a.xlsx"
    try book.write(to: path)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments = [
      "-c",
      "import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\nfor n in z.namelist(): print(z.read(n).decode())",
      path,
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}

import DoudiInputs
import DoudiModel
import Testing
import _DoudiTestSupport

@testable import DoudiReport

@Suite("What the summary says")
struct SummarySentencesTests {
  private func document(_ run: RunReport, _ form: PrintForm) throws -> ReportDocument {
    let content = ExportContent(
      run: run, provenance: Provenance(run, inputs: [], sets: []), unit: form.unit, printing: form.printing)
    return try #require(ReportExport.documents(content, form, tiles: TilePlaces()).first)
  }

  private func sentences(_ document: ReportDocument) -> [String] {
    document.blocks.flatMap { block -> [String] in
      if case .list(let points) = block { points } else { [] }
    }
  }

  /// Figures with a point or with thousands, as they stand in a text.
  private func figures(_ text: String) -> [String] {
    text.split { !"0123456789.,".contains($0) }.map { String($0).trimming(".,") }
      .filter { ($0.contains(".") || $0.contains(",")) && $0 != "10,000" && $0.first?.isNumber == true }
  }

  private func check(_ document: ReportDocument, _ form: PrintForm) {
    let cells = document.tables.flatMap { table -> [String] in
      let printed = form.print(table)
      return (0..<printed.rowCount).flatMap { row in printed.titles.indices.map { printed.text(row, $0) } }
    }
    let known = Set(cells.flatMap { figures($0) })
    for sentence in sentences(document) {
      for figure in figures(sentence) {
        #expect(known.contains(figure), "\(figure) stands in no table: \(sentence)")
      }
    }
  }

  @Test(
    arguments: [
      "weihai-2027", "jilin-2027", "jimo-2027", "xuanwei-2027", "shenxian-2027", "provinces", "counties",
    ])
  func everyFigureOfASentenceStandsInATable(_ scenario: String) throws {
    let bag = DiagnosticBag()
    let loader = SourceLoader(root: Repository.root)
    let model = try #require(ModelLoader(loader: loader, bag: bag).load(folder: "scenarios/" + scenario))
    let run = RunReport(model.run(), withEffects: false)
    let forms = [
      PrintForm(language: .zh, unit: .wan), PrintForm(language: .en, unit: .yi),
      PrintForm(language: .zh, unit: .yuan, printing: .rounded),
    ]
    // The tables of thousands of places take long.
    for form in model.space.leaves.count > 100 ? Array(forms.prefix(1)) : forms {
      let document = try document(run, form)
      #expect(sentences(document).flatMap { figures($0) }.count > 5)
      check(document, form)
      checkSums(document, form)
    }
  }

  /// Printed rows of money add up to the printed total below them.
  private func checkSums(_ document: ReportDocument, _ form: PrintForm) {
    guard form.printing == .adjusted else { return }
    for table in document.tables where table.rowKinds.last == .total {
      let printed = form.print(table)
      for (place, column) in table.columns.enumerated() {
        switch column.values {
        case .fen, .yuan, .units: break
        default: continue
        }
        let units = (0..<printed.rowCount).map { printed.units($0, place) }
        guard units.allSatisfy({ $0 != nil }) else { continue }
        let whole = units.compactMap { $0 }
        #expect(whole.dropLast().reduce(0, +) == whole.last, "\(table.id) \(column.id)")
      }
    }
  }

  @Test func aSmallPlaceInWords() throws {
    let run = RunReport(try twoYearPlace().run().projection)
    let said = sentences(try document(run, PrintForm(language: .zh, unit: .yuan)))
    #expect(said.contains("总额：2027年12,000.00，2028年15,840.00，合计27,840.00元。"))
    #expect(!said.contains { $0.hasPrefix("2027年比") })
    #expect(said.contains { $0.hasPrefix("2028年比2027年增加3,840.00元（32.0%），按原因：人数1,320.00，标准2,520.00") })
    let english = sentences(try document(run, PrintForm(language: .en, unit: .yuan)))
    #expect(english.contains("All money in CNY: 2027: 12,000.00; 2028: 15,840.00; in all 27,840.00."))
  }

  @Test func theFirstYearIsHeldAgainstTheOutturnOrElseTheBudget() throws {
    let form = PrintForm(language: .zh, unit: .yuan)
    let outturn = RunReport(try twoYearPlace("990000,aid,11000,12500,observed,report").run().projection)
    #expect(
      sentences(try document(outturn, form)).contains { $0.hasPrefix("2027年比上年执行减少500.00元（4.0%）") })
    let budget = RunReport(try twoYearPlace("990000,aid,11000,,observed,report").run().projection)
    #expect(
      sentences(try document(budget, form)).contains { $0.hasPrefix("2027年比上年预算增加1,000.00元（9.1%）") })
    check(try document(outturn, form), form)
  }
}

extension String {
  /// Without some characters at both ends.
  fileprivate func trimming(_ ends: String) -> String {
    var text = Substring(self)
    while let last = text.last, ends.contains(last) { text.removeLast() }
    while let first = text.first, ends.contains(first) { text.removeFirst() }
    return String(text)
  }
}

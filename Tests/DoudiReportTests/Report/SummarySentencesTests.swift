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

  /// 1,000 CNY a month in 2027; in 2028 110 persons and 12 CNY.
  private func place(_ lastYear: String? = nil) -> SmallPlace {
    var place = SmallPlace(
      rules: """
        - {id: S1, form: flat, gives: benefit, unit: CNY/person/month, amount: {2020-01: 10 CNY/person/month, 2028-01: 12 CNY/person/month}}
        - {id: G1, form: path, gives: poor, indicator: poor, between: step}
        - {id: P1, form: allowance, programme: aid, group: poor, amount: benefit}
        """,
      observations: """
        990001,urban,2020,poor,100,persons,observed,report
        990001,urban,2028-01,poor,110,persons,observed,report
        990001,rural,2020,poor,0,persons,observed,report
        """)
    place.horizon = ("2027-01", "2028-12")
    if let lastYear {
      place.scenario = "last_year: last-year.csv"
      place.files["last-year.csv"] = "region,programme,budget,outturn,status,source\n\(lastYear)\n"
    }
    return place
  }

  @Test func aSmallPlaceInWords() throws {
    let run = RunReport(try place().run().projection)
    let said = sentences(try document(run, PrintForm(language: .zh, unit: .yuan)))
    #expect(said.contains("总额：2027年12,000.00，2028年15,840.00，合计27,840.00元。"))
    #expect(!said.contains { $0.hasPrefix("2027年比") })
    #expect(said.contains { $0.hasPrefix("2028年比2027年增加3,840.00元（32.0%），按原因：人数1,320.00，标准2,520.00") })
    let english = sentences(try document(run, PrintForm(language: .en, unit: .yuan)))
    #expect(english.contains("All money in CNY: 2027: 12,000.00; 2028: 15,840.00; in all 27,840.00."))
  }

  @Test func theFirstYearIsHeldAgainstTheOutturnOrElseTheBudget() throws {
    let form = PrintForm(language: .zh, unit: .yuan)
    let outturn = RunReport(try place("990000,aid,11000,12500,observed,report").run().projection)
    #expect(
      sentences(try document(outturn, form)).contains { $0.hasPrefix("2027年比上年执行减少500.00元（4.0%）") })
    let budget = RunReport(try place("990000,aid,11000,,observed,report").run().projection)
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

import DoudiAnalysis
import DoudiInputs

/// A place of two regions whose back-test can be worked out with pencil and paper.
///
/// 1,000 persons in 2020-10, 600 and 400 by residents; 1 % leave in a month, 2 per 1,000 of
/// 10,000 residents come in; everybody gets the standard, 100 CNY and from 2021 on 120 CNY.
enum TinyPlace {
  static let standard = "{2019-01: 100 CNY/person/month, 2021-01: 120 CNY/person/month}"

  static let book = """
    schema: 1
    book: tiny
    name: {zh: "小地", en: "Tiny"}
    region: "990000"
    tier: province
    documents:
      main: {title: T, number: T1, issued: 2019-01-01, valid_until: unknown, verified: unknown, place: {zh: 地, en: P}}
    funds: [{id: pot, name: {zh: 资金, en: Pot}}]
    programmes:
      - {id: aid, name: {zh: 救助, en: Aid}, family: basic, fund: pot}
    groups: [{id: aid, name: {zh: 对象, en: Persons}}, {id: odd, name: {zh: 其他, en: Odd}}]
    rules:
      - {id: T1, form: flat, name: {zh: 标准, en: Standard}, cite: {clause: "1"}, gives: standard, unit: CNY/person/month, amount: STANDARD}
      - {id: T2, form: stock_flow, name: {zh: 人数, en: Persons}, cite: {clause: "2"}, gives: aid, start: aid_persons, exit: {open: {zh: 退出, en: exits}, unit: "%/month"}, entry: {open: {zh: 新增, en: entries}, unit: per_1000/month}, at_risk: residents, elasticity: "0", spread_by: residents}
      - {id: T3, form: allowance, name: {zh: 发放, en: Payment}, cite: {clause: "3"}, programme: aid, group: aid, amount: standard}
      - {id: T4, form: share, name: {zh: 其他, en: Odd}, cite: {clause: "4"}, gives: odd, of: aid, rate: 10 %}
    register: []

    """.replacing("STANDARD", with: standard)

  static let scenario = """
    schema: 1
    scenario: tiny
    title: {zh: 小地, en: Tiny}
    book: tiny
    regions: regions.csv
    observations: [data.csv]
    horizon: {first: 2027-01, last: 2027-12}
    funding: {pot: {shares: [county]}}
    assumptions:
      T2.exit: 50 %/month
      T2.entry: 2 per_1000/month
      growth.residents: 0 %/year
      funding.pot.county: 100 %

    """

  static let regions = """
    region,parent,name_zh,name_en,tier,areas,code_system
    990000,,小地,Tiny,province,,gbt2260
    990100,990000,甲,A,prefecture,urban,gbt2260
    990200,990000,乙,B,prefecture,urban,gbt2260

    """

  /// The residents of 2020 and everything from 2020-11 on come after the cutoff.
  static let data = """
    region,area,period,indicator,value,unit,status,source
    990100,urban,2019,residents,6000,persons,observed,s
    990200,urban,2019,residents,4000,persons,observed,s
    990100,urban,2020,residents,77777,persons,observed,s
    990000,urban,2020-08,aid_persons,980,persons,observed,s
    990000,urban,2020-08,aid_benefit,95,CNY/person/month,observed,s
    990000,urban,2020-10,aid_persons,0.1,10k persons,observed,s
    990000,urban,2020-10,aid_benefit,100,CNY/person/month,observed,s
    990000,urban,2020-10,aid_spend_month,10,10k CNY,observed,s
    990000,urban,2020-10,aid_spend_ytd,95,10k CNY,observed,s
    990000,urban,2020-12,aid_persons,1000,persons,observed,s
    990000,urban,2020-12,aid_benefit,101,CNY/person/month,observed,s
    990000,urban,2020-12,aid_spend_ytd,120,10k CNY,observed,s
    990000,urban,2020-12,odd_persons,5,CNY,observed,s
    990000,urban,2021-02,aid_persons,1000,persons,observed,s
    990000,urban,2021-02,aid_benefit,125,CNY/person/month,observed,s
    990000,urban,2021-02,aid_spend_ytd,25,10k CNY,observed,s

    """

  static let backtest = """
    schema: 1
    backtest: tiny
    title: {zh: 回测, en: Back-test}
    cutoff: 2020-10
    targets: [2020-12, 2021-02]
    areas: [urban]
    series: [aid_persons, aid_benefit, aid_spend_ytd]
    programmes: {aid: [aid]}
    rounded: {2020-12: {aid_persons: 0.01 10k persons}}
    assumptions:
      T2.exit: {value: 1 %/month, why: {zh: 当时, en: then}}

    """

  /// Runs the back-test with some texts replaced; files are kept in memory.
  static func run(
    backtest: String = backtest, data: String = data, scenario: String = scenario
  ) -> (result: BacktestResult?, problems: [Diagnostic]) {
    let (bag, loader) = (DiagnosticBag(), SourceLoader(root: ""))
    let files = [
      "tiny/backtest.yaml": backtest, "tiny/scenario.yaml": scenario, "tiny/regions.csv": regions,
      "tiny/data.csv": data, "books/tiny/book.yaml": book,
    ]
    for (path, text) in files { loader.remember(SourceFile(path: path, text: text)) }
    if PanelBacktest.isAsked(in: "tiny", loader: loader) {
      _ = PanelBacktest(loader: loader, bag: bag).run(folder: "tiny")
      return (nil, bag.all)
    }
    let result = Backtest(loader: loader, bag: bag).run(folder: "tiny")
    return (result, bag.all)
  }
}

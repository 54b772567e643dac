import DoudiAnalysis
import DoudiInputs
import DoudiModel
import DoudiUnits
import _DoudiTestSupport

/// A place that spends 1,000 CNY a month in each of two towns on `aid`, and tables of what it paid.
enum PaidPlace {
  static var place: SmallPlace {
    var place = SmallPlace(
      rules: """
        - {id: S1, form: flat, gives: benefit, unit: CNY/person/month, amount: 10 CNY/person/month}
        - {id: G1, form: path, gives: poor, indicator: poor, between: step}
        - {id: P1, form: allowance, programme: aid, group: poor, amount: benefit}
        - {id: P2, form: allowance, programme: care, group: poor, amount: benefit}
        """,
      observations: """
        990100,urban,2020,poor,100,persons,observed,report
        990200,urban,2020,poor,100,persons,observed,report
        """)
    place.regions = """
      990000,,总,Whole,prefecture,,own
      990100,990000,甲,First,county,urban,own
      990200,990000,乙,Second,county,urban,own
      """
    place.programmes = [("aid", "fund"), ("care", "fund")]
    return place
  }

  /// The table of a text, and what is reported.
  static func read(
    _ text: String, path: String = "paid.csv", model: Model
  ) -> (table: PaidTable?, problems: [Diagnostic]) {
    let bag = DiagnosticBag()
    let table = CSVReader.read(SourceFile(path: path, text: text), into: bag)
      .flatMap { PaidReader(rows: $0, model: model, bag: bag).read() }
    return (table, bag.all)
  }

  /// The year with rows "region,area,month,programme,cny,status,source".
  static func execution(
    _ rows: String, budget: [Int: Money]? = nil, rest: Execution.Rest = .plan
  ) throws -> (execution: Execution?, projection: Projection) {
    let projection = try place.run().projection
    let text = "region,area,month,programme,cny,status,source\n" + rows + "\n"
    let table = read(text, model: projection.model).table
    return (table.map { Execution(projection, paid: $0, budget: budget, rest: rest) }, projection)
  }
}

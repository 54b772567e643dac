import DoudiInputs
import DoudiModel
import _DoudiTestSupport

@testable import DoudiReport

/// Two runs of a place of a few lines, whose money is worked out by hand.
///
///     aid = 12 months x persons x standard x ratio, in one area of one region; extra = 12 x persons x 10 CNY
struct SplitPlace {
  var persons = 1000
  var standard: Int?
  var ratio: Int?
  var isExtraOn = false
  /// Sent by the centre in yuan, in batches; nil: the county pays all by its share.
  var sent: [Int] = [2_000_000]

  var place: SmallPlace {
    var place = SmallPlace(
      rules: """
        - {id: S1, form: flat, gives: standard, unit: CNY/person/month, amount: 500 CNY/person/month}
        - {id: S2, form: flat, gives: supplement, unit: CNY/person/month, amount: 10 CNY/person/month}
        - {id: G1, form: path, gives: recipients, indicator: poor, between: step}
        - {id: P1, form: allowance, programme: aid, group: recipients, amount: standard}
        - {id: P2, form: allowance, programme: extra, group: recipients, amount: supplement, enabled: false}
        """,
      observations: "990001,all,2026,poor,\(persons),persons,observed,a")
    place.regions = """
      990000,,总,Whole,prefecture,,own
      990001,990000,甲,First,county,all,own
      """
    place.programmes = [("aid", "fund"), ("extra", "fund")]
    place.funding = "fund: {transfers: transfers.csv, own: county}"
    place.fundingShares = ""
    if let standard {
      place.assumptions = "S1.amount: {value: \(standard) CNY/person/month, why: {zh: 测, en: t}}"
    }
    if isExtraOn { place.scenario = "enable: [P2]" }
    let rows = sent.enumerated().map { "990000,2027,fund,central,b\($0),\($1),CNY,observed,a" }
    place.files["transfers.csv"] =
      "region,year,fund,tier,batch,amount,unit,status,source\n" + rows.map { $0 + "\n" }.joined()
    return place
  }

  /// A run of it, and what runs it again.
  func run(_ overrides: [String] = []) throws -> (side: RunSide, again: (Restoration) -> Projection?) {
    let folder = try TemporaryFolder()
    try place.write(to: folder)
    let overrides = overrides.compactMap { Override(argument: $0) }
    func load(_ inputs: Restoration) -> Projection? {
      let loader = ModelLoader(loader: SourceLoader(root: ""), bag: DiagnosticBag())
      return loader.load(folder: folder.path + "/test", overrides: overrides, restoring: inputs)?.run()
    }
    guard let projection = load(Restoration()) else {
      throw FaultyPlace(diagnostics: try place.check().diagnostics)
    }
    let report = RunReport(projection)
    let content = ExportContent(run: report, provenance: Provenance(report, inputs: [], sets: []))
    return (RunSide("x", content), load)
  }

  /// What differs to a later run, split by running one of the two again.
  func difference(
    to later: SplitPlace, _ overrides: [String] = [], running side: RunDifference.Side = .after
  ) throws -> RunDifference {
    let (before, after) = (try run(), try later.run(overrides))
    var found = RunDifference(before.side, after.side)
    found.split(running: side, side == .after ? after.again : before.again)
    return found
  }
}

public import DoudiInputs
public import DoudiModel
public import DoudiUnits

/// The budget of the year that is being carried out: region,programme,budget,status,source in CNY.
public enum YearBudget {
  /// Budget of each programme for the whole place, by its position; nil where the table has a fault.
  ///
  /// A programme may be given for the whole place or for all of its parts. What looks 10,000 times too
  /// small or too large beside the run's `year` is warned of.
  public static func read(
    _ rows: CSVTable, beside projection: Projection, year: Int, into bag: DiagnosticBag
  ) -> [Int: Money]? {
    let model = projection.model
    let before = bag.all.count
    let reader = LastYearReader(
      rows: rows, programmes: model.programmes, tree: model.space.tree, year: 0, bag: bag, isBudget: true)
    guard let table = reader.read(), bag.all.count == before else { return nil }
    let tree = model.space.tree
    var found: [Int: Money] = [:]
    for entry in table.entries where found[entry.programme] == nil {
      guard
        let whole = table.figure(
          \.budget, programme: entry.programme, region: tree.root.code, tree: tree)
      else {
        bag.error(
          "DD1422", at: entry.span,
          Bilingual(
            zh: "\(model.programmes[entry.programme].id)的预算只给了部分区划，或未填金额",
            en:
              "the budget of \(model.programmes[entry.programme].id) is given for some regions only, or not filled in"
          ))
        return nil
      }
      found[entry.programme] = whole
    }
    for warning in MoneyScale(projection, year: year).warnings(table.entries, model) { bag.report(warning) }
    return found
  }
}

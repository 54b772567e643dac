import DoudiInputs
import DoudiUnits

/// The numbers of a yearly scenario: its tables, with values of the command line laid over.
struct YearlyValues {
  private let names: [String]
  private let columns: [String]
  private let regions: [String]
  /// The parameters.
  private(set) var parameters: [Double]
  /// The regions' figures, by region and column.
  private(set) var figures: [[Double]]
  /// By region the parameters that have a value of their own there, by position.
  private(set) var own: [[Int: Double]]

  init(_ parameters: YearlyTable, _ regions: YearlyTable) {
    (names, columns, self.regions) = (parameters.names, regions.columns, regions.names)
    self.parameters = parameters.rows.map { $0.first ?? .nan }
    figures = regions.rows
    own = regions.names.map { _ in [:] }
  }

  /// "NAME=value" for a parameter or, in all regions, a column; "NAME@REGION=value" for one region.
  func with(_ overrides: [Override], _ bag: DiagnosticBag) -> YearlyValues {
    var changed = self
    // The narrower place stands, whatever the order on the command line.
    for one in overrides.sorted(by: { $0.narrowness < $1.narrowness }) { changed.apply(one, bag) }
    return changed
  }

  private mutating func apply(_ one: Override, _ bag: DiagnosticBag) {
    guard let value = Double(one.text), value.isFinite else {
      return bag.error(
        "DD1304", at: one.span, Bilingual(zh: "“\(one.text)”不是数", en: "\"\(one.text)\" is not a number"))
    }
    let rows = one.region.map { region in regions.indices.filter { regions[$0] == region.text } }
    guard one.area == nil, rows?.isEmpty != true else {
      return bag.error(
        "DD1405", at: one.span,
        Bilingual(
          zh: "没有区划\(one.region?.text ?? one.area?.id ?? "")",
          en: "there is no region \(one.region?.text ?? one.area?.id ?? "")"))
    }
    if let column = columns.firstIndex(of: one.key) {
      for row in rows ?? Array(regions.indices) { figures[row][column] = value }
    } else if let place = names.firstIndex(of: one.key) {
      guard let rows else { return parameters[place] = value }
      for row in rows { own[row][place] = value }
    } else {
      let near = nearestName(to: one.key, among: names + columns)
      bag.error(
        "DD1405", at: one.span, Bilingual(zh: "没有参数\(one.key)", en: "there is no parameter \(one.key)"),
        hint: near.map { Bilingual(zh: "是否想写“\($0)”？", en: "did you mean \"\($0)\"?") })
    }
  }
}

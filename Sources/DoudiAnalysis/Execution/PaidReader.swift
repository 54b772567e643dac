public import DoudiInputs
public import DoudiModel
import DoudiUnits

/// Reads what was paid: region,area,month,programme,fen (or cny),status,source.
///
/// `area` all is the whole region. Every place and programme that occurs must give all months from January
/// to the last month of the table; money of one place must not be given twice.
public struct PaidReader {
  private let rows: CSVTable
  private let model: Model
  private let bag: DiagnosticBag

  static let columns = ["region", "area", "month", "programme", "status", "source"]

  /// A reader that reports into `bag`.
  public init(rows: CSVTable, model: Model, bag: DiagnosticBag) {
    (self.rows, self.model, self.bag) = (rows, model, bag)
  }

  private struct Key: Hashable {
    let region: RegionCode
    let area: Area
    let programme: Int
  }

  private struct Entry {
    let key: Key
    let month: Month
    let fen: Int64
    let status: Status
    let row: Int
  }

  /// The table; nil where it is empty or has a fault, which is reported.
  public func read() -> PaidTable? {
    guard
      let columns = NamedColumns(
        rows, required: Self.columns, optional: ["fen", "cny"], missing: DiagnosticCode.paidColumns.id,
        code: DiagnosticCode.paidValue.id, bag: bag)
    else { return nil }
    guard columns.has("fen") != columns.has("cny") else {
      bag.error(
        DiagnosticCode.paidColumns.id, at: rows.headerSpan(column: 0),
        Bilingual(zh: "fen与cny须且只须有一列", en: "write either a column fen or a column cny"))
      return nil
    }
    let entries = (0..<rows.rowCount).compactMap { entry($0, columns) }
    guard entries.count == rows.rowCount, let last = entries.map(\.month).max() else {
      if rows.rowCount == 0 { fault(.paidMonths, nil, columns, "表中没有数据", "the table has no rows") }
      return nil
    }
    guard isInHorizon(last, entries, columns) else { return nil }
    return table(entries, last, columns)
  }

  private func entry(_ row: Int, _ columns: NamedColumns) -> Entry? {
    let region = columns.region(row, model.space.tree)
    let programme = columns.programme(row, model.programmes)
    let area = Area(id: columns.text(row, "area"))
    if area == nil { columns.fault(row, "area", "应为urban、rural或all", "must be urban, rural or all") }
    let month = Month(columns.text(row, "month"))
    if month == nil { columns.fault(row, "month", "应写YYYY-MM", "must be a month, YYYY-MM") }
    let name = columns.has("fen") ? "fen" : "cny"
    let money = columns.money(row, name, isFen: name == "fen")
    if columns.text(row, name).isEmpty { columns.fault(row, name, "金额未填", "the amount is missing") }
    let status = columns.status(row)
    guard let region, let programme, let area, let month, let money, let status else { return nil }
    let key = Key(region: region, area: area, programme: programme)
    return Entry(key: key, month: month, fen: money.fen, status: status, row: row)
  }

  /// All months are of one year, and the horizon covers what is left of it.
  private func isInHorizon(_ last: Month, _ entries: [Entry], _ columns: NamedColumns) -> Bool {
    let horizon = model.scenario.horizon
    let others = entries.filter { $0.month.year != last.year }
    for one in others {
      fault(.paidYear, one, columns, "各月应属同一年", "all months must be of one year")
    }
    let rest = Month(year: last.year, month: min(12, last.month + 1))
    guard horizon.contains(rest), horizon.contains(Month(year: last.year, month: 12)) else {
      let row = entries.first { $0.month == last }
      fault(
        .paidYear, row, columns, "测算期不含\(last.year)年余下各月",
        "the horizon does not cover the rest of \(last.year)")
      return false
    }
    return others.isEmpty
  }

  private func table(_ entries: [Entry], _ last: Month, _ columns: NamedColumns) -> PaidTable? {
    var order: [Key] = []
    var byKey: [Key: [Entry]] = [:]
    for one in entries {
      if byKey[one.key] == nil { order.append(one.key) }
      byKey[one.key, default: []].append(one)
    }
    var owner: [[Int: Key]] = Array(repeating: [:], count: model.programmes.count)
    var series: [PaidTable.Series] = []
    var isSound = true
    for key in order {
      let rows = (byKey[key] ?? []).sorted { ($0.month, $0.row) < ($1.month, $1.row) }
      isSound = isComplete(rows, last, columns) && isSound
      let cells = cells(of: key)
      if let first = rows.first, let twice = cells.first(where: { owner[key.programme][$0] != nil }) {
        let other = owner[key.programme][twice]
        fault(
          .paidTwice, first, columns, "与\(other?.region.text ?? "")的数重复",
          "this money is also in the rows of \(other?.region.text ?? "")")
        isSound = false
      }
      if cells.isEmpty, let first = rows.first {
        fault(.paidValue, first, columns, "该区划没有这一地域", "the region has no such area")
        isSound = false
      }
      for cell in cells { owner[key.programme][cell] = key }
      series.append(
        PaidTable.Series(
          programme: key.programme, cells: cells, fen: rows.map(\.fen),
          status: rows.map(\.status).max() ?? .observed,
          spans: rows.map { columns.span($0.row, columns.has("fen") ? "fen" : "cny") }))
    }
    return isSound ? PaidTable(year: last.year, through: last, series: series) : nil
  }

  /// One row for each month from January to the last.
  private func isComplete(_ rows: [Entry], _ last: Month, _ columns: NamedColumns) -> Bool {
    for (index, one) in rows.enumerated() where one.month.month != index + 1 {
      let missing = Month(year: last.year, month: min(12, index + 1))
      if one.month < missing {
        fault(.paidTwice, one, columns, "\(one.month)重复", "\(one.month) is given twice")
      } else {
        fault(
          .paidMonths, one, columns, "缺少\(missing)，各月须从1月起连续",
          "\(missing) is missing: months must follow each other from January")
      }
      return false
    }
    guard let end = rows.last, end.month < last else { return true }
    fault(
      .paidMonths, end, columns, "缺少\(end.month.advanced(by: 1))，表中其他项目到\(last)",
      "\(end.month.advanced(by: 1)) is missing: other rows go up to \(last)")
    return false
  }

  private func cells(of key: Key) -> [Int] {
    let leaves = Set(model.space.tree.leaves(under: key.region).map(\.code))
    return model.space.cells.indices.filter { cell in
      let place = model.space.cells[cell]
      return leaves.contains(place.region) && (key.area == .all || place.area == key.area)
    }
  }

  private func fault(
    _ code: DiagnosticCode, _ entry: Entry?, _ columns: NamedColumns, _ zh: String, _ en: String
  ) {
    let name =
      code.id == DiagnosticCode.paidTwice.id || code.id == DiagnosticCode.paidValue.id ? "region" : "month"
    bag.error(code.id, at: columns.span(entry?.row ?? -1, name), Bilingual(zh: zh, en: en))
  }
}

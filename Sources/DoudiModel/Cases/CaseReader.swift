import DoudiInputs
import DoudiUnits

/// Reads a list of households: region,area,household,persons,income_pc,outlay_pc,grant; money in CNY,
/// income and outlays per person and month.
struct CaseReader {
  static let columns = ["region", "area", "household", "persons", "income_pc", "outlay_pc", "grant"]

  let rows: CSVTable
  /// nil: any region.
  let tree: RegionTree?
  let bag: DiagnosticBag

  func read() -> [HouseholdCase] {
    guard let list = ListReader(rows, columns: Self.columns, bag: bag) else { return [] }
    var seen: Set<String> = []
    return (0..<rows.rowCount).compactMap { row in
      guard let one = household(row, list) else { return nil }
      guard seen.insert("\(one.region),\(one.name)").inserted else {
        list.fault(row, "household", zh: "“\(one.name)”已在表中", en: "\"\(one.name)\" is listed already")
        return nil
      }
      return one
    }
  }

  private func household(_ row: Int, _ list: ListReader) -> HouseholdCase? {
    let region = list.leaf(row, tree)
    let (area, name, persons) = (area(row, region, list), list.name(row, "household"), persons(row, list))
    let (income, outlay) = (list.number(row, "income_pc"), list.number(row, "outlay_pc"))
    let grant = list.number(row, "grant")
    if list.text(row, "income_pc").isEmpty, list.text(row, "grant").isEmpty {
      list.fault(row, "income_pc", zh: "收入与救助金至少写一项", en: "give an income or a grant")
    }
    guard let region, let area, let name, let persons else { return nil }
    return HouseholdCase(
      region: region, area: area, name: name, persons: persons, income: income, outlay: outlay, grant: grant,
      span: list.span(row, "household"))
  }

  private func area(_ row: Int, _ region: RegionCode?, _ list: ListReader) -> Area? {
    let text = list.text(row, "area")
    let known = region.flatMap { tree?.region($0)?.areas } ?? Area.allCases
    if let area = Area(id: text), known.contains(area) { return area }
    let words = known.map(\.id).joined(separator: ", ")
    list.fault(row, "area", zh: "“\(text)”应为\(words)之一", en: "\"\(text)\" must be one of \(words)")
    return nil
  }

  private func persons(_ row: Int, _ list: ListReader) -> Rational? {
    let text = list.text(row, "persons")
    if let value = Rational(decimal: text), value >= .one, value.denominator == 1 { return value }
    list.fault(row, "persons", zh: "“\(text)”不是人数", en: "\"\(text)\" is not a number of members")
    return nil
  }
}

import DoudiInputs
import DoudiUnits

/// Reads a list of units with their size: region,kind,unit,persons,households,status,source.
struct UnitReader {
  static let columns = ["region", "kind", "unit", "persons", "households", "status", "source"]

  let rows: CSVTable
  /// nil: any region.
  let tree: RegionTree?
  /// The kinds that some norm divides by size, and by which; nil: any kind.
  let sizes: [String: Set<String>]?
  let bag: DiagnosticBag

  func read() -> [ListedUnit] {
    guard let list = ListReader(rows, columns: Self.columns, bag: bag) else { return [] }
    var seen: Set<String> = []
    return (0..<rows.rowCount).compactMap { row in
      guard let unit = unit(row, list) else { return nil }
      guard seen.insert("\(unit.region),\(unit.kind),\(unit.name)").inserted else {
        list.fault(row, "unit", zh: "“\(unit.name)”已在表中", en: "\"\(unit.name)\" is listed already")
        return nil
      }
      return unit
    }
  }

  private func unit(_ row: Int, _ list: ListReader) -> ListedUnit? {
    let (region, kind) = (list.leaf(row, tree), kind(row, list))
    let (name, status) = (list.name(row, "unit"), status(row, list))
    let (persons, households) = (list.number(row, "persons"), list.number(row, "households"))
    guard let region, let kind, let name, let status else { return nil }
    if status == .observed, list.text(row, "source").isEmpty {
      list.fault(row, "source", zh: "观测数据须写来源", en: "an observed figure needs a source")
    }
    for size in sizes?[kind] ?? [] where list.text(row, size).isEmpty {
      list.fault(
        row, size, zh: "规则按此列分档，不能为空",
        en: "a rule divides units by this column: it must not be empty")
    }
    return ListedUnit(
      region: region, kind: kind, name: name, persons: persons, households: households, status: status,
      span: list.span(row, "unit"))
  }

  private func kind(_ row: Int, _ list: ListReader) -> String? {
    guard let kind = list.name(row, "kind") else { return nil }
    guard let sizes, sizes[kind] == nil else { return kind }
    let near = nearestName(to: kind, among: sizes.keys.sorted())
    list.bag.error(
      "DD1417", at: list.span(row, "kind"),
      Bilingual(zh: "没有规则按大小区分“\(kind)”", en: "no rule divides \"\(kind)\" by size"),
      hint: near.map { Bilingual(zh: "是否想写“\($0)”？", en: "did you mean \"\($0)\"?") })
    return nil
  }

  private func status(_ row: Int, _ list: ListReader) -> Status? {
    let text = list.text(row, "status")
    if let status = Status(id: text) { return status }
    list.fault(row, "status", zh: "“\(text)”不是数据状态", en: "\"\(text)\" is not a status")
    return nil
  }
}

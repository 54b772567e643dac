import DoudiInputs
import DoudiUnits

/// Reads a list of issued money: region,year,fund,tier,batch,amount,unit,status,source.
struct TransferReader {
  let rows: CSVTable
  /// nil: any fund.
  let funds: [String]?
  /// nil: any region.
  let tree: RegionTree?
  let bag: DiagnosticBag

  static let columns = ["region", "year", "fund", "tier", "batch", "amount", "unit", "status", "source"]

  func read() -> [Transfer] {
    let places = Self.columns.map { rows.column(named: $0) }
    for (name, place) in zip(Self.columns, places) where place == nil {
      bag.error(
        "DD1408", at: rows.headerSpan(column: 0),
        Bilingual(zh: "下达表缺少“\(name)”列", en: "the transfer list lacks column \"\(name)\""))
    }
    let columns = places.compactMap { $0 }
    guard columns.count == Self.columns.count else { return [] }
    return (0..<rows.rowCount).compactMap { transfer($0, columns) }
  }

  private func transfer(_ row: Int, _ columns: [Int]) -> Transfer? {
    func text(_ position: Int) -> String { rows.field(row: row, column: columns[position]) }
    func fault(_ position: Int, _ zh: String, _ en: String) {
      bag.error("DD1409", at: rows.span(row: row, column: columns[position]), Bilingual(zh: zh, en: en))
    }
    guard let region = RegionCode(text(0)), tree.map({ $0.region(region) != nil }) ?? true else {
      fault(0, "方案中没有区划“\(text(0))”", "the scenario has no region \"\(text(0))\"")
      return nil
    }
    guard let year = Int(text(1)), (1990...2199).contains(year) else {
      fault(1, "“\(text(1))”不是年份", "\"\(text(1))\" is not a year")
      return nil
    }
    guard let fund = funds.map({ $0.firstIndex(of: text(2)) }) ?? 0 else {
      fault(2, "没有资金“\(text(2))”", "there is no fund \"\(text(2))\"")
      return nil
    }
    guard let tier = Tier(id: text(3)) else {
      fault(3, "“\(text(3))”不是层级", "\"\(text(3))\" is not a tier")
      return nil
    }
    guard let value = Rational(decimal: text(5)) else {
      fault(5, "“\(text(5))”不是数字", "\"\(text(5))\" is not a number")
      return nil
    }
    guard let factor = Measure(text: text(6))?.factor(to: Units.cny) else {
      fault(6, "“\(text(6))”不是金额单位", "\"\(text(6))\" is not a unit of money")
      return nil
    }
    guard let amount = Money(yuan: value * factor) else {
      fault(5, "金额过大", "the amount is too large")
      return nil
    }
    guard let status = Status(id: text(7)) else {
      fault(7, "“\(text(7))”不是数据状态", "\"\(text(7))\" is not a status")
      return nil
    }
    return Transfer(
      region: region, year: year, fund: fund, tier: tier, batch: text(4), amount: amount, status: status)
  }
}

import DoudiUnits

/// Reads the rows of a region file and gives a code to those without one.
struct RegionReader {
  private let table: CSVTable
  private let columns: [Int]
  private let bag: DiagnosticBag
  private var isGood = true
  private var unnumbered: [RegionCode: Int] = [:]

  static let codeSystems = ["gbt2260", "stat", "own"]

  init(table: CSVTable, columns: [Int], bag: DiagnosticBag) {
    (self.table, self.columns, self.bag) = (table, columns, bag)
  }

  /// All regions in file order; nil where a row has a fault.
  mutating func readAll() -> [Region]? {
    var regions: [Region] = []
    var firstLines: [RegionCode: Int] = [:]
    for row in 0..<table.rowCount {
      guard let region = read(row: row) else { continue }
      if let line = firstLines[region.code] {
        fault(
          .duplicateRegion, row, 0,
          Bilingual(zh: "区划 \(region.code) 重复", en: "region \(region.code) is given twice"),
          hint: Bilingual(zh: "第一次在第 \(line) 行", en: "first on line \(line)"))
        continue
      }
      firstLines[region.code] = region.span.start.line
      regions.append(region)
    }
    return isGood ? regions : nil
  }

  private mutating func read(row: Int) -> Region? {
    let parent = parent(row)
    let code = code(row, parent: parent)
    let tier = Tier(id: text(row, 4))
    if tier == nil { choice(.badTier, row, 4, Tier.allCases.map(\.id)) }
    let areas = areas(row)
    let system = text(row, 6)
    let isKnown = Self.codeSystems.contains(system)
    if !isKnown { choice(.badCodeSystem, row, 6, Self.codeSystems) }
    let name = Bilingual(zh: text(row, 2), en: text(row, 3))
    let isNamed = !name.zh.isEmpty && !name.en.isEmpty
    if !isNamed { fault(.regionNameMissing, row, name.zh.isEmpty ? 2 : 3) }
    guard let code, let tier, let areas, isKnown, isNamed else { return nil }
    return Region(
      code: code, parent: parent, name: name, tier: tier, areas: areas, codeSystem: system,
      span: table.span(row: row, column: columns[text(row, 0).isEmpty ? 2 : 0]))
  }

  private static let codeHint = Bilingual(zh: "六位数字，或再加 -Z01", en: "six digits, or these and -Z01")

  private mutating func parent(_ row: Int) -> RegionCode? {
    let written = text(row, 1)
    if written.isEmpty { return nil }
    let code = RegionCode(written)
    if code == nil { fault(.badRegionCode, row, 1, hint: Self.codeHint) }
    return code
  }

  /// The row's code; where it is empty, the parent's + "-Z" + the row's number among such siblings.
  private mutating func code(_ row: Int, parent: RegionCode?) -> RegionCode? {
    let written = text(row, 0)
    if !written.isEmpty {
      let code = RegionCode(written)
      if code == nil { fault(.badRegionCode, row, 0, hint: Self.codeHint) }
      return code
    }
    guard let parent else {
      let hint = Bilingual(zh: "没有代码的区划要写上级代码", en: "a region without a code needs its parent's")
      if text(row, 1).isEmpty { fault(.badRegionCode, row, 0, hint: hint) }
      return nil
    }
    let number = unnumbered[parent, default: 0] + 1
    unnumbered[parent] = number
    guard number <= 99 else {
      fault(.tooManySiblings, row, 0)
      return nil
    }
    return RegionCode("\(parent)-Z\(number < 10 ? "0" : "")\(number)")
  }

  private mutating func areas(_ row: Int) -> [Area]? {
    let words = text(row, 5).split(separator: " ")
    let areas = Set(words.compactMap { Area(id: $0) })
    guard areas.count == words.count, !areas.contains(.all) || areas.count == 1 else {
      let hint = Bilingual(
        zh: "写 urban rural、其中之一，或 all", en: "write \"urban rural\", one of them, or \"all\"")
      fault(.badAreas, row, 5, hint: hint)
      return nil
    }
    return areas.sorted()
  }

  private func text(_ row: Int, _ column: Int) -> String { table.field(row: row, column: columns[column]) }

  private mutating func fault(
    _ code: DiagnosticCode, _ row: Int, _ column: Int, _ message: Bilingual? = nil, hint: Bilingual? = nil
  ) {
    isGood = false
    bag.error(code, at: table.span(row: row, column: columns[column]), message ?? code.meaning, hint: hint)
  }

  private mutating func choice(_ code: DiagnosticCode, _ row: Int, _ column: Int, _ accepted: [String]) {
    fault(code, row, column, hint: ObservationFaults.choice(text(row, column), accepted))
  }
}

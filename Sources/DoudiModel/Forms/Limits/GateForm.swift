import DoudiInputs
import DoudiUnits

/// Programmes must be cleared before they are budgeted.
///
///     value = number of programmes with money in the year that are not on the cleared list;  bound = 0
///
/// Without a list in the scenario the gate is undecidable.
struct GateForm: LimitForm {
  static let name = "gate"
  static let summary = Bilingual(zh: "预算准入", en: "programmes must be cleared before they are budgeted")
  static let keys: [FormKey] = [
    .optional(
      "programmes", .programmes, zh: "须经研究的项目（默认全部）", en: "programmes that need clearance (all by default)")
  ]

  let programmes: [Int]?

  init?(_ reader: FormReader) {
    programmes = reader.has("programmes") ? reader.programmes("programmes") : nil
  }

  func verdicts(rule: RuleHeader, books: ClosedBooks) -> [Verdict] {
    books.nodes.flatMap { node in
      books.years.map { year in verdict(rule, node.region, node.leaves, year, books) }
    }
  }

  private func verdict(
    _ rule: RuleHeader, _ region: Region, _ leaves: [Int], _ year: Int, _ books: ClosedBooks
  ) -> Verdict {
    guard let cleared = books.cleared else {
      return Verdict(
        rule: rule, region: region.code, period: .year(year), value: nil, bound: .zero, isFloor: false,
        unit: "count", status: .open,
        note: Bilingual(
          zh: "方案未写cleared，无从判断：写cleared: [项目代号]或cleared: all",
          en: "the scenario has no cleared list: write cleared: [PROGRAMME] or cleared: all"))
    }
    let missing = (programmes ?? Array(books.programmes.indices)).filter { position in
      !cleared.contains(books.programmes[position])
        && books.spent(leaves: leaves, year: year, programme: { $0 == position }) != .zero
    }
    let names = missing.map { books.programmes[$0] }.joined(separator: ", ")
    return Verdict(
      rule: rule, region: region.code, period: .year(year), value: Rational(missing.count), bound: .zero,
      isFloor: false, unit: "count", status: .stated,
      note: missing.isEmpty ? nil : Bilingual(zh: "未经研究通过：\(names)", en: "not cleared: \(names)"))
  }
}

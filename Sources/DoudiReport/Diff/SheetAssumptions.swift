import DoudiInputs
import DoudiUnits

/// Assumptions in the words of a workbook: "城镇 27.6；农村 38.7 %".
///
/// A workbook has them as people read them. So a run on the other side is put into the same words, and not the
/// words taken apart.
struct SheetAssumptions {
  let language: Language
  /// Names of regions by code.
  let names: [String: Bilingual]

  /// name, value, unit (empty), status: of sheet 参数与依据; nil where it has none.
  static func table(_ book: ReadWorkbook) -> RecordTable? {
    guard let grid = book.grid(Labels.sheetParameters) else { return nil }
    let heading = [Labels.name, Labels.setTo, Labels.statusTitle].map { $0.text(book.language) }
    let statuses = Dictionary(
      Status.allCases.map { (Labels.status($0).text(book.language), $0.id) }
    ) { first, _ in first }
    var rows: [[String]] = []
    var isWithin = false
    for row in 0..<grid.rowCount {
      let cells = (0..<3).map { grid.text(row, $0) ?? grid.cell(row, $0)?.number ?? "" }
      if cells == heading {
        isWithin = true
      } else if cells[2].isEmpty {
        isWithin = false
      } else if isWithin {
        rows.append([cells[0], cells[1], "", statuses[cells[2]] ?? cells[2]])
      }
    }
    return table(rows)
  }

  private static func table(_ rows: [[String]]) -> RecordTable? {
    RecordTable(
      Table(
        id: "assumptions", title: Labels.assumptions,
        columns: ["name", "value", "unit", "status"].enumerated().map { place, name in
          Column(name, .texts(rows.map { $0[place] }))
        }))
  }

  /// The same of a table of any other export.
  func table(_ other: RecordTable?) -> RecordTable? {
    guard let other else { return nil }
    return Self.table(
      (0..<other.rowCount).map { row in
        func text(_ name: String) -> String { other.text(row, name) ?? "" }
        return [text("name"), words(text("value"), text("unit")), "", text("status")]
      })
  }

  /// "urban 27.6; rural 38.7" and "%" as the sheet has them.
  func words(_ value: String, _ unit: String) -> String {
    let parts = value.split(separator: "; ", omittingEmptySubsequences: false).map {
      self.part(String($0), unit)
    }
    let joined = parts.map(\.text).joined(separator: language == .zh ? "；" : "; ")
    guard parts.contains(where: \.isValue) else { return joined }
    let isOne = parts.allSatisfy { $0.isOne || !$0.isValue }
    let behind = Labels.unit(unit, of: isOne ? "1" : "2").text(language)
    return behind.isEmpty ? joined : joined + " " + behind
  }

  /// The number of "7.9 %/year" where the unit is that one; nil for more than one number, and for yes and no.
  static func number(_ words: String, of unit: String, _ language: Language) -> String? {
    let numbers = ["1", "2"].compactMap { count -> String? in
      let behind = Labels.unit(unit, of: count).text(language)
      guard !behind.isEmpty else { return words }
      return words.hasSuffix(" " + behind) ? String(words.dropLast(behind.count + 1)) : nil
    }
    return numbers.first { unit != "flag" && Rational(decimal: $0) != nil }
  }

  private func part(_ text: String, _ unit: String) -> (text: String, isValue: Bool, isOne: Bool) {
    var rest = text.split(separator: " ").map(String.init)
    var words: [String] = []
    if rest.count > 1, let name = names[rest[0]] {
      words.append(name.text(language))
      rest.removeFirst()
    }
    if rest.count > 1, let area = Area(id: rest[0]) {
      words.append(Labels.area(area).text(language))
      rest.removeFirst()
    }
    let figures = rest.filter { !$0.hasSuffix(":") }.map { $0.hasSuffix(",") ? String($0.dropLast()) : $0 }
    let isValue = !figures.isEmpty && figures.allSatisfy { Rational(decimal: $0) != nil }
    if unit == "flag", isValue {
      rest = rest.map { one in
        one == "1" || one == "0" ? Labels.flag(one == "1").text(language) : one
      }
    }
    return ((words + rest).joined(separator: " "), isValue, figures.allSatisfy { $0 == "1" })
  }
}

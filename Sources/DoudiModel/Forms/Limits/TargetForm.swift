import DoudiInputs
import DoudiUnits

/// A rate, or a datum the scenario gives, must reach a value by a date.
///
///     value = sum of the part / sum of the whole in December of the year
///
/// Years before the target year are reported as not due; a target year before the horizon
/// prints that the date has passed and is tested in every year.
struct TargetForm: LimitForm {
  static let name = "target"
  static let summary = Bilingual(zh: "到期目标", en: "a rate must reach a value by a date")
  static let keys: [FormKey] = [
    .optional("of", .rule, zh: "集中供养率等规则", en: "rule that steers the rate"),
    .optional("datum", .newName, zh: "数据名", en: "datum given by the scenario"),
    .required("at_least", .term(unit: "%"), zh: "目标值", en: "the value"),
    .required("by", .term(unit: "1"), zh: "目标年份", en: "year by whose end it is due"),
  ]

  let rate: String?
  let datum: String?
  let least: Term
  let by: Term

  init?(_ reader: FormReader) {
    rate = reader.has("of") ? reader.rule("of", form: InstitutionalRateForm.name) : nil
    datum = reader.text("datum")
    let (least, by) = (reader.term("at_least", unit: "%", .share), reader.term("by", unit: "1", .whole))
    guard let least, let by else { return nil }
    (self.least, self.by) = (least, by)
    guard reader.has("of") != reader.has("datum") else {
      reader.fault("DD1314", "of", Bilingual(zh: "of与datum须且只须写一个", en: "write either of or datum"))
      return nil
    }
  }

  var datumRead: (name: String, unit: String)? { datum.map { ($0, "%") } }

  func verdicts(rule: RuleHeader, books: ClosedBooks) -> [Verdict] {
    books.nodes.flatMap { node in
      books.years.map { year in verdict(rule, node.region, node.leaves, year, books) }
    }
  }

  private func verdict(
    _ rule: RuleHeader, _ region: Region, _ leaves: [Int], _ year: Int, _ books: ClosedBooks
  ) -> Verdict {
    let world = books.world
    let cell = leaves.first.map { world.space.whole[$0] } ?? 0
    let month = min(Month(year: year, month: 12), world.horizon.last)
    let due = Int(world.figure(by, cell, month).value.floor)
    let bound = world.figure(least, cell, month)
    let found = value(region, leaves, month, books)
    let isDue = year >= due
    var note: Bilingual?
    if due < world.horizon.first.year {
      note = Bilingual(zh: "期限已过（\(due)年），继续检验", en: "date has passed (\(due)), still tested")
    } else if !isDue {
      note = Bilingual(zh: "\(due)年底到期，尚未到期", en: "due at the end of \(due), not yet")
    }
    if let datum, isDue, found == nil {
      let missing = Bilingual.datumMissing(datum, unit: "%")
      note = note.map { Bilingual(zh: "\($0.zh)；\(missing.zh)", en: "\($0.en); \(missing.en)") } ?? missing
    }
    return Verdict(
      rule: rule, region: region.code, period: .year(year), value: isDue ? found?.value : nil,
      bound: bound.value, isFloor: true, unit: "%", status: max(bound.status, found?.status ?? .assumed),
      note: note)
  }

  private func value(_ region: Region, _ leaves: [Int], _ month: Month, _ books: ClosedBooks) -> Figure? {
    if let datum { return books.datum(datum, region: region.code, year: month.year) }
    guard let rate, let history = books.world.rates[rate] else { return nil }
    var (part, whole, status) = (0.0, 0.0, Status.stated)
    for cell in leaves.flatMap({ books.world.space.people(inLeaf: $0) }) {
      part += history.part.persons(cell, month)
      whole += history.whole.persons(cell, month)
      status = max(status, history.part.status[cell])
    }
    guard whole > 0 else { return nil }
    // Six decimals of a per cent: the rate is a ratio of two doubles.
    return Figure(Rational(Int128((part / whole * 100_000_000).rounded()), over: 1_000_000), status)
  }
}

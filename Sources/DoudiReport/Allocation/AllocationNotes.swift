import DoudiAllocation
import DoudiAnalysis
import DoudiInputs
import DoudiUnits

/// What stands above and below an allocation's table.
struct AllocationNotes {
  let report: AllocationReport
  let printed: PrintedAmounts

  private var spec: AllocationSpec { report.spec }
  private var split: AllocationSplit { report.split }

  /// The pot, the method, and what the result rests on, the weakest first.
  var lead: [Bilingual] {
    let pot = printed.text(Rational(Int128(split.pot), over: 1))
    let source = spec.envelope?.source
    let method = Labels.method(spec.method)
    let first = Bilingual(
      zh: "资金总额\(pot.zh)，\(method.zh)" + (source.map { "（\($0)）" } ?? ""),
      en: "Pot \(pot.en), \(method.en)" + (source.map { " (\($0))" } ?? ""))
    var lines = [first]
    if case .run(let need) = spec.need { lines.append(need.words) }
    return lines + Status.allCases.reversed().compactMap(basis)
  }

  /// "Assumed: a 60 % (why), b".
  private func basis(_ status: Status) -> Bilingual? {
    let figures = spec.figures.filter { $0.status == status }
    let notes = spec.columnNotes.filter { $0.status == status }
    guard !figures.isEmpty || !notes.isEmpty else { return nil }
    func text(_ language: Language) -> String {
      let written = figures.map { "\($0.name) \($0.text)" + Self.reason($0.why, language) }
      let columns = notes.map { $0.name + Self.reason($0.why, language) }
      return (written + columns).joined(separator: language == .zh ? "；" : "; ")
    }
    let label = Labels.status(status)
    return Bilingual(zh: "\(label.zh)：\(text(.zh))", en: "\(label.en): \(text(.en))")
  }

  private static func reason(_ why: Bilingual?, _ language: Language) -> String {
    guard let why else { return "" }
    return language == .zh ? "（\(why.zh)）" : " (\(why.en))"
  }

  /// Multiplier, money moved, ties.
  var footer: [Bilingual] {
    var lines: [Bilingual] = []
    if let multiplier = split.multiplier {
      let text = Self.short(multiplier.double / (spec.unit.perYuan?.double ?? 1))
      let unit = spec.unit == .seat ? Labels.seats : MoneyUnit.yuan.label
      lines.append(
        Bilingual(
          zh: "系数：未触及上下限的地区每单位权重得\(text)\(unit.zh)",
          en: "Multiplier: \(text) \(unit.en) for a weight of 1, where no bound holds"))
    }
    let up = report.moved { max(0, $0) }
    if up > 0 || report.moved({ max(0, -$0) }) > 0 {
      let (more, less) = (amount(up), amount(report.moved { max(0, -$0) }))
      lines.append(
        Bilingual(
          zh: "上下限使一些地区多得\(more.zh)，另一些少得\(less.zh)",
          en: "Bounds gave some \(more.en) more, others \(less.en) less"))
    }
    if split.remainder > 0 {
      let left = amount(split.remainder)
      lines.append(Bilingual(zh: "分不出去的：\(left.zh)", en: "Left with nobody: \(left.en)"))
    }
    return lines + split.ties.map(tie) + machine
  }

  private func amount(_ units: Int64) -> Bilingual { printed.text(Rational(Int128(units), over: 1)) }

  /// Regions that a line names; rounding.csv has all.
  private static let mostNamed = 12

  private func tie(_ tie: Tie) -> Bilingual {
    func names(_ rows: [Int], _ language: Language) -> String {
      let named = rows.prefix(Self.mostNamed).map { report.rows.rows[$0].name.text(language) }
      let more = rows.count - named.count
      let list = named.joined(separator: language == .zh ? "、" : ", ")
      return more > 0 ? list + (language == .zh ? "等\(rows.count)个" : " and \(more) more") : list
    }
    return Bilingual(
      zh: "末位单位并列：\(names(tie.rows, .zh))；由\(names(tie.winners, .zh))得（表中在前）",
      en:
        "Equal at the last unit: \(names(tie.rows, .en)); it went to \(names(tie.winners, .en)), first in the table"
    )
  }

  private var machine: [Bilingual] {
    var lines: [Bilingual] = []
    if split.weightsScaled {
      lines.append(Bilingual(zh: "权重位数太多，已截短", en: "Weights had too many digits and were cut"))
    }
    if split.boundsRounded {
      lines.append(
        Bilingual(zh: "上下限已向内取整到百万分之一单位", en: "Bounds were rounded inward to a millionth of a unit"))
    }
    return lines
  }

  /// What the prices are of.
  static func ofProgram(_ report: AllocationReport) -> [Bilingual] {
    guard let program = report.split.program else { return [] }
    let (value, unit) = (short(program.objective), report.spec.unit.rawValue)
    return report.spec.keepsNearFormula
      ? [
        Bilingual(
          zh: "目标：与公式测算的偏差之和最小，\(value) \(unit)；影子价格：限值每放宽1\(unit)，偏差变动多少",
          en:
            "Aim: least sum of deviations from the formula, \(value) \(unit). Price: what one \(unit) more of the bound changes it by"
        )
      ]
      : [
        Bilingual(
          zh: "目标：最低的“占需求比例”最大，\(value)；影子价格：限值每放宽1\(unit)，该比例变动多少",
          en:
            "Aim: the largest least amount / need, \(value). Price: what one \(unit) more of the bound changes it by"
        )
      ]
  }

  /// About six digits.
  static func short(_ value: Double) -> String {
    guard value.isFinite else { return "—" }
    // What a solver leaves of sums that cancel.
    if value.magnitude < 1e-15 { return "0" }
    let large = value.magnitude >= 1
    if large, value.magnitude < 1e12 {
      return NumberText.real(value, places: value.magnitude >= 1000 ? 2 : 4)
    }
    return "\(Float(value))"
  }
}

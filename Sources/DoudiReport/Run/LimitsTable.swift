import DoudiInputs
import DoudiModel
import DoudiUnits

extension RunReport {
  /// The limits of the whole place by year: figure, bound, slack, verdict, clause.
  public func limitsTable(_ unit: MoneyUnit) -> Table {
    limitsTable(
      verdicts.filter { $0.region == root.code }, name: Labels.limits, withRegion: false, unit)
  }

  /// Every limit at every node.
  public func auditTable(_ unit: MoneyUnit) -> Table {
    limitsTable(
      verdicts, name: Labels.limits, withRegion: model.space.tree.regions.count > 1, unit)
  }

  /// Verdicts, those of successive years in one row where nothing differs; remarks below.
  func limitsTable(
    _ verdicts: [Verdict], name: Bilingual, withRegion: Bool, _ unit: MoneyUnit
  ) -> Table {
    let shown = VerdictSpan.merged(verdicts)
    let first = shown.map(\.verdict)
    let rules = Dictionary(model.limits.map { ($0.header.id, $0.header) }) { first, _ in first }
    let names = first.map { verdict -> Bilingual? in
      let rule = rules[verdict.rule]?.name ?? Bilingual(zh: "", en: "")
      return Bilingual(zh: "\(verdict.id) \(rule.zh)", en: "\(verdict.id) \(rule.en)")
    }
    func figures(_ key: KeyPath<Verdict, Rational?>) -> Values {
      unit == .yuan
        ? .rounded(first.map { $0[keyPath: key] })
        : .numbers(first.map { Self.shown($0[keyPath: key], $0, unit) })
    }
    // What is printed agrees: the slack of money is the difference of the printed figures.
    func slack(_ one: Verdict) -> Rational? {
      guard Self.isMoney(one), let value = one.value, let bound = one.bound, let slack = one.slack,
        let (a, b) = Self.pair(Self.shown(value, one, unit), Self.shown(bound, one, unit))
      else { return Self.shown(one.slack, one, unit) }
      return slack == bound - value ? b - a : a - b
    }
    var columns = [Column("limit", Labels.limit, .notes(names), width: 30)]
    if withRegion { columns.append(regionColumn(first)) }
    columns += [
      Column("period", Labels.period, .texts(shown.map(\.period))),
      Column("value", Labels.value, figures(\.value)),
      Column("bound", Labels.bound, figures(\.bound)),
      Column(
        "slack", Labels.slack, unit == .yuan ? figures(\.slack) : .numbers(first.map(slack))),
      Column(
        "unit", Labels.unit, .notes(first.map { Self.isMoney($0) ? unit.label : Labels.unit($0.unit) }),
        width: 15),
      Column("strictness", Labels.strictnessTitle, .notes(first.map { Labels.strictness($0.strictness) })),
      Column("verdict", Labels.verdict, .notes(first.map(Self.verdictText))),
      Column("clause", Labels.clause, .texts(first.map { rules[$0.rule]?.citation.clause }), width: 14),
    ]
    let marked = first.contains { Self.restsOnAssumptions($0) }
    return Table(
      id: "limits", title: title(name, unit: nil), lead: [basisLine], columns: columns,
      notes: (marked ? [Labels.assumedMark] : []) + remarks(shown, unit))
  }

  private static func pair(_ a: Rational?, _ b: Rational?) -> (Rational, Rational)? {
    guard let a, let b else { return nil }
    return (a, b)
  }

  static func isMoney(_ verdict: Verdict) -> Bool { verdict.unit == "CNY" }

  /// A figure to two places; money in the unit of the screen, to the yuan in 10,000s.
  static func shown(_ value: Rational?, _ verdict: Verdict, _ unit: MoneyUnit) -> Rational? {
    guard let value, value.isRepresentable else { return value }
    guard isMoney(verdict) else {
      return Rational(decimal: value.shortText(maximumPlaces: 2)) ?? value
    }
    return Rational(decimal: (value / Rational(unit.yuan)).shortText(maximumPlaces: 4)) ?? value
  }

  private static func restsOnAssumptions(_ verdict: Verdict) -> Bool {
    verdict.status >= .assumed && verdict.slack != nil
  }

  private static func verdictText(_ verdict: Verdict) -> Bilingual? {
    let label = Labels.finding(verdict.finding)
    return restsOnAssumptions(verdict) ? Bilingual(zh: label.zh + " *", en: label.en + " *") : label
  }

  /// What is to be known beside the figures, money in the unit of the table.
  private static func note(_ verdict: Verdict, _ unit: MoneyUnit) -> Bilingual? {
    guard let topUp = verdict.topUp, unit != .yuan else { return verdict.note }
    let text = NumberText.scaled(MoneyGrid.rounded(topUp.fen, unit.quantum), places: unit.places)
    return Labels.toppedUp(text, unit.label)
  }

  /// One line for each different remark of a limit, from the first to the last period it is made
  /// in: "W03 2027–2029：…".
  private func remarks(_ shown: [VerdictSpan], _ unit: MoneyUnit) -> [Bilingual] {
    var found: [(verdict: Verdict, note: Bilingual, first: String, last: String)] = []
    for span in shown {
      guard let note = Self.note(span.verdict, unit) else { continue }
      let (id, region) = (span.verdict.id, span.verdict.region)
      let known = found.firstIndex { $0.verdict.id == id && $0.verdict.region == region && $0.note == note }
      if let known {
        found[known].last = max(found[known].last, span.last)
      } else {
        found.append((span.verdict, note, "\(span.verdict.period)", span.last))
      }
    }
    return found.map { one in
      let period = one.first == one.last ? one.first : "\(one.first)–\(one.last)"
      let place = one.verdict.region == root.code ? Bilingual(zh: "", en: "") : placeName(one.verdict.region)
      return Bilingual(
        zh: "\(one.verdict.id) \(place.zh)\(period)：\(one.note.zh)",
        en: "\(one.verdict.id) \(place.en)\(period): \(one.note.en)")
    }
  }

  private func placeName(_ code: RegionCode) -> Bilingual {
    let name = model.space.tree.region(code)?.name ?? Bilingual(zh: code.text, en: code.text)
    return Bilingual(zh: name.zh + " ", en: name.en + " ")
  }

  private func regionColumn(_ shown: [Verdict]) -> Column {
    let regions = model.space.tree.regions
    let place = Dictionary(regions.enumerated().map { ($1.code, Int32($0)) }) { first, _ in first }
    let words = regions.map { Word($0.code.text, $0.name) }
    return Column("region", Labels.region, .words(shown.map { place[$0.region] ?? -1 }, words), width: 24)
  }
}

/// Verdicts of successive years that say the same.
struct VerdictSpan {
  /// The first of them.
  let verdict: Verdict
  /// The last one's period.
  private(set) var last: String

  private init(_ verdict: Verdict) {
    self.verdict = verdict
    last = "\(verdict.period)"
  }

  /// "2027" or "2027—2029".
  var period: String {
    let first = "\(verdict.period)"
    return first == last ? first : "\(first)–\(last)"
  }

  /// The verdicts with equal neighbours joined; order is kept.
  static func merged(_ verdicts: [Verdict]) -> [VerdictSpan] {
    var found: [VerdictSpan] = []
    for verdict in verdicts {
      if let previous = found.last?.verdict, isSame(previous, verdict) {
        found[found.count - 1].last = "\(verdict.period)"
      } else {
        found.append(VerdictSpan(verdict))
      }
    }
    return found
  }

  private static func isSame(_ a: Verdict, _ b: Verdict) -> Bool {
    a.rule == b.rule && a.region == b.region && a.value == b.value && a.bound == b.bound && a.slack == b.slack
      && a.status == b.status && a.note == b.note
  }
}

public import DoudiInputs
import DoudiModel
import DoudiUnits

/// The change log of a set that is issued again: what changed since the set before, and why.
enum ChangeLog {
  private struct Line {
    let kind: Word
    let what: Word
    let before: Word?
    let after: Word?
    let unit: String
    let why: Word
  }

  private static func kind(_ id: String, _ zh: String, _ en: String) -> Word {
    Word(id, Bilingual(zh: zh, en: en))
  }

  /// kind, what, before, after, unit, why: first what was told otherwise, then what follows from it.
  /// - Parameters:
  ///   - difference: what differs.
  ///   - isPrinted: true for people, who get values in words; files get them as the tables of the runs have them.
  /// - Returns: the table `changes`.
  static func table(_ difference: RunDifference, isPrinted: Bool = false) -> Table {
    let lines = told(difference) + figures(difference)
    func words(_ word: (Line) -> Word) -> Values { .words(lines.indices.map { Int32($0) }, lines.map(word)) }
    func values(_ value: (Line) -> Word?) -> Values {
      guard isPrinted else {
        return .figures(lines.map { value($0).flatMap { $0.id.isEmpty ? nil : $0.id } })
      }
      return .words(
        lines.indices.map { value(lines[$0]) == nil ? -1 : Int32($0) }, lines.map { value($0) ?? Word("") })
    }
    return Table(
      id: "changes", title: Bilingual(zh: "变动记录", en: "Change log"),
      lead: [
        Bilingual(
          zh: "本册（测算编号\(difference.after.runID)）替代测算编号\(difference.before.runID)",
          en: "This set (run \(difference.after.runID)) takes the place of run \(difference.before.runID)")
      ],
      columns: [
        Column("kind", Labels.inputKindTitle, words { $0.kind }),
        Column("what", Bilingual(zh: "内容", en: "What"), words { $0.what }, width: 40),
        Column("before", Bilingual(zh: "原", en: "Before"), values { $0.before }, width: 24),
        Column("after", Bilingual(zh: "现", en: "Now"), values { $0.after }, width: 24),
        Column(
          "unit", Labels.unit,
          isPrinted
            ? .unitWords(lines.map { $0.unit == "flag" || $0.unit == "1" ? "" : $0.unit })
            : .texts(lines.map(\.unit))),
        Column("why", Bilingual(zh: "原因", en: "Why"), words { $0.why }),
      ],
      notes: (lines.isEmpty ? [difference.words] : [difference.splitNote].compactMap { $0 })
        + difference.notes)
  }

  private static func told(_ difference: RunDifference) -> [Line] {
    let (before, after) = (difference.before, difference.after)
    let program =
      before.program == after.program
      ? []
      : [
        Line(
          kind: kind("program", "程序", "program"), what: kind("program", "程序版本", "program"),
          before: Word(before.program), after: Word(after.program), unit: "", why: Cause.word([.program]))
      ]
    let names = difference.names
    return program + files(difference)
      + difference.inputs.map { one in
        Line(
          kind: kind("input", "输入", "input"), what: names.input(one), before: names.value(one, one.before),
          after: names.value(one, one.after), unit: one.unit, why: Cause.word([one.cause]))
      }
  }

  /// Files that differ, where a side does not tell its inputs by value.
  private static func files(_ difference: RunDifference) -> [Line] {
    guard !difference.tellsInputs else { return [] }
    return difference.files.map { one in
      Line(
        kind: kind("file", "输入文件", "input file"), what: Word(one.path),
        before: one.before.map { Word(String($0.prefix(16))) },
        after: one.after.map { Word(String($0.prefix(16))) }, unit: "", why: Cause.word([one.cause]))
    }
  }

  private static func figures(_ difference: RunDifference) -> [Line] {
    let (why, names) = (Cause.word(difference.causes), difference.names)
    let money = difference.money.map { one in
      Line(
        kind: kind("money", "金额", "money"), what: names.money(one), before: yuan(one.before),
        after: yuan(one.after), unit: "CNY", why: difference.why(one))
    }
    let funding = difference.funding.map { one in
      Line(
        kind: kind("funding", "负担", "who pays"), what: names.funding(one), before: yuan(one.before),
        after: yuan(one.after), unit: "CNY", why: difference.why(one))
    }
    let figureWhy = Cause.word(difference.figureCauses)
    func lines(
      _ all: [FigureChange], _ kind: Word, _ unit: String, _ name: (FigureChange) -> Word
    ) -> [Line] {
      all.map { one in
        Line(
          kind: kind, what: name(one), before: short(one.before), after: short(one.after), unit: unit,
          why: figureWhy)
      }
    }
    let limits = difference.limits.map { one in
      Line(
        kind: kind("limit", "限额", "limit"), what: names.limit(one), before: verdict(one.verdictBefore),
        after: verdict(one.verdictAfter), unit: "", why: why)
    }
    return money + funding
      + lines(difference.standards, kind("standard", "标准", "standard"), "CNY/person/month", names.standard)
      + lines(difference.people, kind("people", "人数", "people"), "persons", names.people) + limits
  }

  private static func yuan(_ fen: Int64) -> Word {
    var buffer = ByteBuffer()
    buffer.append(yuanOf: fen)
    return Word(buffer.text, ChangeNames.plain(NumberText.scaled(fen, places: 2)))
  }

  private static func short(_ text: String) -> Word { Word(Rational(decimal: text)?.shortText() ?? text) }

  private static func verdict(_ id: String?) -> Word? {
    id.map { Word($0, Finding(rawValue: $0).map(Labels.finding) ?? ChangeNames.plain($0)) }
  }
}

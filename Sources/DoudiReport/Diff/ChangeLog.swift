public import DoudiInputs
import DoudiUnits

/// The change log of a set that is issued again: what changed since the set before, and why.
public enum ChangeLog {
  private struct Line {
    let kind: Word
    let what: Word
    let before, after: String?
    let unit: String
    let why: Word
  }

  private static func kind(_ id: String, _ zh: String, _ en: String) -> Word {
    Word(id, Bilingual(zh: zh, en: en))
  }

  /// kind, what, before, after, unit, why: first what was told otherwise, then what follows from it.
  /// - Parameters:
  ///   - difference: what differs.
  ///   - run: the run whose books name the codes; nil: codes stand for themselves.
  /// - Returns: the table `changes`.
  public static func table(_ difference: RunDifference, names run: RunReport? = nil) -> Table {
    let names = run.map(ChangeNames.init) ?? ChangeNames()
    let lines = told(difference, names) + figures(difference, names)
    func words(_ word: (Line) -> Word) -> Values { .words(lines.indices.map { Int32($0) }, lines.map(word)) }
    return Table(
      id: "changes", title: Bilingual(zh: "变动记录", en: "Change log"),
      lead: [
        Bilingual(
          zh: "本册（测算编号\(difference.after.runID)）替代测算编号\(difference.before.runID)",
          en: "This set (run \(difference.after.runID)) takes the place of run \(difference.before.runID)")
      ],
      columns: [
        Column("kind", Labels.inputKindTitle, words(\.kind)),
        Column("what", Bilingual(zh: "内容", en: "What"), words(\.what), width: 40),
        Column("before", Bilingual(zh: "原", en: "Before"), .figures(lines.map(\.before)), width: 24),
        Column("after", Bilingual(zh: "现", en: "Now"), .figures(lines.map(\.after)), width: 24),
        Column("unit", Labels.unit, .texts(lines.map(\.unit))),
        Column("why", Bilingual(zh: "原因", en: "Why"), words(\.why)),
      ], notes: (lines.isEmpty ? [difference.words] : []) + difference.notes)
  }

  private static func told(_ difference: RunDifference, _ names: ChangeNames) -> [Line] {
    var lines: [Line] = []
    let (before, after) = (difference.before, difference.after)
    if before.program != after.program {
      lines.append(
        Line(
          kind: kind("program", "程序", "program"), what: kind("program", "程序版本", "program"),
          before: before.program,
          after: after.program,
          unit: "", why: Cause.word([.program])))
    }
    return lines
      + difference.inputs.map { one in
        Line(
          kind: kind("input", "输入", "input"), what: names.input(one), before: one.before,
          after: one.after,
          unit: one.unit, why: Cause.word([one.cause]))
      }
  }

  private static func figures(_ difference: RunDifference, _ names: ChangeNames) -> [Line] {
    let why = Cause.word(difference.causes)
    func yuan(_ fen: Int64) -> String {
      var buffer = ByteBuffer()
      buffer.append(yuanOf: fen)
      return buffer.text
    }
    let money = difference.money.map { one in
      Line(
        kind: kind("money", "金额", "money"), what: names.money(one), before: yuan(one.before),
        after: yuan(one.after), unit: "CNY", why: why)
    }
    func short(_ text: String) -> String { Rational(decimal: text)?.shortText() ?? text }
    func lines(
      _ all: [FigureChange], _ kind: Word, _ unit: String, _ name: (FigureChange) -> Word
    ) -> [Line] {
      all.map { one in
        Line(
          kind: kind, what: name(one), before: short(one.before), after: short(one.after), unit: unit,
          why: why)
      }
    }
    let limits = difference.limits.map { one in
      Line(
        kind: kind("limit", "限额", "limit"), what: names.limit(one),
        before: one.verdictBefore,
        after: one.verdictAfter, unit: "", why: why)
    }
    return money
      + lines(difference.standards, kind("standard", "标准", "standard"), "CNY/person/month", names.standard)
      + lines(difference.people, kind("people", "人数", "people"), "persons", names.people) + limits
  }
}

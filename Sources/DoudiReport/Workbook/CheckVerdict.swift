import DoudiInputs

/// When a row of sheet 校验 holds: where the recomputed value is within half a last printed digit of what was
/// written, and within a millionth of it where that is less (ratios have more digits than money).
///
/// Sums of doubles are off by less: by 0.001 for 31 figures of some 100 billion, and by far less below.
enum CheckVerdict {
  /// The formula, for a row whose difference and kept value stand in two cells.
  static func formula(gap: String, kept: String, unit: MoneyUnit, language: Language) -> String {
    let half = "0." + String(repeating: "0", count: unit.places) + "4"
    let (good, bad) = (Labels.checkGood.text(language), Labels.checkBroken.text(language))
    return "IF(ABS(\(gap))<=MIN(\(half),0.000001*MAX(1,ABS(\(kept)))),\"\(good)\",\"\(bad)\")"
  }

  /// The formula that counts the rows that do not hold, from one to another.
  static func count(from first: Int, through last: Int, language: Language) -> String {
    let range = CellName.range(first, 6, max(first, last), 6)
    return "COUNTIF(\(range),\"\(Labels.checkBroken.text(language))\")"
  }
}

import DoudiUnits

/// What a part of a unit counts; the order is the order below the slash.
enum MeasureKind: Int, Sendable {
  case number, flag, money, person, household, personTime, post, unit, village, township, bed, event, item,
    area,
    hour, day,
    time
}

/// One part of a unit: a kind, its size and its names.
struct MeasurePart: Hashable, Sendable {
  let kind: MeasureKind
  /// One of it in basic units of the kind (CNY, persons, months, 1).
  let scale: Rational
  /// Form above the slash.
  let plural: String
  /// Form below the slash.
  let singular: String

  init(_ kind: MeasureKind, _ plural: String, _ singular: String? = nil, scale: Rational = .one) {
    self.kind = kind
    self.scale = scale
    self.plural = plural
    self.singular = singular ?? plural
  }

  static let one = MeasurePart(.number, "1")
  static let percent = MeasurePart(.number, "%", scale: Rational(1, over: 100))

  /// Each part with the other names it goes by.
  private static let table: [(MeasurePart, [String])] = [
    (one, ["x", "times", "倍", "ratio"]),
    (percent, ["pct", "percent"]),
    (MeasurePart(.number, "‰", scale: Rational(1, over: 1000)), ["permille", "per mille", "per_1000"]),
    (MeasurePart(.flag, "flag"), []),
    (MeasurePart(.money, "CNY"), ["yuan", "rmb", "元", "人民币元"]),
    (MeasurePart(.money, "fen", scale: Rational(1, over: 100)), ["分"]),
    (MeasurePart(.money, "10k CNY", scale: Rational(10_000)), ["wan yuan", "wan cny", "10k yuan", "万元"]),
    (MeasurePart(.money, "1m CNY", scale: Rational(1_000_000)), ["million cny", "百万元"]),
    (
      MeasurePart(.money, "100m CNY", scale: Rational(100_000_000)),
      ["yi yuan", "yi cny", "100m yuan", "亿元"]
    ),
    (MeasurePart(.person, "persons", "person"), ["people", "人", "名", "capita", "head"]),
    (MeasurePart(.person, "1k persons", scale: Rational(1000)), ["千人"]),
    (MeasurePart(.person, "10k persons", scale: Rational(10_000)), ["10k people", "万人"]),
    (MeasurePart(.household, "households", "household"), ["户", "家庭"]),
    (MeasurePart(.household, "10k households", scale: Rational(10_000)), ["万户"]),
    (MeasurePart(.personTime, "person-times", "person-time"), ["人次", "times of help"]),
    (MeasurePart(.personTime, "10k person-times", scale: Rational(10_000)), ["万人次"]),
    (MeasurePart(.post, "posts", "post"), ["岗位", "编制"]),
    (MeasurePart(.unit, "units", "unit"), ["单位", "所"]),
    (MeasurePart(.village, "villages", "village"), ["村", "社区", "communities", "community"]),
    (MeasurePart(.township, "townships", "township"), ["镇街", "乡镇", "街道", "towns", "town"]),
    (MeasurePart(.bed, "beds", "bed"), ["床位", "张"]),
    (MeasurePart(.item, "count", "item"), ["items", "个", "件", "次"]),
    (MeasurePart(.event, "cases", "case"), ["例"]),
    (MeasurePart(.area, "m2"), ["平方米", "square metres"]),
    (MeasurePart(.hour, "hours", "hour"), ["小时", "h"]),
    (MeasurePart(.hour, "minutes", "minute", scale: Rational(1, over: 60)), ["分钟", "min"]),
    (MeasurePart(.day, "days", "day"), ["天", "日"]),
    (MeasurePart(.time, "months", "month"), ["月", "个月", "mo"]),
    (MeasurePart(.time, "years", "year", scale: Rational(12)), ["年", "yr", "yrs", "a"]),
  ]

  /// Parts by every name, in lower case.
  static let byName: [String: MeasurePart] = {
    var result: [String: MeasurePart] = [:]
    for (part, names) in table {
      for name in names + [part.plural, part.singular] { result[name.lowercased()] = part }
    }
    return result
  }()

  /// Names offered in "did you mean".
  static let suggestions: [String] = table.flatMap { part, _ in
    part.plural == part.singular ? [part.plural] : [part.plural, part.singular]
  }
}

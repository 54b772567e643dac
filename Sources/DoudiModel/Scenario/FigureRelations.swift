import DoudiInputs
import DoudiUnits

/// Compares observed figures with each other: what cannot be right together is a warning (DD1415).
///
/// No figure of any policy is known here, only relations: parts and wholes, people and population,
/// a year and the year before, a region and the others.
struct FigureRelations {
  let scope: FigureScope
  let bag: DiagnosticBag

  /// A change from one period to the next beyond this factor, or its inverse, is no change.
  private static let jump = Rational(5)
  /// A price or income that many times the usual one of other regions is in another unit.
  private static let spread = Rational(100)
  /// Urban and rural figures per head differ by less than this factor.
  private static let divide = Rational(10)
  /// Parts and their whole may differ by one in this many, for rounding.
  private static let tolerance = Rational(100)
  /// Nobody lives on fewer yuan a year.
  private static let living = Rational(100)

  func run() {
    for name in scope.read.intersection(scope.table.indicators).sorted() {
      for region in scope.places {
        let series = scope.series(name, region)
        for one in series { checkJumps(one) }
        checkParts(series)
      }
      checkLevels(name)
    }
    for pair in scope.groups { checkPeople(pair) }
    for pair in scope.standards { checkStandards(pair) }
    checkHouseholds()
  }

  private func warn(_ seen: Observation, _ zh: String, _ en: String, hint: Bilingual? = nil) {
    bag.warning(
      "DD1415", at: seen.span, Bilingual(zh: zh, en: en),
      hint: hint ?? Bilingual(zh: "核对数值和单位", en: "check the figure and its unit"))
  }

  private func name(_ seen: Observation) -> Bilingual {
    let value = "\(seen.value.shortText()) \(seen.unit)"
    let place = "\(seen.region) \(seen.area.id) \(seen.period)"
    return Bilingual(zh: "\(seen.indicator) \(place)为\(value)", en: "\(seen.indicator) \(place) is \(value)")
  }

  // MARK: one series

  private func checkJumps(_ series: [Observation]) {
    for isYearly in [true, false] {
      let rows = series.filter { ($0.period == .year($0.period.year)) == isYearly && isSteady($0, isYearly) }
      for (before, now) in zip(rows, rows.dropFirst()) {
        guard let factor = before.unit.factor(to: now.unit), before.value > .zero, now.value > .zero else {
          continue
        }
        let old = before.value * factor
        guard now.value > old * Self.jump || old > now.value * Self.jump else { continue }
        let what = name(now)
        warn(
          now, "\(what.zh)，\(before.period)为\(old.shortText())，相差5倍以上",
          "\(what.en), \(before.period) was \(old.shortText()): more than five times apart")
      }
    }
    for seen in series where seen.unit.isMoney && seen.unit.isPerPerson && seen.unit.isPerTime {
      guard let yearly = seen.quantity.converted(to: Units.yearly), yearly < Self.living, yearly >= .zero
      else { continue }
      let what = name(seen)
      warn(seen, "\(what.zh)，每年不足100元", "\(what.en), less than 100 yuan a year")
    }
    for seen in series where isPart(seen) && !(Rational.zero...(.one)).contains(share(seen)) {
      let what = name(seen)
      warn(seen, "\(what.zh)，不在0至100%之间", "\(what.en), not between 0 and 100 %")
    }
  }

  /// Counts of people and prices do not leap; sums of money that add up over the months do.
  private func isSteady(_ seen: Observation, _ isYearly: Bool) -> Bool {
    let unit = seen.unit
    guard unit.shareFactor == nil else { return false }
    return isYearly || unit.isPersons || unit.isHouseholds || Indicators.isIntensive(unit)
  }

  /// A share by its name: not a change, which may be negative or more than all.
  private func isPart(_ seen: Observation) -> Bool {
    let words = Set(seen.indicator.split(separator: "_"))
    let isChange = !words.isDisjoint(with: ["change", "growth", "inflation", "increase", "index"])
    return seen.unit.isShare && !isChange && !words.isDisjoint(with: ["share", "rate", "percentage"])
  }

  private func share(_ seen: Observation) -> Rational { seen.value * (seen.unit.shareFactor ?? .one) }

  // MARK: parts and wholes

  /// `series`: of all, urban, rural.
  private func checkParts(_ series: [[Observation]]) {
    for all in series[0] {
      let parts = series.dropFirst().compactMap { $0.first { $0.period == all.period } }
      let values = parts.compactMap { part in part.unit.factor(to: all.unit).map { part.value * $0 } }
      guard let least = values.min(), let most = values.max(), values.count == parts.count else { continue }
      let slack = (all.value < .zero ? -all.value : all.value) / Self.tolerance
      let sum = values.reduce(Rational.zero, +)
      let isOff =
        if Indicators.isIntensive(all.unit) {
          values.count == 2 && (all.value + slack < least || most + slack < all.value)
        } else {
          sum > all.value + slack || (values.count == 2 && sum + slack < all.value)
        }
      guard isOff else { continue }
      let (what, texts) = (name(all), values.map { $0.shortText() }.joined(separator: ", "))
      warn(
        all, "\(what.zh)，与城乡数（\(texts)）不合", "\(what.en), which does not go with urban and rural (\(texts))")
    }
  }

  /// Newest figures per head: urban against rural, each region against the others.
  private func checkLevels(_ name: String) {
    for area in Area.allCases {
      let newest = scope.places.compactMap { money(name, $0, area) }
      let values = newest.map(\.yearly).sorted()
      guard values.count > 1 else { continue }
      let usual = values[(values.count - 1) / 2]
      for one in newest where one.yearly > usual * Self.spread || usual > one.yearly * Self.spread {
        let what = self.name(one.seen)
        warn(
          one.seen, "\(what.zh)，与其他区划相差100倍以上",
          "\(what.en), more than a hundred times apart from other regions")
      }
    }
    for region in scope.places {
      guard let urban = money(name, region, .urban), let rural = money(name, region, .rural) else { continue }
      let isFar = urban.yearly > rural.yearly * Self.divide || rural.yearly > urban.yearly * Self.divide
      guard isFar else { continue }
      let (one, other) = (self.name(urban.seen), self.name(rural.seen))
      warn(urban.seen, "\(one.zh)，\(other.zh)，相差10倍以上", "\(one.en), \(other.en): more than ten times apart")
    }
  }

  /// The newest positive figure in yuan a head and year.
  private func money(_ name: String, _ region: RegionCode, _ area: Area) -> (
    seen: Observation, yearly: Rational
  )? {
    guard let seen = scope.series(name, region, area).last,
      let yearly = seen.quantity.converted(to: Units.yearly), yearly > .zero
    else { return nil }
    return (seen, yearly)
  }

  // MARK: two indicators

  /// The figure of a year, or the newest before, or else the oldest.
  private func near(_ name: String, _ seen: Observation, unit: Measure) -> Rational? {
    let series = scope.series(name, seen.region, seen.area).filter { $0.period == .year($0.period.year) }
    let found = series.last { $0.period.year <= seen.period.year } ?? series.first
    return found?.quantity.converted(to: unit)
  }

  private func checkPeople(_ pair: FigureScope.Pair) {
    for seen in scope.rows(of: pair.small) where seen.unit.factor(to: Units.persons) != nil {
      guard let people = seen.quantity.converted(to: Units.persons),
        let population = near(pair.large, seen, unit: Units.persons), people > population
      else { continue }
      let what = name(seen)
      warn(
        seen, "\(what.zh)，多于\(pair.large)的\(population.shortText())",
        "\(what.en), more than the \(population.shortText()) of \(pair.large)")
    }
  }

  private func checkStandards(_ pair: FigureScope.Pair) {
    for seen in scope.rows(of: pair.small) {
      guard let standard = seen.quantity.converted(to: Units.yearly), standard > .zero,
        let followed = near(pair.large, seen, unit: Units.yearly), followed > .zero,
        standard > followed || followed > standard * Self.spread
      else { continue }
      let what = name(seen)
      warn(
        seen, "\(what.zh)，而\(pair.large)每年只有或多达\(followed.shortText())元",
        "\(what.en), though \(pair.large) is \(followed.shortText()) yuan a year")
    }
  }

  /// Households of a programme are not more than its people; their names differ in the last word.
  private func checkHouseholds() {
    for name in scope.table.indicators.sorted() where name.hasSuffix("_households") {
      let people = name.dropLast("households".count) + "persons"
      for seen in scope.rows(of: name) {
        guard let households = seen.quantity.converted(to: Units.households),
          let persons = scope.table.value(
            String(people), region: seen.region, area: seen.area, period: seen.period)?
            .quantity.converted(to: Units.persons), households > persons
        else { continue }
        let what = self.name(seen)
        warn(
          seen, "\(what.zh)，多于人数\(persons.shortText())",
          "\(what.en), more than its \(persons.shortText()) persons")
      }
    }
  }
}

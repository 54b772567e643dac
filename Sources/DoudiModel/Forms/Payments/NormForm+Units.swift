import DoudiInputs
import DoudiUnits

/// Norms counted unit by unit where a scenario lists them.
extension NormForm {
  /// How the listed units of a cell's region lie to the threshold.
  struct SizeCount {
    var below = 0
    var on: [String] = []
    var above = 0
    var status = Status.stated

    /// Units of the smaller and of the larger size, those on the threshold on their side.
    func sides(_ isAbove: Bool) -> (below: Int, above: Int) {
      isAbove ? (below, above + on.count) : (below + on.count, above)
    }
  }

  /// nil where posts have one size or the region's units are not listed.
  func sizeCount(_ cell: Int, _ month: Month, _ world: World) -> SizeCount? {
    guard let sizes, let listed = world.units.listed(units, in: world.space.cells[cell].region) else {
      return nil
    }
    let threshold = world.figure(sizes.threshold, cell, month).value
    var count = SizeCount()
    for unit in listed {
      guard let size = unit.size(in: sizes.threshold.unit) else { continue }
      count.status = max(count.status, unit.status)
      if size < threshold {
        count.below += 1
      } else if size == threshold {
        count.on.append(unit.name)
      } else {
        count.above += 1
      }
    }
    return count
  }

  /// Posts of the listed units.
  ///
  ///     posts = below x p_below + above x p_above
  func listedPosts(_ cell: Int, _ month: Month, _ world: World) -> Figure? {
    guard let sizes, let count = sizeCount(cell, month, world) else { return nil }
    let sides = count.sides(world.flag(sizes.at, cell, month))
    let (low, high) = (world.figure(sizes.below, cell, month), world.figure(sizes.above, cell, month))
    return Figure(
      Rational(sides.below) * low.value + Rational(sides.above) * high.value,
      max(count.status, max(low.status, high.status)))
  }

  /// "17 x 1 + 3 x 2" where units are listed.
  func listedFormula(_ cell: Int, _ month: Month, _ world: World) -> String? {
    guard let sizes, let count = sizeCount(cell, month, world) else { return nil }
    let sides = count.sides(world.flag(sizes.at, cell, month))
    let (low, high) = (world.figure(sizes.below, cell, month), world.figure(sizes.above, cell, month))
    return "(\(sides.below) x \(low.value) + \(sides.above) x \(high.value))"
  }

  /// The listed units exactly on the threshold, and the side they count on; nil where there is none.
  func boundaryNote(_ cells: [Int], _ month: Month, _ world: World) -> Bilingual? {
    guard let sizes else { return nil }
    let hits = cells.flatMap { sizeCount($0, month, world)?.on ?? [] }
    guard let cell = cells.first, !hits.isEmpty else { return nil }
    let isAbove = world.flag(sizes.at, cell, month)
    let threshold = world.figure(sizes.threshold, cell, month).value.shortText()
    let isHouseholds = sizes.threshold.unit.text == "households"
    let unit = Bilingual(zh: isHouseholds ? "户" : "人", en: isHouseholds ? "households" : "persons")
    return Bilingual(
      zh: "恰为\(threshold)\(unit.zh)：\(hits.listed("、"))，按界限\(isAbove ? "以上" : "以下")计",
      en: "exactly \(threshold) \(unit.en): \(hits.listed(", ")), counted \(isAbove ? "above" : "below")")
  }
}

extension [String] {
  /// The first ten, and how many there are more.
  func listed(_ separator: String) -> String {
    prefix(10).joined(separator: separator) + (count > 10 ? " +\(count - 10)" : "")
  }
}

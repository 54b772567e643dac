import DoudiUnits

/// Checks that regions form one tree.
struct RegionCheck {
  let regions: [Region]
  let places: [RegionCode: Int]
  let children: [[Int]]
  let bag: DiagnosticBag

  /// The root of a sound tree; nil where a fault was reported.
  func root(at start: SourceSpan) -> Region? {
    let roots = regions.filter { $0.parent == nil }
    var isGood = checkRoots(roots, at: start)
    for index in regions.indices {
      let checks = [checkParent(index), checkAreas(index)]
      isGood = isGood && !checks.contains(false)
    }
    isGood = checkCycles() && isGood
    return isGood ? roots.first : nil
  }

  private func checkRoots(_ roots: [Region], at start: SourceSpan) -> Bool {
    if roots.isEmpty {
      bag.error(
        .noRoot, at: start,
        hint: Bilingual(zh: "最上级区划的 parent 留空", en: "the root's parent is left empty"))
      return false
    }
    for extra in roots.sorted(by: { $0.span.start < $1.span.start }).dropFirst() {
      bag.error(
        .severalRoots, at: extra.span,
        Bilingual(
          zh: "\(extra.code) 没有上级，但最上级区划已有一个", en: "\(extra.code) has no parent, but there is a root already"),
        hint: Bilingual(zh: "请写 parent", en: "name its parent"))
    }
    return roots.count == 1
  }

  private func checkParent(_ index: Int) -> Bool {
    let region = regions[index]
    guard let code = region.parent else { return true }
    guard let place = places[code] else {
      let near = nearestName(
        to: code.text, among: regions.lazy.map(\.code.text).filter { $0 != region.code.text })
      bag.error(
        .unknownParent, at: region.span,
        Bilingual(
          zh: "\(region.code) 的上级 \(code) 不在表中",
          en: "\(code), the parent of \(region.code), is not in the table"),
        hint: near.map { Bilingual(zh: "是不是 \($0)？", en: "did you mean \($0)?") })
      return false
    }
    let parent = regions[place]
    guard region.tier < parent.tier else { return true }
    bag.error(
      .tierAboveParent, at: region.span,
      Bilingual(
        zh: "\(region.code) 的层级 \(region.tier.id) 高于上级 \(parent.code) 的 \(parent.tier.id)",
        en: "\(region.code) is \(region.tier.id), its parent \(parent.code) only \(parent.tier.id)"))
    return false
  }

  private func checkAreas(_ index: Int) -> Bool {
    let region = regions[index]
    if children[index].isEmpty, region.areas.isEmpty {
      bag.error(
        .leafWithoutAreas, at: region.span,
        Bilingual(zh: "末级区划 \(region.code) 没有写城乡", en: "the leaf \(region.code) has no areas"),
        hint: Bilingual(
          zh: "areas 列写 urban rural 或 all", en: "write \"urban rural\" or \"all\" in the column areas"))
      return false
    }
    if !children[index].isEmpty, !region.areas.isEmpty {
      bag.error(
        .parentWithAreas, at: region.span,
        Bilingual(zh: "\(region.code) 有下级，不能写城乡", en: "\(region.code) has children and so no areas"),
        hint: Bilingual(zh: "areas 列留空", en: "leave the column areas empty"))
      return false
    }
    return true
  }

  /// Regions that are above themselves, found in one walk over all.
  private func cyclic() -> [Int] {
    var walk = Array(repeating: 0, count: regions.count)
    var found: [Int] = []
    for start in regions.indices where walk[start] == 0 {
      var path: [Int] = []
      var next: Int? = start
      while let place = next, walk[place] == 0 {
        walk[place] = start + 1
        path.append(place)
        next = regions[place].parent.flatMap { places[$0] }
      }
      if let place = next, walk[place] == start + 1 { found += path.drop { $0 != place } }
    }
    return found
  }

  private func checkCycles() -> Bool {
    let cyclic = cyclic()
    for index in cyclic {
      let code = regions[index].code
      bag.error(
        .regionCycle, at: regions[index].span, Bilingual(zh: "\(code) 是自己的上级", en: "\(code) is above itself"))
    }
    return cyclic.isEmpty
  }
}

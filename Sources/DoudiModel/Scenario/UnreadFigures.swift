import DoudiInputs
import DoudiUnits

/// Says which rows of the observation files nobody reads (DD1414).
///
/// What looks like a slip (a name close to one that is read, a region that is nowhere, a year far
/// beyond all others) is a warning, once a file and name. The rest, which files shared by several scenarios
/// rightly hold, is one note a file.
struct UnreadFigures {
  let scope: FigureScope
  let bag: DiagnosticBag

  /// Why a row is not read.
  private enum Reason: Hashable {
    case indicator(String)
    case region(RegionCode)
    case later
    case whole
  }

  /// Rows of one file and reason.
  private struct Heap {
    let first: Observation
    var count = 0
  }

  /// Years without any figure, after which a figure beyond the horizon's end seems a slip.
  private static let gap = 5
  /// A file of which at most one row in this many is about regions elsewhere is about this place.
  private static let ownShare = 4

  func run() {
    for (_, rows) in Dictionary(grouping: scope.all, by: \.span.file).sorted(by: { $0.key < $1.key }) {
      let sorted = rows.sorted { $0.span.start < $1.span.start }
      var heaps: [Reason: Heap] = [:]
      for row in sorted {
        guard let reason = reason(row) else { continue }
        heaps[reason, default: Heap(first: row)].count += 1
      }
      report(heaps, sorted)
    }
  }

  private func reason(_ seen: Observation) -> Reason? {
    guard scope.regions.contains(seen.region) else { return .region(seen.region) }
    guard scope.read.contains(seen.indicator) || scope.guides.contains(seen.indicator) else {
      return .indicator(seen.indicator)
    }
    guard seen.period.year <= scope.horizon.last.year else { return .later }
    let isParts = scope.tree.region(seen.region) != nil && scope.broughtDown.contains(seen.indicator)
    let isWhole = !scope.tree.isLeaf(seen.region) && !Indicators.isIntensive(seen.unit) && !isParts
    return isWhole ? .whole : nil
  }

  private func report(_ heaps: [Reason: Heap], _ rows: [Observation]) {
    let foreign = heaps.compactMap { reason, heap in
      if case .region(let code) = reason { (code: code, count: heap.count) } else { nil }
    }
    // In a file about this place a region that is nowhere is a slip; so is one that its code puts here.
    let isOwn = foreign.map(\.count).reduce(0, +) * Self.ownShare <= rows.count
    let inside = foreign.map(\.code).filter(isInside)
    var quiet: [(Reason, Heap)] = []
    for (reason, heap) in heaps.sorted(by: { $0.value.first.span.start < $1.value.first.span.start }) {
      let isSlip =
        switch reason {
        case .indicator(let name): misspelt(name, heap)
        case .region(let code): (isOwn || (inside.count < 3 && inside.contains(code))) && strange(heap)
        case .later: isolated(heap, rows)
        case .whole: false
        }
      if !isSlip { quiet.append((reason, heap)) }
    }
    note(quiet, of: rows)
  }

  /// Warns where the name is a slip for one that is read, or the only one near to one that is read but
  /// given nowhere.
  private func misspelt(_ name: String, _ heap: Heap) -> Bool {
    guard !scope.dormant.contains(name) else { return false }
    let slip = scope.read.sorted().first { isSlip(name, for: $0) }
    let lacking = scope.read.subtracting(scope.table.indicators).subtracting(scope.supplied)
    guard let meant = slip ?? nearestName(to: name, among: lacking.sorted()) else { return false }
    bag.warning(
      "DD1414", at: scope.table.span("indicator", of: heap.first),
      Bilingual(
        zh: "没有规则读取指标\(name)（\(heap.count)行）", en: "no rule reads the indicator \(name) (\(rows(heap)))"),
      hint: Bilingual(zh: "是否想写“\(meant)”？", en: "did you mean \"\(meant)\"?"))
    return true
  }

  private func rows(_ heap: Heap) -> String { heap.count == 1 ? "1 row" : "\(heap.count) rows" }

  /// True where the code is one of the root's own, of the same depth as a leaf's.
  private func isInside(_ code: RegionCode) -> Bool {
    let prefix = significant(scope.tree.root.code)
    guard !prefix.isEmpty, code.text.hasPrefix(prefix) else { return false }
    return scope.tree.leaves.contains { significant($0.code).count == significant(code).count }
  }

  /// The code without the pairs of zeros at its end.
  private func significant(_ code: RegionCode) -> Substring {
    var text = Substring(code.text)
    while text.hasSuffix("00") { text = text.dropLast(2) }
    return text
  }

  private func strange(_ heap: Heap) -> Bool {
    let code = heap.first.region
    let near =
      nearestName(to: code.text, among: scope.tree.leaves.map(\.code.text))
      ?? nearestName(to: code.text, among: scope.tree.regions.map(\.code.text))
    bag.warning(
      "DD1414", at: scope.table.span("region", of: heap.first),
      Bilingual(
        zh: "方案中没有区划\(code)，其数据没有用上（\(heap.count)行）",
        en: "the scenario has no region \(code), its figures are not used (\(rows(heap)))"),
      hint: near.map { Bilingual(zh: "是否想写“\($0)”？", en: "did you mean \"\($0)\"?") })
    return true
  }

  /// Warns of a year beyond the horizon that no figure of the file leads up to.
  private func isolated(_ heap: Heap, _ rows: [Observation]) -> Bool {
    let years = Set(rows.map(\.period.year))
    let far = rows.first { row in
      row.period.year > scope.horizon.last.year && reason(row) == .later
        && !years.contains { (row.period.year - Self.gap..<row.period.year).contains($0) }
    }
    guard let far else { return false }
    bag.warning(
      "DD1414", at: scope.table.span("period", of: far),
      Bilingual(
        zh: "\(far.period)在测算期末\(scope.horizon.last)之后，没有用上（\(heap.count)行）",
        en:
          "\(far.period) lies after the horizon's end, \(scope.horizon.last), and is not used (\(self.rows(heap)))"
      ),
      hint: Bilingual(zh: "核对年份", en: "check the year"))
    return true
  }

  private func note(_ quiet: [(reason: Reason, heap: Heap)], of rows: [Observation]) {
    guard let first = quiet.first?.heap.first else { return }
    let count = quiet.reduce(0) { $0 + $1.heap.count }
    let names = quiet.compactMap { if case .indicator(let name) = $0.reason { name } else { nil } }
    let places = quiet.compactMap { if case .region(let code) = $0.reason { code.text } else { nil } }
    var (zh, en): ([String], [String]) = ([], [])
    if !names.isEmpty {
      zh.append("没有规则读取的指标\(NameList.text(names))")
      en.append("indicators no rule reads: \(NameList.text(names))")
    }
    if !places.isEmpty {
      zh.append("方案以外的区划\(NameList.text(places))")
      en.append("regions outside the scenario: \(NameList.text(places))")
    }
    if quiet.contains(where: { $0.reason == .later }) {
      zh.append("测算期以后的数")
      en.append("figures after the horizon")
    }
    if quiet.contains(where: { $0.reason == .whole }) {
      zh.append("上级的合计数（下级须有自己的数）")
      en.append("totals of regions that are divided (their parts need their own)")
    }
    bag.note(
      "DD1414", at: first.span,
      Bilingual(
        zh: "本文件\(rows.count)行中有\(count)行没有用上：\(zh.joined(separator: "；"))",
        en: "\(count) of this file's \(rows.count) rows are not used: \(en.joined(separator: "; "))"))
  }
}

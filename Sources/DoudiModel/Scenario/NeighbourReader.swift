import DoudiInputs
import DoudiUnits

/// Reads the scenario's `neighbours`: names by region code, and the files their standards are in.
///
///     neighbours:
///       observations: [../data/others.csv]
///       regions: {"990001": {zh: 甲市, en: First}}
///
/// The files have the columns of observations; `indicator` is the name of an amount. What is said of places not
/// listed is passed over.
struct NeighbourReader {
  let loader: SourceLoader
  /// Regions of the scenario; nil: not read.
  let tree: RegionTree?
  /// Amounts that the rules give.
  let amounts: [String]
  let bag: DiagnosticBag

  /// The places with their figures; nil after a report. `path` says where a file of a name lies.
  func read(_ node: YAMLNode, path: (String) -> String) -> Neighbours? {
    guard let top = MappingReader(node, Bilingual(zh: "neighbours", en: "neighbours"), bag: bag) else {
      return nil
    }
    top.allow(["observations", "regions"])
    for key in ["observations", "regions"] where top.node(key) == nil {
      bag.error("DD1303", at: top.span, Bilingual(zh: "缺少“\(key)”", en: "\"\(key)\" is missing"))
    }
    guard let regions = top.node("regions"), top.node("observations") != nil else { return nil }
    let places = self.places(regions)
    guard let table = table(top, path) else { return nil }
    let codes = Set(places.map(\.place.code))
    let own = table.all.filter { codes.contains($0.region) }
    FigureScope.refuseNegatives(own, into: bag)
    for name in amounts {
      Self.checkUnits(of: name, in: table, own, into: bag)
      Self.checkUnits(of: GuideStandard.indicator(name), in: table, table.all, into: bag)
    }
    warnOfSilent(places, own)
    let lines = places.map { "neighbour \($0.place.code) \($0.place.name.zh) \($0.place.name.en)" }
    let guides = Set(amounts.map(GuideStandard.indicator))
    let read = table.all.filter {
      guides.contains($0.indicator) || (codes.contains($0.region) && amounts.contains($0.indicator))
    }
    return Neighbours(
      places: places.map(\.place), table: table, compared: read,
      canonical: lines + read.map { "neighbour " + $0.canonicalText }.sorted())
  }

  /// All figures of the files; nil where one of them cannot be read.
  private func table(_ top: MappingReader, _ path: (String) -> String) -> ObservationTable? {
    var table = ObservationTable()
    var isWhole = true
    for (file, span) in top.texts("observations") {
      guard let source = loader.load(path(file), into: bag, referrer: span),
        let rows = CSVReader.read(source, into: bag)
      else {
        isWhole = false
        continue
      }
      table.add(rows, into: bag)
    }
    return isWhole ? table : nil
  }

  /// By code: in which order they are written says nothing.
  private func places(_ node: YAMLNode) -> [(place: Neighbours.Place, span: SourceSpan)] {
    guard let reader = MappingReader(node, Bilingual(zh: "regions", en: "regions"), bag: bag) else {
      return []
    }
    return reader.mapping.entries.compactMap { entry in
      guard let code = RegionCode(entry.key) else {
        fault(
          entry, Bilingual(zh: "“\(entry.key)”不是区划代码", en: "\"\(entry.key)\" is not a region code"),
          hint: Bilingual(zh: "六位数字，加引号", en: "six digits, in quotes"))
        return nil
      }
      guard tree?.region(code) == nil else {
        fault(
          entry, Bilingual(zh: "\(code)是本方案的区划", en: "\(code) is a region of the scenario itself"),
          hint: Bilingual(zh: "删去这一行", en: "delete it"))
        return nil
      }
      guard let name = reader.bilingual(entry.key) else { return nil }
      return (Neighbours.Place(code: code, name: name), entry.keySpan)
    }.sorted { $0.place.code < $1.place.code }
  }

  private func fault(_ entry: YAMLEntry, _ message: Bilingual, hint: Bilingual) {
    bag.error("DD1423", at: entry.keySpan, message, hint: hint)
  }

  /// A place of which no file says anything that is compared is a slip, or waits for its figures (DD1425).
  private func warnOfSilent(_ places: [(place: Neighbours.Place, span: SourceSpan)], _ own: [Observation]) {
    let told = Set(own.filter { amounts.contains($0.indicator) }.map(\.region))
    let known = Set(own.map(\.region))
    for (place, span) in places where !told.contains(place.code) {
      let names = amounts.joined(separator: ", ")
      bag.warning(
        "DD1425", at: span,
        Bilingual(
          zh: known.contains(place.code) ? "\(place.code)没有一项标准的数" : "所列文件中没有\(place.code)的数",
          en: known.contains(place.code)
            ? "no file has a standard of \(place.code)" : "no file has a figure of \(place.code)"),
        hint: Bilingual(
          zh: "indicator写标准的代号：\(names)", en: "the indicator is the name of an amount: \(names)"))
    }
  }

  /// Standards are money per person and month, or year (DD1424).
  static func checkUnits(
    of name: String, in table: ObservationTable, _ all: [Observation], into bag: DiagnosticBag
  ) {
    for seen in all where seen.indicator == name && seen.unit.factor(to: Units.monthly) == nil {
      bag.error(
        "DD1424", at: table.span("unit", of: seen),
        Bilingual(
          zh: "\(name)的单位是\(seen.unit)，不能换算为每人每月",
          en: "\(name) is in \(seen.unit), which is no money per person and month"),
        hint: Bilingual(
          zh: "写CNY/person/month或CNY/person/year", en: "write CNY/person/month or CNY/person/year"))
    }
  }
}

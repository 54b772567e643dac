public import DoudiInputs
import DoudiUnits

/// From a scenario folder to a bound model.
public struct ModelLoader {
  private let loader: SourceLoader
  private let bag: DiagnosticBag
  private let dataFolder: String?
  private let reforms: [String]
  private var restoration = Restoration()

  /// A loader.
  /// - Parameters:
  ///   - loader: reads files and keeps them for excerpts.
  ///   - bag: collects every problem of every file.
  ///   - dataFolder: a folder whose files stand in for observation files of the same name.
  ///   - reforms: paths of reforms laid over those that a scenario names, in order.
  public init(
    loader: SourceLoader, bag: DiagnosticBag, dataFolder: String? = nil, reforms: [String] = []
  ) {
    (self.loader, self.bag, self.dataFolder, self.reforms) = (loader, bag, dataFolder, reforms)
  }

  /// The model of the scenario in `folder`, told some inputs of another run in place of its own.
  /// - Returns: nil where it cannot be told them, or is faulty with them.
  public func load(folder: String, overrides: [Override], restoring inputs: Restoration) -> Model? {
    var loader = self
    loader.restoration = inputs
    let model = loader.load(folder: folder, overrides: overrides)
    return model.flatMap { inputs.isHeld(by: $0) ? $0 : nil }
  }

  /// The model of the scenario in `folder`; nil where anything is wrong, all of it reported.
  public func load(folder: String, file: String = "scenario.yaml", overrides: [Override] = []) -> Model? {
    let reader = ScenarioReader(loader: loader, bag: bag)
    return reader.read(
      folder: folder, file: file, reforms: reforms, overrides: overrides, restoring: restoration
    ).flatMap { bind($0) }
  }

  /// The model of the scenario in `folder` as it would have been made at the end of an earlier month.
  ///
  /// The model's own table holds no figure of a later period, so that no rule can read one.
  /// - Parameters:
  ///   - folder: the scenario.
  ///   - view: the month, what is projected, and the assumptions of that time.
  ///   - overrides: applied last, over the assumptions of that time.
  /// - Returns: the model, and all figures of the scenario for the comparison afterwards;
  ///   nil where anything is wrong, all of it reported.
  public func load(
    folder: String, seenFrom view: PastView, overrides: [Override] = []
  ) -> (model: Model, reports: ObservationTable)? {
    let reader = ScenarioReader(loader: loader, bag: bag)
    guard let file = reader.read(folder: folder, overrides: overrides, seenFrom: view),
      let model = bind(file, cutoff: view.cutoff)
    else { return nil }
    return (model, observations(file).table)
  }

  /// A scenario's regions and figures, without its rules; nil where they cannot be read.
  package func figures(of folder: String) -> (
    scenario: ScenarioFile, tree: RegionTree, table: ObservationTable
  )? {
    let reader = ScenarioReader(loader: loader, bag: bag)
    guard let file = reader.read(folder: folder, overrides: []), let tree = tree(file) else { return nil }
    return (file, tree, observations(file).table)
  }

  /// Binds a scenario already read; figures after the cutoff, if there is one, are left out.
  func bind(_ file: ScenarioFile, cutoff: Month? = nil) -> Model? {
    bind(file, books: books(file), cutoff: cutoff)
  }

  /// Binds a scenario to books already read.
  func bind(_ file: ScenarioFile, books: [Book], cutoff: Month? = nil) -> Model? {
    let tree = self.tree(file)
    let observations = self.observations(file, cutoff: cutoff)
    guard let last = books.last, let tree, !last.id.isEmpty else { return nil }
    let table = AssumptionTable(file.assumptions, tree: tree, bag: bag)
    let merged = MergedBook(books: books, scenario: file, bag: bag)
    let bound = RuleBinder(
      entries: merged.rules, programmes: merged.programmes, declaredGroups: merged.groups, table: table,
      scenario: file.span, bag: bag
    ).bind()
    let known = IndicatorNames.of(merged.rules, file.assumptions.map(\.node))
    let growth = table.supplied(prefix: "growth", unit: "%/year", known: known)
    let standIns = table.supplied(prefix: "indicator", unit: nil, known: known)
    let decided = decided(bound.amounts, table)
    for term in standIns.values where term.unit.shareFactor == nil { term.check(.notNegative, bag) }
    let charged = Set(bound.payments.map { merged.fundOfProgramme[$0.form.programme] })
    let funds = FundBinder(
      file: file, merged: merged, table: table, tree: tree, charged: charged, loader: loader, bag: bag)
    let funding = restoration.applied(to: funds.bind(), funds: merged.funds)
    let taxonomies = TaxonomyBinder(
      books: books, merged: merged, payments: bound.payments, groups: bound.groups, bag: bag
    ).bind()
    FundUseCheck(books: books, merged: merged, payments: bound.payments, bag: bag).run()
    let data = DataReader(file: file, limits: bound.limits, tree: tree, bag: bag).read()
    let lists = CaseLists(file: file, tree: tree, payments: bound.payments, loader: loader, bag: bag)
    let (units, cases) = (lists.units(), lists.cases())
    let cleared = self.cleared(file, merged.programmes)
    let lastYear = self.lastYear(file, merged.programmes, tree)
    let neighbours = self.neighbours(file, tree, bound.amounts.map(\.gives))
    table.reportUnused()
    // A look back drops later figures: what it does not read says nothing about the file.
    if cutoff == nil {
      FigureScope(
        table: observations.table, all: observations.all, tree: tree, file: file, books: books, merged: merged
      ).check(into: bag)
    } else {
      FigureScope.refuseNegatives(observations.all, into: bag)
    }
    guard !bag.hasErrors else { return nil }
    return Model(
      scenario: file, books: books, space: CellSpace(tree: tree), table: observations.table, growth: growth,
      standIns: standIns, assumptions: table.assumptions, amounts: bound.amounts,
      decided: decided, amountOrder: bound.amountOrder,
      groups: bound.groups, caseloads: bound.caseloads, payments: bound.payments, limits: bound.limits,
      programmes: merged.programmes, funds: merged.funds, fundOfProgramme: merged.fundOfProgramme,
      funding: funding, data: data, units: units, cases: cases, termSlots: table.slots,
      cleared: cleared, lastYear: lastYear, neighbours: neighbours, taxonomies: taxonomies,
      canonicalInputs: [file.canonical] + table.canonical + DataReader.canonical(data)
        + books.map(\.canonical) + observations.canonical + (lastYear?.canonical ?? [])
        + (neighbours?.canonical ?? [])
        + units.map(\.canonicalText) + cases.map(\.canonicalText))
  }

  /// Amounts that the scenario sets by decision: "amount.NAME".
  private func decided(_ amounts: [AmountRule], _ table: AssumptionTable) -> [Int: DecidedAmount] {
    amounts.enumerated().reduce(into: [:]) { found, amount in
      let name = DecidedAmount.prefix + "." + amount.element.gives
      guard let term = table.supply(name, Units.monthly.text, nil) else { return }
      term.check(.notNegative, bag)
      found[amount.offset] = DecidedAmount(term: term)
    }
  }

  /// The place's book and those it inherits from, the nation first; empty where one of them cannot be
  /// read, since what the others name would seem unknown.
  func books(_ file: ScenarioFile) -> [Book] {
    var found: [Book] = []
    var next: (name: String, span: SourceSpan)? = file.book
    while let (name, span) = next {
      let path = BookFolder.path(of: name, from: file.folder, loader: loader) + "/book.yaml"
      guard let book = BookReader(loader: loader, bag: bag).read(path, referrer: span) else { return [] }
      if found.contains(where: { $0.id == book.id }) || found.count > 20 {
        bag.error(
          "DD1322", at: span, Bilingual(zh: "政策文本循环继承", en: "books inherit from each other in a circle"))
        return []
      }
      found.append(book)
      next = book.inherits
    }
    return found.reversed()
  }

  private func tree(_ file: ScenarioFile) -> RegionTree? {
    guard
      let source = loader.load(file.folder + "/" + file.regions.path, into: bag, referrer: file.regions.span),
      let table = CSVReader.read(source, into: bag)
    else { return nil }
    return RegionTree(table, into: bag)
  }

  private func observations(
    _ file: ScenarioFile, cutoff: Month? = nil
  ) -> (table: ObservationTable, all: [Observation], canonical: [String]) {
    var table = ObservationTable()
    for (path, span) in file.observations {
      guard let source = loader.load(observationPath(path, file.folder), into: bag, referrer: span),
        let rows = CSVReader.read(source, into: bag)
      else { continue }
      table.add(rows, into: bag)
    }
    table = restoration.applied(to: table, into: bag)
    if let cutoff { table = table.through(cutoff) }
    let all = table.all
    return (table, all, all.map(\.canonicalText).sorted())
  }

  private func observationPath(_ path: String, _ folder: String) -> String {
    if let dataFolder {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      let candidate = dataFolder + "/" + name
      if loader.exists(candidate) || loader.isFolder(candidate) { return candidate }
    }
    return folder + "/" + path
  }

  private func lastYear(_ file: ScenarioFile, _ programmes: [Programme], _ tree: RegionTree) -> LastYear? {
    guard let (path, span) = file.lastYear,
      let source = loader.load(file.folder + "/" + path, into: bag, referrer: span),
      let rows = CSVReader.read(source, into: bag)
    else { return nil }
    return LastYearReader(
      rows: rows, programmes: programmes, tree: tree, year: file.horizon.first.year - 1, bag: bag
    ).read()
  }

  private func neighbours(_ file: ScenarioFile, _ tree: RegionTree, _ amounts: [String]) -> Neighbours? {
    let reader = NeighbourReader(loader: loader, tree: tree, amounts: amounts, bag: bag)
    return file.neighbours.flatMap { reader.read($0) { observationPath($0, file.folder) } }
  }

  private func cleared(_ file: ScenarioFile, _ programmes: [Programme]) -> Set<String>? {
    guard let cleared = file.cleared else { return nil }
    let known = programmes.map(\.id)
    if cleared.contains(where: { $0.id == "all" }) { return Set(known) }
    for one in cleared where !known.contains(one.id) {
      let near = nearestName(to: one.id, among: known)
      bag.error(
        "DD1306", at: one.span, Bilingual(zh: "没有项目“\(one.id)”", en: "there is no programme \"\(one.id)\""),
        hint: near.map { Bilingual(zh: "是否想写“\($0)”？", en: "did you mean \"\($0)\"?") })
    }
    return Set(cleared.map(\.id))
  }
}

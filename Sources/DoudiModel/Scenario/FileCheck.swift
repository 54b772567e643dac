public import DoudiInputs

/// Checks one file by itself: what kind it is shows in its keys or columns.
///
/// A scenario is loaded with everything it names. A book is read with the books it inherits
/// from, and its rules are bound; values it leaves open are the scenario's business. Other
/// files are read as far as they can be without a scenario.
public struct FileCheck {
  private let loader: SourceLoader
  private let bag: DiagnosticBag

  /// A check that reports into `bag`.
  public init(loader: SourceLoader, bag: DiagnosticBag) { (self.loader, self.bag) = (loader, bag) }

  /// Checks the file at `path`.
  /// - Returns: the model of a scenario that is without fault, for a trial run.
  public func check(_ path: String, overrides: [Override] = [], dataFolder: String? = nil) -> Model? {
    guard let file = loader.load(path, into: bag) else { return nil }
    if path.lowercased().hasSuffix(".csv") {
      checkTable(file)
      return nil
    }
    guard let node = YAMLReader.read(file, into: bag) else { return nil }
    let keys = Set(node.mapping?.keys ?? [])
    let cut = path.lastIndex(of: "/")
    let folder = cut.map { String(path[..<$0]) } ?? "."
    if keys.contains("clauses") {
      ClauseReader(bag: bag).read(node)
    } else if keys.contains("reform") {
      _ = ReformLayer(node, bag: bag)
    } else if keys.contains("backtest") || keys.contains("case") {
      return nil
    } else if keys.contains("scenario") || !keys.isDisjoint(with: ["horizon", "observations"]) {
      let name = cut.map { String(path[path.index(after: $0)...]) } ?? path
      return ModelLoader(loader: loader, bag: bag, dataFolder: dataFolder)
        .load(folder: folder, file: name, overrides: overrides)
    } else {
      checkBook(path, folder: folder)
    }
    return nil
  }

  private func checkTable(_ file: SourceFile) {
    guard let table = CSVReader.read(file, into: bag) else { return }
    if table.column(named: "parent") != nil {
      _ = RegionTree(table, into: bag)
    } else if table.column(named: "batch") != nil || table.column(named: "fund") != nil {
      _ = TransferReader(rows: table, funds: nil, tree: nil, bag: bag).read()
    } else if table.column(named: "household") != nil {
      _ = CaseReader(rows: table, tree: nil, bag: bag).read()
    } else if table.column(named: "kind") != nil {
      _ = UnitReader(rows: table, tree: nil, sizes: nil, bag: bag).read()
    } else if table.column(named: "outturn") != nil {
      _ = LastYearReader(rows: table, programmes: nil, tree: nil, year: 0, bag: bag).read()
    } else {
      var observations = ObservationTable()
      observations.add(table, into: bag)
      FigureScope.refuseNegatives(observations.all, into: bag)
    }
  }

  /// Reads a book and those it inherits from, and binds their rules.
  private func checkBook(_ path: String, folder: String) {
    guard let book = BookReader(loader: loader, bag: bag).read(path, referrer: nil),
      let first = book.rules.first
    else { return }
    var books = [book]
    while let (name, span) = books[0].inherits, books.count < 8 {
      guard
        let parent = BookReader(loader: loader, bag: bag).read(
          folder + "/../\(name)/book.yaml", referrer: span)
      else { return }
      books.insert(parent, at: 0)
    }
    let merged = MergedBook(books: books, enable: [], disable: [], span: first.span, bag: bag)
    let bound = RuleBinder(
      entries: merged.rules, programmes: merged.programmes, declaredGroups: merged.groups,
      table: AssumptionTable([], tree: nil, hasStandIns: true, bag: bag), scenario: first.span, bag: bag
    ).bind()
    _ = TaxonomyBinder(
      books: books, merged: merged, payments: bound.payments, groups: bound.groups, bag: bag
    ).bind()
    FundUseCheck(books: books, merged: merged, payments: bound.payments, bag: bag).run()
  }
}

import DoudiInputs

/// The lists of single units and households that a scenario may name.
struct CaseLists {
  let file: ScenarioFile
  let tree: RegionTree
  let payments: [PaymentRule]
  let loader: SourceLoader
  let bag: DiagnosticBag

  func units() -> [ListedUnit] {
    guard let rows = table(file.units) else { return [] }
    var sizes: [String: Set<String>] = [:]
    for form in payments.compactMap({ $0.form as? NormForm }) {
      guard let threshold = form.sizes?.threshold else { continue }
      sizes[form.units, default: []].insert(threshold.unit.text)
    }
    return UnitReader(rows: rows, tree: tree, sizes: sizes, bag: bag).read()
  }

  func cases() -> [HouseholdCase] {
    table(file.cases).map { CaseReader(rows: $0, tree: tree, bag: bag).read() } ?? []
  }

  private func table(_ path: (path: String, span: SourceSpan)?) -> CSVTable? {
    guard let path,
      let source = loader.load(file.folder + "/" + path.path, into: bag, referrer: path.span)
    else { return nil }
    return CSVReader.read(source, into: bag)
  }
}

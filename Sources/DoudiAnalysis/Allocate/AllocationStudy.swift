import DoudiAllocation
public import DoudiInputs
public import DoudiModel
import DoudiUnits

/// From a specification to an allocation: who gets how much of a pot.
public struct AllocationStudy {
  private let loader: SourceLoader
  private let bag: DiagnosticBag
  private let dataFolder: String?

  /// A study.
  /// - Parameters:
  ///   - loader: reads files and keeps them for excerpts.
  ///   - bag: collects every problem (DD18xx, and those of scenarios).
  ///   - dataFolder: a folder whose files stand in for observation files of the need's scenario.
  public init(loader: SourceLoader, bag: DiagnosticBag, dataFolder: String? = nil) {
    (self.loader, self.bag, self.dataFolder) = (loader, bag, dataFolder)
  }

  /// The allocation of the specification at `path`, a file or a folder with `allocation.yaml`.
  /// - Returns: nil where anything is wrong, all of it reported.
  public func run(_ path: String, overrides: [Override] = []) -> AllocationOutcome? {
    guard let spec = AllocationSpecReader(loader: loader, bag: bag).read(path, overrides: overrides) else {
      return nil
    }
    var needs: RegionNeeds?
    if case .run(let rule) = spec.need {
      needs = NeedRunner(loader: loader, bag: bag, dataFolder: dataFolder, overrides: spec.overrides)
        .run(rule, folder: spec.folder)
    }
    let names = regions(spec) ?? needs?.names
    guard let rows = AllocationRowsReader(spec: spec, loader: loader, bag: bag).read(names: names) else {
      return nil
    }
    let inputs = AllocationInputsBuilder(spec: spec, rows: rows, run: needs, bag: bag).build()
    let pot = AllocationPot(inputs: inputs, bag: bag).units()
    let room = AllocationRoom(inputs: inputs, pot: pot, bag: bag)
    room.check()
    room.checkMethod()
    guard !bag.hasErrors, let pot else { return nil }
    return AllocationWork(inputs: inputs, needs: needs, bag: bag).outcome(pot)
  }

  /// True for a YAML file with the keys that a specification must have.
  public static func isSpecification(_ path: String, loader: SourceLoader) -> Bool {
    guard [".yaml", ".yml"].contains(where: path.lowercased().hasSuffix), loader.exists(path) else {
      return false
    }
    let unheard = DiagnosticBag()
    let node = loader.load(path, into: unheard).flatMap { YAMLReader.read($0, into: unheard) }
    let keys = Set(node?.mapping?.keys ?? [])
    return keys.isSuperset(of: ["unit", "rows"]) || keys.contains("allocation")
  }

  /// Names of the regions of a file.
  private func regions(_ spec: AllocationSpec) -> [String: Bilingual]? {
    guard let path = spec.regions,
      let file = loader.load(
        path.value.hasPrefix("/") ? path.value : spec.folder + "/" + path.value, into: bag,
        referrer: path.span),
      let table = CSVReader.read(file, into: bag), let tree = RegionTree(table, into: bag)
    else { return nil }
    return Dictionary(tree.regions.map { ($0.code.text, $0.name) }) { first, _ in first }
  }
}

/// The whole pot of a specification.
struct AllocationPot {
  let inputs: AllocationInputs
  let bag: DiagnosticBag

  /// The envelope; without one what was sent and the batches together. nil after a report.
  func units() -> Int64? {
    let sent = inputs.sent ?? []
    for row in sent.indices where !sent[row].isWhole {
      bag.error(
        .allocationValue, at: inputs.rows.span(row, "sent"),
        Bilingual(zh: "已下达数应为单位的整数倍", en: "what was sent is a whole number of units"))
    }
    if let envelope = inputs.spec.envelope { return Int64(clamping: envelope.value.numerator) }
    let batches = inputs.spec.batches
    guard !batches.isEmpty else { return nil }
    if let open = batches.first(where: { $0.envelope == nil }) {
      bag.error(
        .allocationBatch, at: open.span,
        Bilingual(zh: "up_to须有envelope", en: "\"up_to\" needs the whole envelope"))
      return nil
    }
    let sum = batches.reduce(
      inputs.rows.leaves.reduce(Rational.zero) { $0 + (sent.isEmpty ? .zero : sent[$1]) }
    ) {
      $0 + ($1.envelope?.value ?? .zero)
    }
    guard sum >= .zero, sum <= Rational(Int128(Envelope.largestPot), over: 1) else {
      bag.error(
        .allocationPot, at: batches[0].span, Bilingual(zh: "各批合计不能分配", en: "the batches together are no pot"))
      return nil
    }
    return Int64(clamping: sum.floor)
  }
}

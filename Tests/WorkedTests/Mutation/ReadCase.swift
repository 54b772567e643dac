import DoudiInputs
import _DoudiTestSupport

@testable import DoudiModel

/// A worked case read once: scenario, books and files in memory, and what must come out.
struct ReadCase: Sendable {
  let name: String
  let file: ScenarioFile
  let books: [Book]
  let loader: SourceLoader
  let pools: ReferencePools
  /// True where every expected figure comes out of a run.
  let holds: @Sendable (Projection) -> Bool

  /// A case whose files lie in `folder`.
  init(_ name: String, folder: String, holds: @escaping @Sendable (Projection) -> Bool) throws {
    let (bag, loader) = (DiagnosticBag(), SourceLoader(root: ""))
    let binder = ModelLoader(loader: loader, bag: bag)
    guard let file = ScenarioReader(loader: loader, bag: bag).read(folder: folder, overrides: []),
      case let books = binder.books(file), let model = binder.bind(file, books: books)
    else { throw FaultyPlace(diagnostics: bag.all) }
    (self.name, self.file, self.books, self.loader, self.holds) = (name, file, books, loader, holds)
    pools = ReferencePools(MergedBook(books: books, scenario: file, bag: bag), model)
  }

  static func whole(_ example: WholeCase) throws -> ReadCase {
    try ReadCase(example.name, folder: example.folder) { projection in
      example.misses(RunFigures(projection), limit: 1).isEmpty
    }
  }

  static func small(_ example: Example) throws -> ReadCase {
    let folder = try TemporaryFolder()
    try example.place.write(to: folder)
    return try ReadCase(example.description, folder: folder.path + "/test") { projection in
      example.claims(SmallRun(projection)).allSatisfy(\.holds)
    }
  }

  static func all() throws -> [ReadCase] {
    try WholeCase.all.map { try whole($0) } + Example.all().map { try small($0) }
  }

  /// True where a mutant is neither refused nor seen in any expected figure.
  func survives(_ mutant: Mutant) -> Bool {
    let bag = DiagnosticBag()
    let loader = ModelLoader(loader: mutant.loader ?? loader, bag: bag)
    guard let model = loader.bind(mutant.file ?? file, books: mutant.books ?? books) else { return false }
    let projection = model.run()
    return holds(projection) && !projection.diagnostics.contains { $0.severity == .error }
  }
}

/// A case with one thing changed; what is nil stays.
struct Mutant: Sendable {
  let rule: String
  let key: String
  let change: String
  var file: ScenarioFile?
  var books: [Book]?
  var loader: SourceLoader?

  var text: String { "\(rule),\(key),\(change)" }
}

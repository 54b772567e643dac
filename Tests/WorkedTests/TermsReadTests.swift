import DoudiInputs
import DoudiUnits
import Foundation
import Testing
import _DoudiTestSupport

@testable import DoudiModel

/// No parameter stands in a book for nothing: each is read by a run of some scenario or worked case.
@Suite struct TermsReadTests {
  /// Parameters that no run reads, and why that cannot be otherwise.
  static let unread: [String: String] = [:]

  /// Scenario folders of the repository. That of all counties runs the nation's rules as that of the
  /// provinces does, only longer.
  private static let folders: [String] = {
    let scenarios = WorkedCase.root + "/scenarios"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: scenarios)) ?? []
    let shipped = names.filter {
      $0 != "counties" && FileManager.default.fileExists(atPath: "\(scenarios)/\($0)/scenario.yaml")
    }
    return shipped.sorted().map { "\(scenarios)/\($0)" } + WholeCase.all.map(\.folder)
  }()

  /// "RULE.key" of every parameter of every rule of every book.
  private static func parameters() throws -> Set<String> {
    let books = WorkedCase.root + "/scenarios/books"
    let shelf = BookShelf(loader: SourceLoader(root: ""), bag: DiagnosticBag())
    let names = try FileManager.default.contentsOfDirectory(atPath: books).sorted()
    return Set(
      names.compactMap { shelf.volume("\(books)/\($0)") }.flatMap(\.book.rules).flatMap { rule -> [String] in
        guard let form = FormRegistry.form(named: rule.form) else { return [] }
        return termNames(in: rule.mapping, form.keys, rule.id)
      })
  }

  private static func termNames(in mapping: YAMLMapping, _ keys: [FormKey], _ prefix: String) -> [String] {
    keys.flatMap { key -> [String] in
      guard let node = mapping[key.name] else { return [] }
      let name = "\(prefix).\(key.name)"
      switch key.kind {
      case .term: return [name]
      case .termMap: return (node.mapping?.keys ?? []).map { "\(name).\($0)" }
      case .termOrObject(_, let inner):
        let isObject = inner.contains { node.mapping?[$0.name] != nil }
        return isObject ? termNames(in: node.mapping ?? mapping, inner, name) : [name]
      case .object(let inner): return node.mapping.map { termNames(in: $0, inner, name) } ?? []
      default: return []
      }
    }
  }

  /// "RULE.key" of every parameter that a run of the folder has read, limits and cases included.
  private static func read(_ folder: String) -> Set<String> {
    guard let projection = LoadedScenario.load(folder).model?.run() else { return [] }
    _ = (projection.verdicts, projection.caseTests)
    let model = projection.model
    let headers =
      model.amounts.map(\.header) + model.caseloads.map(\.header) + model.payments.map(\.header)
      + model.limits.map(\.header)
    return Set(headers.flatMap(\.terms).filter { projection.world.hasRead($0) }.map(\.name))
  }

  @Test func everyParameterOfEveryRuleIsRead() throws {
    let all = try Self.parameters()
    #expect(all.count > 400)
    let read = Self.folders.reduce(into: Set<String>()) { $0.formUnion(Self.read($1)) }
    let missing = all.subtracting(read)
    #expect(missing == Set(Self.unread.keys), "\(missing.symmetricDifference(Self.unread.keys).sorted())")
    print("\(all.count) parameters, \(all.count - missing.count) read")
  }
}

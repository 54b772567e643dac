import DoudiInputs
import DoudiUnits
import Foundation

/// A published or checkable example of scenarios/worked.
struct WorkedCase {
  let id: String
  let form: String
  let source: String
  private let inputs: YAMLMapping
  private let expected: YAMLNode

  /// The repository's root.
  static let root: String = {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
  }()

  static let folder = root + "/scenarios/worked"

  /// Identifiers of all cases that ship.
  static func all() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }

  init(_ id: String) throws {
    let bag = DiagnosticBag()
    guard let file = SourceLoader(root: Self.folder).load(id + ".yaml", into: bag),
      let top = YAMLReader.read(file, into: bag)?.mapping, let inputs = top["inputs"]?.mapping,
      let expected = top["expected"]
    else { throw NoSuchFigure(name: "\(id): \(bag.all.map(\.message.en))") }
    self.id = id
    (self.inputs, self.expected) = (inputs, expected)
    form = top["form"]?.scalarText ?? ""
    source = top["source"]?.scalarText ?? ""
  }

  /// An input in a unit.
  func input(_ key: String, _ unit: String) throws -> Rational { try Self.figure(inputs[key], key, unit) }

  /// An input as it is written.
  func text(_ key: String) throws -> String {
    guard let text = inputs[key]?.scalarText else { throw NoSuchFigure(name: key) }
    return text
  }

  /// An expected figure in a unit; without a key the only one.
  func expected(_ key: String? = nil, _ unit: String) throws -> Rational {
    let node = key.map { expected.mapping?[$0] } ?? expected
    return try Self.figure(node, key ?? "expected", unit)
  }

  private static func figure(_ node: YAMLNode?, _ key: String, _ unit: String) throws -> Rational {
    guard let text = node?.scalarText, let quantity = Quantity.parse(text: text),
      let measure = Measure(text: unit), let value = quantity.converted(to: measure)
    else { throw NoSuchFigure(name: key) }
    return value
  }
}

/// A figure a case should have.
struct NoSuchFigure: Error {
  let name: String
}

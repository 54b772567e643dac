import DoudiInputs
import _DoudiTestSupport

/// Reads the files of bad/, each with the reader its name begins with.
enum BadInputs {
  static let files = BrokenFiles(near: #filePath)

  /// Everything reported for a file.
  static func diagnostics(of name: String) -> [Diagnostic] {
    let bag = DiagnosticBag()
    guard let file = SourceLoader(root: files.folder).load(name, into: bag) else { return bag.all }
    switch name.prefix(while: { $0 != "-" }) {
    case "quantity": readQuantities(file, into: bag)
    case "observations": readObservations(file, into: bag)
    case "regions":
      if let table = CSVReader.read(file, into: bag) { _ = RegionTree(table, into: bag) }
    default:
      if name.hasSuffix(".csv") {
        _ = CSVReader.read(file, into: bag)
      } else {
        _ = YAMLReader.read(file, into: bag)
      }
    }
    return bag.all
  }

  private static func readQuantities(_ file: SourceFile, into bag: DiagnosticBag) {
    guard let standard = Measure(text: "CNY/person/month") else { return }
    for entry in YAMLReader.read(file, into: bag)?.mapping?.entries ?? [] {
      _ = Quantity.parse(entry.node, expecting: standard, into: bag)
    }
  }

  private static func readObservations(_ file: SourceFile, into bag: DiagnosticBag) {
    var table = ObservationTable()
    if file.path.hasSuffix("replaced.csv"), let earlier = Samples.table(Samples.observations) {
      table.add(earlier, into: bag)
    }
    if let rows = CSVReader.read(file, into: bag) { table.add(rows, into: bag) }
  }
}

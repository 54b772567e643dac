import DoudiInputs

/// Reads the bytes as every kind of input and visits what comes out.
func readBoth(_ bytes: [UInt8]) {
  let bag = DiagnosticBag()
  if let file = SourceLoader.file(path: "a.yaml", bytes: bytes, into: bag) {
    if let root = YAMLReader.read(file, into: bag) { visit(root, bag: bag) }
    if let table = CSVReader.read(file, into: bag) { visit(table, bag: bag) }
    checkPlaces(bag.all, in: file)
  }
  for diagnostic in bag.all { precondition(!diagnostic.message.zh.isEmpty) }
}

private func visit(_ node: YAMLNode, bag: DiagnosticBag) {
  precondition(node.span.length >= 1 && node.span.start.line >= 1 && node.span.start.column >= 1)
  switch node.value {
  case .null: break
  case .scalar: _ = Quantity.parse(node, into: bag)
  case .sequence(let items): for item in items { visit(item, bag: bag) }
  case .mapping(let mapping):
    precondition(Set(mapping.keys).count == mapping.keys.count)
    for entry in mapping.entries { visit(entry.node, bag: bag) }
  }
}

private func visit(_ table: CSVTable, bag: DiagnosticBag) {
  for row in 0..<min(table.rowCount, 50) {
    for column in table.header.indices {
      _ = table.field(row: row, column: column)
      _ = table.span(row: row, column: column)
    }
  }
  var observations = ObservationTable()
  observations.add(table, into: bag)
  for figure in observations.all {
    let found = observations.value(
      figure.indicator, region: figure.region, area: figure.area, period: figure.period)
    precondition(found == figure)
  }
  if let tree = RegionTree(table, into: bag) {
    precondition(tree.leaves(under: tree.root.code).count == tree.leaves.count)
  }
}

/// Every place lies in the text, or right behind the end of its line.
private func checkPlaces(_ diagnostics: [Diagnostic], in file: SourceFile) {
  for diagnostic in diagnostics {
    let start = diagnostic.span.start
    let length = file.line(start.line)?.unicodeScalars.count ?? 0
    if start.line <= file.lineCount + 1, start.column <= length + 1 { continue }
    fatalError("\(diagnostic.code) at \(start) of \(length): \(diagnostic.message.en)")
  }
}

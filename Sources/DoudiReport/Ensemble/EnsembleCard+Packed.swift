import DoudiEnsemble
import DoudiInputs
import DoudiModel
import DoudiUnits

/// Cards as bytes.
extension EnsembleCard {
  /// The bytes; equal for the same ensemble.
  var packed: [UInt8] {
    var buffer = ByteBuffer()
    for text in [ProgramVersion.text, runID, scenario, design.method, inputs] { buffer.pack(text) }
    buffer.pack(design.seed == nil ? 0 : 1)
    buffer.pack(Int(truncatingIfNeeded: design.seed ?? 0))
    for number in [design.draws, design.replicates, design.inputs] { buffer.pack(number) }
    buffer.pack(nodes.leafCount)
    buffer.pack(list: nodes.names) { $1.pack($0) }
    buffer.pack(list: nodes.depths) { $1.pack($0) }
    buffer.pack(list: outputs) { output, buffer in
      let (kind, place, area) = Self.code(output.kind)
      for number in [kind, place, output.year, Self.code(output.parent)] {
        buffer.pack(number)
      }
      for text in [area, output.name, output.unit.text] { buffer.pack(text) }
    }
    buffer.pack(list: ceilings) { ceiling, buffer in
      buffer.pack(ceiling.output)
      buffer.pack(ceiling.region)
      buffer.pack(ceiling.year)
      buffer.pack(ceiling.cny)
    }
    buffer.pack(central)
    for words in [names, places, [heading.place] + heading.lead] {
      buffer.pack(list: words) { word, buffer in
        buffer.pack(word.zh)
        buffer.pack(word.en)
      }
    }
    buffer.pack(heading.isTrial ? 1 : 0)
    return buffer.bytes
  }

  /// Reads a card; nil where the bytes are none, or those of another version of the program.
  init?(packed bytes: [UInt8]) {
    var reader = ByteReader(bytes)
    guard reader.text() == ProgramVersion.text, let runID = reader.text(), let scenario = reader.text(),
      let method = reader.text(), let inputs = reader.text(), let hasSeed = reader.integer(),
      let seed = reader.integer(), let draws = reader.integer(), let replicates = reader.integer(),
      let columns = reader.integer(), let leaves = reader.integer(), let nodes = reader.list({ $0.text() }),
      let depths = reader.list({ $0.integer() }), depths.count == nodes.count,
      let outputs = reader.list(Self.output), let ceilings = reader.list(Self.ceiling),
      let central = reader.reals(), let names = reader.list(Self.words),
      let places = reader.list(Self.words), let lines = reader.list(Self.words), let place = lines.first,
      lines.count <= 2, let isTrial = reader.integer(), reader.isAtEnd, draws > 0, replicates > 0, leaves > 0,
      leaves <= nodes.count,
      central.count == nodes.count * outputs.count, names.count == outputs.count,
      places.count == nodes.count
    else { return nil }
    self.init(
      runID: runID, scenario: scenario,
      design: EnsembleDesign(
        method: method, seed: hasSeed == 0 ? nil : UInt64(bitPattern: Int64(seed)), draws: draws,
        replicates: replicates, inputs: columns),
      inputs: inputs, nodes: EnsembleNodes(names: nodes, leafCount: leaves, depths: depths), outputs: outputs,
      ceilings: ceilings, central: central, names: names, places: places,
      heading: Heading(place: place, basis: lines.count > 1 ? lines[1] : nil, isTrial: isTrial != 0))
  }

  /// 0, 1, 2, and from 3 on a depth.
  private static func code(_ parent: DrawOutput.Parent) -> Int {
    switch parent {
    case .sum: 0
    case .least: 1
    case .none: 2
    case .depth(let depth): 3 + depth
    }
  }

  private static func parent(_ code: Int) -> DrawOutput.Parent? {
    switch code {
    case 0: .sum
    case 1: .least
    case 2: DrawOutput.Parent.none
    case 3..<256: .depth(code - 3)
    default: nil
    }
  }

  private static func code(_ kind: DrawOutput.Kind) -> (kind: Int, place: Int, area: String) {
    switch kind {
    case .programme(let place): (0, place, "")
    case .total: (1, 0, "")
    case .group(let place): (2, place, "")
    case .amount(let place, let area): (3, place, area.id)
    case .slack(let place): (4, place, "")
    case .result: (5, 0, "")
    case .refill(let place): (6, place, "")
    }
  }

  private static func kind(_ code: Int, _ place: Int, _ area: String) -> DrawOutput.Kind? {
    switch code {
    case 0: .programme(place)
    case 1: .total
    case 2: .group(place)
    case 3: Area(id: area).map { .amount(place, $0) }
    case 4: .slack(place)
    case 5: .result
    case 6: .refill(place)
    default: nil
    }
  }

  private static func output(_ reader: inout ByteReader) -> DrawOutput? {
    guard let code = reader.integer(), let place = reader.integer(), let year = reader.integer(),
      let parent = reader.integer().flatMap({ Self.parent($0) }), let area = reader.text(),
      let name = reader.text(), let unit = reader.text().flatMap({ Measure(text: $0) }),
      let kind = kind(code, place, area)
    else { return nil }
    return DrawOutput(kind: kind, name: name, year: year, unit: unit, parent: parent)
  }

  private static func ceiling(_ reader: inout ByteReader) -> Ceiling? {
    guard let output = reader.text(), let region = reader.text(),
      let year = reader.integer(), let cny = reader.real()
    else { return nil }
    return Ceiling(output: output, region: region, year: year, cny: cny)
  }

  private static func words(_ reader: inout ByteReader) -> Bilingual? {
    guard let zh = reader.text(), let en = reader.text() else { return nil }
    return Bilingual(zh: zh, en: en)
  }
}

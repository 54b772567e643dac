/// A finished program: templates of arithmetic and, for each region, its template and figures.
///
/// A tape says what is computed, not how; ``TapeRunner`` compiles it for a machine.
public struct Tape: Sendable {
  /// Number of uncertain inputs.
  public let inputs: Int
  let literals: [Double]
  /// Inputs first, then what depends on inputs and literals alone.
  let commons: [TapeNode]
  let templates: [TapeTemplate]
  let regions: [TapeRegion]

  /// Number of regions, in the order of their writing.
  public var regionCount: Int { regions.count }

  /// Number of different programs that the regions share.
  public var templateCount: Int { templates.count }

  /// Number of outputs of a region; 0 where there is no such region.
  public func outputCount(region: Int) -> Int {
    regions.indices ~= region ? templates[regions[region].template].outputs.count : 0
  }
}

/// Arithmetic of a region without its figures.
struct TapeTemplate: Sendable {
  /// How figures are given or follow from others: only for comparison.
  let figures: [TapeNode]
  let nodes: [TapeNode]
  let outputs: [TapeHandle]
}

/// What is a region's own.
struct TapeRegion: Sendable {
  let template: Int
  let figures: [Double]
}

/// Collects regions, and keeps of equal arithmetic one.
struct TapeTemplateLibrary {
  private(set) var templates: [TapeTemplate] = []
  private(set) var regions: [TapeRegion] = []
  private var places: [UInt64: [Int]] = [:]
  private var latest = 0

  mutating func add(figures: [TapeNode], values: [Double], nodes: [TapeNode], outputs: [TapeHandle]) {
    func matches(_ index: Int) -> Bool {
      let template = templates[index]
      return template.outputs == outputs && template.nodes == nodes && template.figures == figures
    }
    if templates.indices ~= latest, matches(latest) {
      regions.append(TapeRegion(template: latest, figures: values))
      return
    }
    var key = UInt64(outputs.count)
    for output in outputs { key = (key ^ UInt64(output.raw)) &* 0x9e37_79b9_7f4a_7c15 }
    for node in figures { key = (key ^ node.mixed) &* 0x9e37_79b9_7f4a_7c15 }
    for node in nodes { key = (key ^ node.mixed) &* 0x9e37_79b9_7f4a_7c15 }
    if let known = places[key]?.first(where: matches) {
      latest = known
    } else {
      latest = templates.count
      templates.append(TapeTemplate(figures: figures, nodes: nodes, outputs: outputs))
      places[key, default: []].append(latest)
    }
    regions.append(TapeRegion(template: latest, figures: values))
  }
}

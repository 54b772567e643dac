public import DoudiInputs
public import DoudiTape

/// A scenario of yearly steps: rules over regions' figures and common parameters, in doubles.
///
/// Unlike a budget it has no ledger: what comes out is not rounded and belongs to no month. It serves models
/// of many years whose figures are judged as figures, and comparisons with other programs.
public struct YearlyModel: Sendable {
  /// Identifier.
  public let id: String
  /// Title.
  public let title: Bilingual
  /// Regions in the order of their table.
  public let regions: [String]
  /// Names of the regions' figures.
  public let columns: [String]
  /// Names of the common parameters.
  public let parameters: [String]
  /// Results that are reported, in order.
  public let outputs: [String]
  /// Years that are projected.
  public let years: Int
  /// The regions' figures, by region and column.
  let figures: [[Double]]
  /// The parameters' values.
  let values: [Double]
  /// By region values of parameters that are that region's own, by position.
  let own: [[Int: Double]]
  /// Rules in the order in which they are worked out.
  let rules: [any YearlyForm]

  /// What parameters and columns are, in the order of the rules file.
  public let quantities: [YearlyQuantity]
  /// Results that are amounts or shares, of which a whole has none.
  let intensive: Set<String>

  /// True where the whole's result is the sum of its regions'.
  public func isAdditive(_ output: String) -> Bool { !intensive.contains(output) }

  /// The arithmetic of all regions over uncertain inputs.
  ///
  /// Outputs of a region: for each year (from 1) each of ``outputs``.
  /// - Parameter inputs: parameters and figures that are drawn; a draw replaces, adds or multiplies.
  /// - Returns: the tape; its regions are the model's, in their order.
  public func program(_ inputs: [UncertainInput] = []) -> Tape {
    let tape = TapeBuilder(inputs: inputs.count)
    let common = Dictionary(
      uniqueKeysWithValues: parameters.indices.map { place in
        (parameters[place], drawn(tape.literal(values[place]), parameters[place], nil, inputs, tape))
      })
    for region in regions.indices {
      tape.beginRegion()
      write(region, common, inputs, tape)
      tape.endRegion()
    }
    return tape.finish()
  }

  private func write(
    _ region: Int, _ common: [String: TapeValue], _ inputs: [UncertainInput], _ tape: TapeBuilder
  ) {
    let own = Dictionary(
      uniqueKeysWithValues: columns.indices.map { place in
        (columns[place], drawn(tape.figure(figures[region][place]), columns[place], region, inputs, tape))
      })
    // A parameter drawn for one region only is a figure of that region.
    var local = common
    for (place, value) in self.own[region] {
      local[parameters[place]] = drawn(tape.figure(value), parameters[place], region, inputs, tape)
    }
    for (place, name) in parameters.enumerated()
    where self.own[region][place] == nil
      && inputs.contains(where: { $0.name == name && $0.regions.contains(regions[region]) })
    {
      local[name] = drawn(tape.literal(values[place]), name, region, inputs, tape)
    }
    let world = YearlyWorld(tape, parameters: local, figures: own)
    for rule in rules {
      guard let start = rule.start(world) else { continue }
      for (name, value) in zip(rule.gives, start) { world.set(name, value) }
    }
    for _ in 0..<years {
      world.advance()
      for rule in rules {
        for (name, value) in zip(rule.gives, rule.write(world)) { world.set(name, value) }
      }
      for name in outputs { tape.output(world.result(name)) }
    }
  }

  private func drawn(
    _ value: TapeValue, _ name: String, _ region: Int?, _ inputs: [UncertainInput], _ tape: TapeBuilder
  ) -> TapeValue {
    inputs.indices.reduce(value) { value, place in
      guard inputs[place].name == name else { return value }
      let only = inputs[place].regions
      guard only.isEmpty || region.map({ only.contains(regions[$0]) }) ?? false else { return value }
      return switch inputs[place].effect {
      case .replace: tape.input(place)
      case .add: value + tape.input(place)
      case .multiply: value * tape.input(place)
      }
    }
  }
}

public import DoudiInputs
public import DoudiModel
import DoudiUnits

/// What tables are headed by, and what regions are called.
public protocol RunWords {
  /// "Place 2027-2029", and what the money rests on.
  var heading: Heading { get }
  /// What a region is called.
  func name(region: String) -> Bilingual
}

/// What tables of draws take from the run that nothing is drawn in.
public protocol CentralFigures: RunWords {
  /// Identifier of the run; empty for a yearly scenario.
  var runID: String { get }
  /// Identifier of the scenario.
  var scenario: String { get }
  /// The run's figures of outputs, region after region; NaN where there is none.
  func central(_ outputs: [DrawOutput], regions: [String]) -> [Double]
  /// Years that have figures.
  var years: [Int] { get }
  /// A year's heading, marked where only part of it has figures.
  func heading(ofYear year: Int) -> Bilingual
  /// What an output is called.
  func name(_ output: DrawOutput) -> Bilingual
}

extension RunReport: CentralFigures {
  /// Identifier of the scenario.
  public var scenario: String { model.scenario.id }

  /// The programme's or the limit's name.
  public func name(_ output: DrawOutput) -> Bilingual {
    switch output.kind {
    case .programme(let place): model.programmes[place].name
    case .slack(let limit), .refill(let limit): model.limits[limit].header.name
    default: Bilingual(zh: output.name, en: output.name)
    }
  }

  /// The name in the region tree.
  public func name(region: String) -> Bilingual {
    RegionCode(region).flatMap { model.space.tree.region($0)?.name } ?? Bilingual(zh: region, en: region)
  }
}

extension YearlyReport: CentralFigures {
  /// None: a yearly scenario has no ledger to identify.
  public var runID: String { "" }
  /// Identifier of the scenario.
  public var scenario: String { model.id }
  /// From 1.
  public var years: [Int] { Array(1...max(1, model.years)) }
  /// "year 3".
  public func heading(ofYear year: Int) -> Bilingual { Labels.drawnYear(year) }
  /// Its title.
  public var heading: Heading { Heading(place: model.title, basis: nil, isTrial: false) }
  /// The output's identifier.
  public func name(_ output: DrawOutput) -> Bilingual { Bilingual(zh: output.name, en: output.name) }
  /// The region as its table has it.
  public func name(region: String) -> Bilingual { Bilingual(zh: region, en: region) }

  /// Results, and for the whole the sums of those that can be added.
  public func central(_ outputs: [DrawOutput], regions: [String]) -> [Double] {
    regions.flatMap { region in
      outputs.map { output -> Double in
        if let place = model.regions.firstIndex(of: region) { return value(place, output) ?? .nan }
        guard output.parent == .sum else { return .nan }
        return model.regions.indices.reduce(0.0) { $0 + (value($1, output) ?? .nan) }
      }
    }
  }
}

public import DoudiInputs
public import DoudiModel
public import DoudiUnits

/// A finished run, asked by the names that the book uses.
///
/// Where a name is unknown the answer is nil, so that a comparison with a figure fails.
public struct SmallRun {
  /// The run.
  public let projection: Projection
  /// Its model.
  public var model: Model { projection.model }
  /// Its world.
  public var world: World { projection.world }

  /// A view of a run.
  public init(_ projection: Projection) { self.projection = projection }

  /// Position of a cell.
  public func cell(_ area: Area, _ region: String = SmallPlace.leaf) -> Int? {
    RegionCode(region).flatMap { model.space.index(region: $0, area: area) }
  }

  /// An amount in CNY per person and month.
  public func figure(
    _ amount: String, _ area: Area, _ month: String, region: String = SmallPlace.leaf
  ) -> Figure? {
    guard let position = model.amounts.firstIndex(where: { $0.gives == amount }),
      let cell = cell(area, region), let month = Month(month)
    else { return nil }
    return world.amounts[position].figure(cell, month)
  }

  /// The value of ``figure(_:_:_:region:)``.
  public func amount(
    _ amount: String, _ area: Area, _ month: String, region: String = SmallPlace.leaf
  ) -> Rational? {
    figure(amount, area, month, region: region)?.value
  }

  /// Persons of a group.
  public func persons(
    _ group: String, _ area: Area, _ month: String, region: String = SmallPlace.leaf
  ) -> Double? {
    guard let position = model.groups.firstIndex(where: { $0.id == group }), let cell = cell(area, region),
      let month = Month(month)
    else { return nil }
    return world.groups[position].persons(cell, month)
  }

  /// Ledger lines that pass the filters, in the order written.
  public func lines(
    rule: String? = nil, type: LineType? = nil, area: Area? = nil, paid: String? = nil,
    entitled: String? = nil, region: String? = nil
  ) -> [LedgerLine] {
    projection.lines.filter { line in
      let cell = model.space.cells[Int(line.cell)]
      return (rule == nil || model.payments[Int(line.rule)].header.id == rule)
        && (type == nil || line.type == type) && (area == nil || cell.area == area)
        && (paid == nil || line.paid.description == paid)
        && (entitled == nil || line.entitled.description == entitled)
        && (region == nil || cell.region.text == region)
    }
  }

  /// Fen of the lines that pass the filters.
  public func fen(
    rule: String? = nil, type: LineType? = nil, area: Area? = nil, paid: String? = nil,
    entitled: String? = nil, region: String? = nil
  ) -> Int64 {
    lines(rule: rule, type: type, area: area, paid: paid, entitled: entitled, region: region)
      .reduce(0) { $0 + $1.fen }
  }

  /// The verdict of a rule, region and year.
  public func verdict(_ rule: String, _ year: Int, region: String = SmallPlace.leaf) -> Verdict? {
    projection.verdicts.first {
      $0.rule == rule && $0.region.text == region && $0.period == .year(year)
    }
  }

  /// Reasons of the faults met while running, in English.
  public var faults: [String] {
    world.faults.map { fault in
      switch fault {
      case .noValue(let name, let region, let area, let month):
        "no value: \(name) \(region) \(area.id) \(month)"
      case .tooLarge(let rule, let region, let month): "too large: \(rule) \(region) \(month)"
      case .badValue(let rule, let reason): "\(rule): \(reason.en)"
      }
    }
  }
}

public import DoudiInputs
public import DoudiUnits

/// Where a value was written and why.
public struct TermOrigin: Hashable, Sendable {
  /// File, line and column.
  public let span: SourceSpan
  /// Source given beside the value, if any.
  public let source: String?
  /// Reason given beside the value, if any.
  public let why: Bilingual?
  /// Position in the model's list of assumptions when a scenario supplied the value.
  public let assumption: Int?

  /// An origin.
  public init(span: SourceSpan, source: String?, why: Bilingual?, assumption: Int?) {
    (self.span, self.source, self.why, self.assumption) = (span, source, why, assumption)
  }
}

/// A value in force from a month on.
public struct DatedFigure: Sendable {
  /// First month in which the value holds; nil: always.
  public let from: Month?
  /// The value in the term's unit, with its status.
  public let figure: Figure
  /// Where it was written.
  public let origin: TermOrigin

  /// A dated value.
  public init(from: Month?, figure: Figure, origin: TermOrigin) {
    (self.from, self.figure, self.origin) = (from, figure, origin)
  }
}

/// A parameter that is read from observations instead of being written down.
public struct IndicatorReference: Hashable, Sendable {
  /// Name of the indicator.
  public let name: String
  /// Area to read; nil: the cell's own.
  public let area: Area?
  /// Years back.
  public let lag: Int
  /// How far it can be relied on that this indicator is what the parameter follows.
  public let status: Status
  /// Where the reference was written and why.
  public let origin: TermOrigin

  /// A reference.
  public init(name: String, area: Area?, lag: Int, status: Status, origin: TermOrigin) {
    (self.name, self.area, self.lag, self.status) = (name, area, lag, status)
    self.origin = origin
  }

  /// The same reference as part of assumption `number`.
  func numbered(_ number: Int) -> IndicatorReference {
    IndicatorReference(
      name: name, area: area, lag: lag, status: status,
      origin: TermOrigin(span: origin.span, source: origin.source, why: origin.why, assumption: number))
  }
}

/// The values of a term for one region and area (nil: any), newest last.
public struct TermBranch: Sendable {
  /// Region the branch is for; nil: every region.
  public let region: RegionCode?
  /// Area the branch is for; nil: every area.
  public let area: Area?
  /// Values by date, ascending; empty when ``indicator`` is set.
  public let dated: [DatedFigure]
  /// Set when the value comes from observations.
  public let indicator: IndicatorReference?

  /// A branch.
  public init(
    region: RegionCode?, area: Area?, dated: [DatedFigure], indicator: IndicatorReference? = nil
  ) {
    (self.region, self.area, self.dated, self.indicator) = (region, area, dated, indicator)
  }

  func covers(_ cell: Cell) -> Bool {
    (region == nil || region == cell.region) && (area == nil || area == cell.area)
  }

  func inForce(at month: Month) -> DatedFigure? {
    dated.last { ($0.from ?? month) <= month } ?? dated.first
  }
}

/// A parameter of a rule: unit and values by region, area and date.
public struct Term: Sendable {
  /// "RULE.key", the name under which a scenario supplies or overrides it.
  public let name: String
  /// Unit of every value.
  public let unit: Measure
  /// Most specific branch first: region and area, region, area, general.
  public let branches: [TermBranch]
  /// Which values it may have.
  public let range: TermRange
  /// Number under which a run keeps the term's resolved values; unique within a model.
  public let slot: Int

  /// A term; branches are put in order of specificity, of equal ones the first given counts.
  public init(name: String, unit: Measure, branches: [TermBranch], slot: Int, range: TermRange = .any) {
    (self.name, self.unit, self.slot, self.range) = (name, unit, slot, range)
    self.branches = branches.enumerated()
      .sorted { (Self.rank($0.element), $0.offset) < (Self.rank($1.element), $1.offset) }.map(\.element)
  }

  private static func rank(_ branch: TermBranch) -> Int {
    (branch.region == nil ? 2 : 0) + (branch.area == nil ? 1 : 0)
  }

  /// The branch that speaks for `cell`.
  public func branch(for cell: Cell) -> TermBranch? {
    if branches.count == 1, branches[0].region == nil, branches[0].area == nil { return branches[0] }
    return branches.first { $0.covers(cell) }
  }

  /// True where its values reach every cell, whatever its region and area.
  var coversEverything: Bool {
    let general = branches.filter { $0.region == nil }
    return general.contains { $0.area == nil } || Set(general.compactMap(\.area)).count > 1
  }

  /// True where one value holds for every cell and month.
  public var isUniform: Bool {
    branches.count == 1 && branches[0].region == nil && branches[0].area == nil
      && branches[0].dated.count == 1
  }

  /// The weakest status of any value or of the choice of an indicator.
  public var weakest: Status? {
    branches.flatMap { $0.dated.map(\.figure.status) + [$0.indicator?.status].compactMap { $0 } }.max()
  }

  /// The same term with its assumed and estimated values marked as assumption `number`.
  func numbered(_ number: Int) -> Term {
    let marked = branches.map { branch in
      let dated = branch.dated.map { one in
        guard one.figure.status >= .estimated else { return one }
        let origin = TermOrigin(
          span: one.origin.span, source: one.origin.source, why: one.origin.why, assumption: number)
        return DatedFigure(from: one.from, figure: one.figure, origin: origin)
      }
      let reference = branch.indicator.map { $0.status >= .estimated ? $0.numbered(number) : $0 }
      return TermBranch(region: branch.region, area: branch.area, dated: dated, indicator: reference)
    }
    return Term(name: name, unit: unit, branches: marked, slot: slot, range: range)
  }

  /// The same term with the values it may have.
  func limited(to range: TermRange) -> Term {
    Term(name: name, unit: unit, branches: branches, slot: slot, range: range)
  }

  /// True where a dated value of any branch comes into force in `month`.
  func changes(in month: Month) -> Bool { branches.contains { $0.dated.contains { $0.from == month } } }

  /// True where the value in `month` may differ from that of the month before: a dated value comes into
  /// force, or a new year's observation.
  func mayChange(in month: Month) -> Bool {
    branches.contains { branch in
      branch.dated.contains { $0.from == month } || (branch.indicator != nil && month.month == 1)
    }
  }

  /// Every assumption that any branch comes from.
  public var assumptions: Set<Int> {
    Set(
      branches.flatMap {
        $0.dated.compactMap(\.origin.assumption) + [$0.indicator?.origin.assumption].compactMap { $0 }
      })
  }
}

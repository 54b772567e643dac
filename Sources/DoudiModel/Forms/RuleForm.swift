public import DoudiInputs
public import DoudiTape
public import DoudiUnits

/// The shape of a rule: its keys, and how its parameters become figures.
///
/// A form knows shapes, never programmes: which standard, which group and which number
/// it works with comes from the rule's entry in a book.
public protocol RuleForm: Sendable {
  /// Name used in books.
  static var name: String { get }
  /// One sentence for manual and schema.
  static var summary: Bilingual { get }
  /// All keys beyond those every rule has.
  static var keys: [FormKey] { get }
  /// Reads the keys; nil where something needed is missing, after reporting it.
  init?(_ reader: FormReader)
}

/// A form that gives an amount per person.
public protocol AmountForm: RuleForm {
  /// True where the amount may differ from that of the month before.
  func isRevised(at month: Month, world: World) -> Bool
  /// The amount of each cell in CNY per person and month; `previous` is the column of the
  /// month before (nil at the first). Nil in cells the rule does not speak of.
  func column(at month: Month, previous: [Figure?]?, rule: RuleHeader, world: World) -> [Figure?]
  /// A month's column once decided figures stand in it: cells that follow other cells of the same amount follow
  /// what was decided. `isFixed` is true for cells set by decision, which follow nobody.
  func following(
    _ column: [Figure?], at month: Month, isFixed: (Int) -> Bool, rule: RuleHeader, world: World
  ) -> [Figure?]
  /// Months in which the old amount is still paid; `base` gives the windows of other amounts.
  func backPayWindow(base: (Int) -> BackPayWindow?) -> BackPayWindow?
  /// The column of a month over uncertain inputs, by place among the region's cells with people; `previous`
  /// is that of the revision before.
  func drawn(at month: Month, previous: [TapeValue?]?, rule: RuleHeader, world: DrawWorld) -> [TapeValue?]
  /// ``following(_:at:isFixed:rule:world:)`` over uncertain inputs.
  func drawnFollowing(
    _ column: [TapeValue?], at month: Month, isFixed: (Int) -> Bool, rule: RuleHeader, world: DrawWorld
  ) -> [TapeValue?]
  /// What an authority above sets for the amount in force in a month, CNY per person and month, and the month as
  /// of which the rule takes it; nil where the rule has no such thing.
  func guide(_ cell: Int, at month: Month, world: World) -> RuleGuide?
  /// The calculation for one cell and month.
  func trace(_ cell: Int, _ month: Month, rule: RuleHeader, tracer: Tracer) -> TraceNode
  /// True where the amount may not fall below that of the month before.
  func neverLowers(_ cell: Int, _ month: Month, world: World) -> Bool
}

extension AmountForm {
  /// No cell follows another.
  public func following(
    _ column: [Figure?], at month: Month, isFixed: (Int) -> Bool, rule: RuleHeader, world: World
  ) -> [Figure?] { column }

  /// No cell follows another.
  public func drawnFollowing(
    _ column: [TapeValue?], at month: Month, isFixed: (Int) -> Bool, rule: RuleHeader, world: DrawWorld
  ) -> [TapeValue?] { column }

  /// None.
  public func guide(_ cell: Int, at month: Month, world: World) -> RuleGuide? { nil }

  /// It may.
  public func neverLowers(_ cell: Int, _ month: Month, world: World) -> Bool { false }

  /// Paid at once.
  public func backPayWindow(base: (Int) -> BackPayWindow?) -> BackPayWindow? { nil }
}

/// A form that counts people (or events) in one or more groups.
public protocol CaseloadForm: RuleForm {
  /// Positions of the groups it writes.
  var gives: [Int] { get }
  /// True where the groups are events of a month, which a year adds up, and not people at its end.
  var countsEvents: Bool { get }
  /// True where it reads who came into and left another group.
  var readsFlows: Bool { get }
  /// Fills the histories of ``gives`` for the whole horizon.
  func run(rule: RuleHeader, world: World)
  /// Writes one region's groups over uncertain inputs.
  func draw(rule: RuleHeader, world: DrawWorld)
  /// The calculation for one group, cell and month.
  func trace(_ group: Int, _ cell: Int, _ month: Month, rule: RuleHeader, tracer: Tracer) -> TraceNode
}

extension CaseloadForm {
  /// People, not events.
  public var countsEvents: Bool { false }
  /// Reads heads at most.
  public var readsFlows: Bool { false }
}

/// A form that pays.
public protocol PaymentForm: RuleForm {
  /// Position of the programme charged.
  var programme: Int { get }
  /// Writes the lines of the whole horizon.
  func pay(rule: RuleHeader, position: Int, world: World, calendar: PaymentCalendar)
  /// Writes one region's payments over uncertain inputs.
  func draw(rule: RuleHeader, position: Int, world: DrawWorld, calendar: PaymentCalendar)
  /// Programmes whose lines must be written before this rule's; most forms read none.
  var reads: [Int] { get }
  /// True where its own indicators and terms alone decide whether it pays at all.
  var paysOnlyWhenTriggered: Bool { get }
  /// What the volume of its lines counts.
  var volumeKind: VolumeKind { get }
  /// What a line is the product of, with the figures of `month` in place of those of the month it is
  /// owed for; nil for what is no product of a volume and a price that come back every year.
  func factors(of line: LedgerLine, in month: Month, world: World) -> LineFactors?
  /// The calculation of one line.
  func trace(_ line: LedgerLine, rule: RuleHeader, tracer: Tracer) -> TraceNode
}

extension PaymentForm {
  /// Persons.
  public var volumeKind: VolumeKind { .persons }
  /// No product: once only.
  public func factors(of line: LedgerLine, in month: Month, world: World) -> LineFactors? { nil }
  /// Reads no other programme.
  public var reads: [Int] { [] }
  /// Pays whatever the amounts and groups are.
  public var paysOnlyWhenTriggered: Bool { false }
}

/// A form that says whether something holds.
public protocol LimitForm: RuleForm {
  /// The datum of the scenario that the rule reads, and its unit; nil where it reads none.
  var datumRead: (name: String, unit: String)? { get }
  /// Verdicts for every region and period it speaks of.
  func verdicts(rule: RuleHeader, books: ClosedBooks) -> [Verdict]
  /// The figures beside the rule's own terms that a verdict rests on.
  func inputs(_ verdict: Verdict, rule: RuleHeader, tracer: Tracer) -> [TraceNode]
  /// How far one region is from breaking the limit in a year, over uncertain inputs: not negative exactly
  /// where it holds; nil where no arithmetic of the region alone decides it.
  func drawnSlack(_ year: Int, rule: RuleHeader, world: DrawWorld) -> TapeValue?
  /// The unit of ``drawnSlack(_:rule:world:)``, and how a parent's slack follows; nil for a form that has none.
  var drawnSlackUnit: (unit: Measure, parent: DrawOutput.Parent)? { get }
  /// False where a parent's slack is not the sum of its leaves' slacks, in spite of ``drawnSlackUnit``: each leaf
  /// then gives a part of its own to every region above it.
  func slackSumsUp(_ funding: [FundRule], _ inputs: [UncertainInput]) -> Bool
  /// What a leaf adds to the slack of a region above it, where slacks do not add up.
  func drawnSlack(_ year: Int, of node: RegionCode, rule: RuleHeader, world: DrawWorld) -> TapeValue?
}

extension LimitForm {
  /// Reads none.
  public var datumRead: (name: String, unit: String)? { nil }
  /// Not decided by one region's arithmetic.
  public func drawnSlack(_ year: Int, rule: RuleHeader, world: DrawWorld) -> TapeValue? { nil }
  /// No slack that is drawn.
  public var drawnSlackUnit: (unit: Measure, parent: DrawOutput.Parent)? { nil }
  /// The sum of the leaves.
  public func slackSumsUp(_ funding: [FundRule], _ inputs: [UncertainInput]) -> Bool { true }
  /// Its own slack.
  public func drawnSlack(
    _ year: Int, of node: RegionCode, rule: RuleHeader, world: DrawWorld
  ) -> TapeValue? { drawnSlack(year, rule: rule, world: world) }
  /// None that a trace can follow.
  public func inputs(_ verdict: Verdict, rule: RuleHeader, tracer: Tracer) -> [TraceNode] { [] }
}

public import DoudiInputs
import DoudiUnits

/// A bound amount rule.
public struct AmountRule: Sendable {
  /// Header.
  public let header: RuleHeader
  /// Identifier of the amount.
  public let gives: String
  /// Unit in which it is stated.
  public let unit: Measure
  /// Its form.
  public let form: any AmountForm
}

/// A bound caseload rule.
public struct CaseloadRule: Sendable {
  /// Header.
  public let header: RuleHeader
  /// Its form.
  public let form: any CaseloadForm
}

/// A bound payment rule.
public struct PaymentRule: Sendable {
  /// Header.
  public let header: RuleHeader
  /// Its form.
  public let form: any PaymentForm
}

/// A bound limit rule.
public struct LimitRule: Sendable {
  /// Header.
  public let header: RuleHeader
  /// Its form.
  public let form: any LimitForm
}

/// A scenario bound to its book and figures: everything a run needs, immutable.
public final class Model: Sendable {
  /// The scenario file.
  public let scenario: ScenarioFile
  /// Books from the nation down to the place.
  public let books: [Book]
  /// The cells.
  public let space: CellSpace
  /// Observations.
  public let table: ObservationTable
  /// Growth terms by "INDICATOR[.area]".
  let growth: [String: Term]
  /// Stand-in indicators by "INDICATOR[.area]".
  let standIns: [String: Term]
  /// Everything assumed or estimated.
  public let assumptions: [Assumption]
  /// Amount rules; the position is the amount's.
  public let amounts: [AmountRule]
  /// Amounts that the scenario sets by decision, by position.
  let decided: [Int: DecidedAmount]
  /// Order in which amounts are computed.
  let amountOrder: [Int]
  /// Group identifiers by position.
  public let groups: [NamedEntry]
  /// Caseload rules in the order in which they run.
  public let caseloads: [CaseloadRule]
  /// Payment rules in the order in which they pay; the position is the ledger's rule number.
  public let payments: [PaymentRule]
  /// Limit rules.
  public let limits: [LimitRule]
  /// Programmes by position.
  public let programmes: [Programme]
  /// Funds by position.
  public let funds: [NamedEntry]
  /// Fund of each programme.
  public let fundOfProgramme: [Int]
  /// How each fund is paid.
  public let funding: [FundRule]
  /// Data for monitored limits.
  let data: [String: DatedFigure]
  /// Units whose size is known one by one.
  public let units: [ListedUnit]
  /// Households by which rules are tried.
  public let cases: [HouseholdCase]
  /// Number of terms in the model.
  let termSlots: Int
  /// Programmes cleared by the leading group; nil: not declared.
  let cleared: Set<String>?
  /// Budget and outturn of the year before the horizon; nil: not given.
  public let lastYear: LastYear?
  /// Places whose standards stand beside its own; nil: none is given.
  public let neighbours: Neighbours?
  /// Taxonomies of the books, with the payment rules their classes claim.
  public let taxonomies: [BoundTaxonomy]
  /// Canonical text of every input, for the run's identifier.
  public let canonicalInputs: [String]
  init(
    scenario: ScenarioFile,
    books: [Book],
    space: CellSpace,
    table: ObservationTable,
    growth: [String: Term],
    standIns: [String: Term],
    assumptions: [Assumption],
    amounts: [AmountRule],
    decided: [Int: DecidedAmount],
    amountOrder: [Int],
    groups: [NamedEntry],
    caseloads: [CaseloadRule],
    payments: [PaymentRule],
    limits: [LimitRule],
    programmes: [Programme],
    funds: [NamedEntry],
    fundOfProgramme: [Int],
    funding: [FundRule],
    data: [String: DatedFigure],
    units: [ListedUnit],
    cases: [HouseholdCase],
    termSlots: Int,
    cleared: Set<String>?,
    lastYear: LastYear?,
    neighbours: Neighbours?,
    taxonomies: [BoundTaxonomy],
    canonicalInputs: [String]
  ) {
    self.scenario = scenario
    self.books = books
    self.space = space
    self.table = table
    self.growth = growth
    self.standIns = standIns
    self.assumptions = assumptions
    self.amounts = amounts
    self.decided = decided
    self.amountOrder = amountOrder
    self.groups = groups
    self.caseloads = caseloads
    self.payments = payments
    self.limits = limits
    self.programmes = programmes
    self.funds = funds
    self.fundOfProgramme = fundOfProgramme
    self.funding = funding
    self.data = data
    self.units = units
    self.cases = cases
    self.termSlots = termSlots
    self.cleared = cleared
    self.lastYear = lastYear
    self.neighbours = neighbours
    self.taxonomies = taxonomies
    self.canonicalInputs = canonicalInputs
  }

  /// Mechanisms without a rule, of all books.
  public var register: [RegisterEntry] { books.flatMap(\.register) }

  /// Departments of all books; a later one stands for an earlier one of the same name.
  public var departments: [NamedEntry] {
    books.reduce(into: []) { found, book in
      found.removeAll { old in book.departments.contains { $0.id == old.id } }
      found += book.departments
    }
  }

  /// A group that a book names, whether or not a rule counts it.
  public func declaredGroup(_ id: String) -> NamedEntry? {
    books.reversed().lazy.compactMap { $0.groups.first { $0.id == id } }.first
  }

  /// Every parameter that may be drawn, with the unit of its values: terms of rules by "RULE.key",
  /// "growth.INDICATOR", "indicator.INDICATOR", and "amount.NAME" for what is added to an amount.
  public var parameterUnits: [String: Measure] {
    let levers = amounts.map { ("amount." + $0.gives, Units.monthly) }
    return Dictionary(terms.map { ($0.name, $0.unit) } + levers) { first, _ in first }
  }

  /// The value of an assumption that is one and the same everywhere and always, in its unit; nil otherwise.
  public func assumedValue(_ name: String) -> Double? {
    let figures = assumptions.first { $0.name == name }?.term.branches.flatMap {
      $0.dated.map(\.figure.value)
    }
    guard let figures, Set(figures).count == 1 else { return nil }
    return figures.first?.double
  }

  /// What parameters of rules stand for, by "RULE.key", where a form's key says so.
  public var parameterRoles: [String: FormKey.Role] {
    let headers =
      amounts.map(\.header) + caseloads.map(\.header) + payments.map(\.header) + limits.map(\.header)
    return headers.reduce(into: [:]) { roles, header in
      let keys = FormRegistry.form(named: header.form)?.keys ?? []
      for (path, role) in FormKey.roles(keys) {
        let name = "\(header.id).\(path)"
        roles[name] = role
        for term in header.terms where term.name.hasPrefix(name + ".") { roles[term.name] = role }
      }
    }
  }

  /// Every parameter: those of rules, growth, and indicators that are assumed.
  var terms: [Term] {
    let headers =
      amounts.map(\.header) + caseloads.map(\.header) + payments.map(\.header) + limits.map(\.header)
    return headers.flatMap(\.terms) + growth.values + standIns.values
  }

  /// The fund x use table.
  public var fundUses: FundUses { FundUses(books) }
}

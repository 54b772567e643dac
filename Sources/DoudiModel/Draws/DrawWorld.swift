import DoudiInputs
import DoudiTape
import DoudiUnits

/// One leaf region's part of a run, written over uncertain inputs.
///
/// What no uncertain input reaches is read from the finished central run and stands on the tape as a
/// figure; the rest is arithmetic, written by the same forms in the same order. Money is in CNY and is
/// not rounded to fen: a draw agrees with a run of the same values within half a fen a line.
public final class DrawWorld {
  /// Where the arithmetic is written.
  let tape: TapeBuilder
  /// The finished run.
  let central: World
  /// What is uncertain; the position is the input's on the tape.
  let inputs: [UncertainInput]
  /// Position of the leaf.
  let leaf: Int
  /// Its cells in which people live.
  let people: [Int]
  /// Its cell of the whole region.
  let whole: Int
  /// Indicators whose figures are uncertain.
  let movedIndicators: Set<String>
  /// Inputs by the name of the parameter.
  private let inputsByName: [String: [Int]]
  private var amounts: [Int: DrawnColumns<TapeValue?>] = [:]
  private var revisions: [Int: Set<Month>] = [:]
  private var persons: [Int: DrawnColumns<TapeValue>] = [:]
  private var leavers: [Int: DrawnColumns<TapeValue>] = [:]
  private var readings: [ReadingKey: TapeValue] = [:]
  /// Parts and wholes of steered rates by rule, month and place.
  var rates: [String: (part: DrawnColumns<TapeValue>, whole: DrawnColumns<TapeValue>)] = [:]
  /// By rule and year how far a reserve stands above its floor before it is filled up; below 0 what is lacking.
  var reserveTests: [String: [Int: TapeValue]] = [:]
  /// Who pays.
  let funding: DrawnFunding
  /// What payment rules pay.
  var money: DrawnMoney
  /// Uncertain parameters that no draw can move: durations, years, yes/no.
  private(set) var refused: Set<String> = []

  init(
    _ central: World, leaf: Int, inputs: [UncertainInput], tape: TapeBuilder, money: DrawnMoney,
    funding: DrawnFunding
  ) {
    (self.central, self.leaf, self.inputs, self.funding) = (central, leaf, inputs, funding)
    (self.tape, self.money) = (tape, money)
    people = central.space.people(inLeaf: leaf)
    whole = central.space.whole[leaf]
    movedIndicators = Set(inputs.compactMap(\.indicator))
    inputsByName = Dictionary(grouping: inputs.indices) { inputs[$0].name }
  }

  /// The months of the horizon.
  var horizon: Horizon { central.horizon }

  // MARK: Parameters

  /// A parameter's value for a cell and month, in the term's unit.
  func number(_ term: Term, _ cell: Int, _ month: Month) -> TapeValue {
    let value = referenced(term, cell, month) ?? tape.figure(central.figure(term, cell, month).value.double)
    guard isMoved(term, cell) else { return value }
    return allowed(drawn(value, term.name, cell), term)
  }

  /// No value where a draw leaves what the parameter may be: the official run would refuse it.
  private func allowed(_ value: TapeValue, _ term: Term) -> TapeValue {
    let range = term.range.bounds(whole: (Rational.one / (term.unit.shareFactor ?? .one)).double)
    let none = tape.literal(.nan)
    var value = value
    if range.lowerBound.isFinite {
      let low = tape.literal(range.lowerBound)
      let holds = term.range == .positive ? value > low : value >= low
      value = TapeValue.select(holds, then: value, else: none)
    }
    guard range.upperBound.isFinite else { return value }
    return TapeValue.select(tape.literal(range.upperBound) >= value, then: value, else: none)
  }

  /// No value where a draw makes less than nothing of what has a unit that cannot be negative.
  func held(_ value: TapeValue, unit: Measure) -> TapeValue {
    guard unit.isNeverNegative else { return value }
    return TapeValue.select(value >= tape.literal(0), then: value, else: tape.literal(.nan))
  }

  /// A parameter as a plain fraction: 60 % is 0.6.
  func share(_ term: Term, _ cell: Int, _ month: Month) -> TapeValue {
    guard isMoved(term, cell) else { return tape.figure(central.share(term, cell, month).value.double) }
    return number(term, cell, month) * (term.unit.shareFactor ?? .one).double
  }

  /// A parameter that shapes the arithmetic itself: a duration, a year, a yes/no. It cannot be drawn.
  func fixed(_ term: Term, _ cell: Int, _ month: Month) -> Rational {
    if isMoved(term, cell) { refused.insert(term.name) }
    return central.figure(term, cell, month).value
  }

  /// A yes/no parameter.
  func flag(_ term: Term, _ cell: Int, _ month: Month) -> Bool { fixed(term, cell, month) != .zero }

  /// True where draws move the parameter in a cell.
  func isMoved(_ term: Term, _ cell: Int) -> Bool {
    let place = central.space.cells[cell]
    if inputsByName[term.name]?.contains(where: { inputs[$0].covers(place) }) ?? false { return true }
    return term.branch(for: place)?.indicator.map { movedIndicators.contains($0.name) } ?? false
  }

  /// What the draws make of a value.
  func drawn(_ value: TapeValue, _ name: String, _ cell: Int) -> TapeValue {
    guard let positions = inputsByName[name] else { return value }
    let place = central.space.cells[cell]
    return positions.reduce(value) { value, position in
      guard inputs[position].covers(place) else { return value }
      switch inputs[position].effect {
      case .replace: return tape.input(position)
      case .add: return value + tape.input(position)
      case .multiply: return value * tape.input(position)
      }
    }
  }

  /// The value of a parameter that reads an uncertain indicator; nil for any other.
  private func referenced(_ term: Term, _ cell: Int, _ month: Month) -> TapeValue? {
    guard let reference = term.branch(for: central.space.cells[cell])?.indicator,
      movedIndicators.contains(reference.name)
    else { return nil }
    return indicator(
      reference.name, cell, area: reference.area, year: month.year - reference.lag, unit: term.unit)
  }

  // MARK: Amounts and groups

  /// The amount of a cell in a month, CNY per person and month; nil where the rule does not apply.
  func amount(_ position: Int, _ cell: Int, _ month: Month) -> TapeValue? {
    if let own = amounts[position], let place = people.firstIndex(of: cell) {
      return own.value(place, month) ?? nil
    }
    return central.amounts[position].figure(cell, month).map { tape.figure($0.value.double) }
  }

  /// The amount that is paid in a month: the old one while a rise is still to be settled.
  func payable(_ position: Int, _ cell: Int, _ month: Month) -> TapeValue? {
    if let window = central.backPayWindows[position], window.isOpen(in: month) {
      return amount(position, cell, window.stillPaid(in: month))
    }
    return amount(position, cell, month)
  }

  /// Persons or events of a cell in a month.
  func persons(_ group: Int, _ cell: Int, _ month: Month) -> TapeValue {
    if let own = persons[group], let place = people.firstIndex(of: cell) {
      return own.value(place, month) ?? tape.literal(0)
    }
    return tape.figure(central.groups[group].persons(cell, month))
  }

  /// Persons who leave a cell in a month.
  func exits(_ group: Int, _ cell: Int, _ month: Month) -> TapeValue {
    if let own = leavers[group], let place = people.firstIndex(of: cell) {
      return own.value(place, month) ?? tape.literal(0)
    }
    return tape.figure(central.groups[group].exits(cell, month))
  }

  /// True where a rule's amounts are being written.
  func isDrawn(amount position: Int) -> Bool { amounts[position] != nil }

  func beginAmount(_ position: Int) { amounts[position] = DrawnColumns(first: central.firstAmountMonth) }
  func append(_ column: [TapeValue?], amount position: Int) { amounts[position]?.append(column) }

  /// What draws add to a finished amount of the horizon ("amount.NAME"); what is added in one year is
  /// no part of what the next year's amount follows.
  /// Where the amount is set by decision, draws move the decided figures alone. An amount below 0 is none.
  func levered(
    _ column: [TapeValue?], _ name: String, _ month: Month, decided: DecidedAmount?
  ) -> [TapeValue?] {
    zip(people, column).map { cell, value in
      isLevered(cell, name, month, decided: decided)
        ? value.map { held(drawn($0, DecidedAmount.prefix + "." + name, cell), unit: Units.monthly) } : value
    }
  }

  /// True where draws move the amount of a cell itself, not only what it follows.
  func isLevered(_ cell: Int, _ name: String, _ month: Month, decided: DecidedAmount?) -> Bool {
    guard month >= horizon.first, let moving = inputsByName[DecidedAmount.prefix + "." + name] else {
      return false
    }
    if let decided, decided.figure(cell, month, central) == nil { return false }
    return moving.contains { inputs[$0].covers(central.space.cells[cell]) }
  }

  /// True where draws move an amount itself somewhere.
  func isLevered(_ name: String) -> Bool { inputsByName[DecidedAmount.prefix + "." + name] != nil }

  /// Notes a month in which an amount was written anew.
  func noteRevision(of position: Int, in month: Month) { revisions[position, default: []].insert(month) }

  /// True where one of some amounts was written anew in a month.
  func isRevised(_ positions: Set<Int>, in month: Month) -> Bool {
    positions.contains { revisions[$0]?.contains(month) ?? false }
  }

  /// Sets a group for its whole course; `exits` where the form knows who leaves.
  func set(group: Int, _ columns: [[TapeValue]], exits: [[TapeValue]]? = nil) {
    persons[group] = DrawnColumns(first: central.firstGroupMonth, columns)
    leavers[group] = exits.map { DrawnColumns(first: central.firstGroupMonth, $0) }
  }

  /// Part and whole of a steered rate, persons.
  func rate(_ rule: String, _ cell: Int, _ month: Month) -> (part: TapeValue, whole: TapeValue)? {
    if let own = rates[rule], let place = people.firstIndex(of: cell) {
      guard let part = own.part.value(place, month), let whole = own.whole.value(place, month) else {
        return nil
      }
      return (part, whole)
    }
    return central.rates[rule].map { history in
      (tape.figure(history.part.persons(cell, month)), tape.figure(history.whole.persons(cell, month)))
    }
  }

  // MARK: Readings

  /// What an uncertain indicator is asked for.
  struct ReadingKey: Hashable {
    let name: String
    let cell: Int
    let area: Area?
    let year: Int
    let unit: String
    let isNear: Bool
  }

  /// A reading kept from before, or a new one.
  func reading(_ key: ReadingKey, _ read: () -> TapeValue) -> TapeValue {
    if let known = readings[key] { return known }
    let found = read()
    readings[key] = found
    return found
  }
}

/// Values by month and place.
struct DrawnColumns<Value> {
  private let first: Month
  private var columns: [[Value]]

  init(first: Month, _ columns: [[Value]] = []) { (self.first, self.columns) = (first, columns) }

  mutating func append(_ column: [Value]) { columns.append(column) }

  func value(_ place: Int, _ month: Month) -> Value? {
    let offset = month.months(since: first)
    return columns.indices.contains(offset) ? columns[offset][place] : nil
  }
}

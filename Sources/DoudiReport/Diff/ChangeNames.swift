import DoudiInputs
import DoudiModel
import DoudiUnits

/// Names of the codes in a change log, as the books of a run have them; a code without a name stands for itself.
struct ChangeNames {
  private(set) var programmes: [String: Bilingual] = [:]
  private(set) var amounts: [String: Bilingual] = [:]
  private(set) var groups: [String: Bilingual] = [:]
  private(set) var places: [String: Bilingual] = [:]
  private(set) var funds: [String: Bilingual] = [:]
  private(set) var indicators: [String: Bilingual] = [:]
  /// Rules of the books, on or off: what they are called, and what form they have.
  private(set) var rules: [String: (name: Bilingual, form: String)] = [:]
  private(set) var books: [String: Bilingual] = [:]

  /// No names.
  init() {}

  /// Regions alone.
  init(places: [String: Bilingual]) { self.places = places }

  /// The names of a run.
  init(_ model: Model) {
    func names(_ pairs: [(String, Bilingual)]) -> [String: Bilingual] {
      Dictionary(pairs) { _, last in last }
    }
    programmes = names(model.programmes.map { ($0.id, $0.name) })
    amounts = names(model.amounts.map { ($0.gives, $0.header.name) })
    groups = names((model.books.flatMap(\.groups) + model.groups).map { ($0.id, $0.name) })
    places = names(model.space.tree.regions.map { ($0.code.text, $0.name) })
    funds = names(model.funds.map { ($0.id, $0.name) })
    indicators = names(model.books.flatMap(\.indicators).map { ($0.id, $0.name) })
    books = names(model.books.map { ($0.id, $0.name) })
    rules = Dictionary(model.books.flatMap(\.rules).map { ($0.id, ($0.name, $0.form)) }) { _, last in last }
  }

  /// The names of two runs; the first's go before.
  func merging(_ other: ChangeNames) -> ChangeNames {
    var all = self
    all.programmes.merge(other.programmes) { own, _ in own }
    all.amounts.merge(other.amounts) { own, _ in own }
    all.groups.merge(other.groups) { own, _ in own }
    all.places.merge(other.places) { own, _ in own }
    all.funds.merge(other.funds) { own, _ in own }
    all.indicators.merge(other.indicators) { own, _ in own }
    all.rules.merge(other.rules) { own, _ in own }
    all.books.merge(other.books) { own, _ in own }
    return all
  }

  // MARK: figures

  /// "dibao".
  func programme(_ id: String) -> Word { Word(id, programmes[id] ?? Self.plain(id)) }
  /// "hardship".
  func fund(_ id: String) -> Word { Word(id, funds[id] ?? Self.plain(id)) }
  /// "central".
  static func tier(_ id: String) -> Word { Word(id, Tier(id: id).map { Labels.tier($0) } ?? plain(id)) }
  /// "123456".
  func place(_ id: String) -> Word { Word(id, places[id] ?? Self.plain(id)) }

  /// "dibao 2027".
  func money(_ one: MoneyChange) -> Word { Self.word([programme(one.programme), Word(one.year)]) }
  /// "hardship central 2027".
  func funding(_ one: FundingChange) -> Word {
    Self.word((one.fund.isEmpty ? [] : [fund(one.fund)]) + [Self.tier(one.tier), Word(one.year)])
  }
  /// "standard 123456/rural 2027-01".
  func standard(_ one: FigureChange) -> Word { figure(one, amounts) }
  /// "group 123456/rural 2027-01".
  func people(_ one: FigureChange) -> Word { figure(one, groups) }
  /// "W01 123456 2027".
  func limit(_ one: LimitChange) -> Word {
    let rule = rules[one.id].map { Self.named($0.name, one.id) } ?? Self.plain(one.id)
    return Self.word([Word(one.id, rule), place(one.region), Word(one.period)])
  }

  private func figure(_ one: FigureChange, _ names: [String: Bilingual]) -> Word {
    Self.word([
      Word(one.name, names[one.name] ?? Self.plain(one.name)), spot(one.region, one.area), Word(one.first),
    ])
  }

  /// "123456/rural".
  func spot(_ region: String, _ area: String) -> Word {
    let (place, area) = (
      place(region), Word(area, Area(id: area).map { Labels.area($0) } ?? Self.plain(area))
    )
    return Word(
      "\(place.id)/\(area.id)",
      Bilingual(zh: "\(place.label.zh)/\(area.label.zh)", en: "\(place.label.en)/\(area.label.en)"))
  }

  // MARK: words

  static func plain(_ text: String) -> Bilingual { Bilingual(zh: text, en: text) }

  /// "name (code)".
  static func named(_ name: Bilingual, _ code: String) -> Bilingual {
    Bilingual(zh: "\(name.zh)（\(code)）", en: "\(name.en) (\(code))")
  }

  static func word(_ parts: [Word]) -> Word {
    func text(_ language: (Bilingual) -> String) -> String {
      parts.map { language($0.label) }.joined(separator: " ")
    }
    return Word(
      parts.map(\.id).joined(separator: " "), Bilingual(zh: text(\.zh), en: text(\.en)))
  }
}

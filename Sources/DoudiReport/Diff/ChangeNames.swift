import DoudiInputs
import DoudiModel
import DoudiUnits

/// Names of the codes in a change log, as the books of a run have them; a code without a name stands for itself.
struct ChangeNames {
  private var programmes: [String: Bilingual] = [:]
  private var amounts: [String: Bilingual] = [:]
  private var groups: [String: Bilingual] = [:]
  private var places: [String: Bilingual] = [:]

  /// No names.
  init() {}

  /// The names of a run.
  init(_ report: RunReport) {
    let model = report.model
    func names(_ pairs: [(String, Bilingual)]) -> [String: Bilingual] {
      Dictionary(pairs) { first, _ in first }
    }
    programmes = names(model.programmes.map { ($0.id, $0.name) })
    amounts = names(model.amounts.map { ($0.gives, $0.header.name) })
    groups = names(model.groups.map { ($0.id, $0.name) })
    places = names(model.space.tree.regions.map { ($0.code.text, $0.name) })
  }

  /// "dibao 2027".
  func money(_ one: MoneyChange) -> Word { word([(one.programme, programmes), (one.year, [:])]) }
  /// "standard 123456/rural 2027-01".
  func standard(_ one: FigureChange) -> Word { figure(one, amounts) }
  /// "group 123456/rural 2027-01".
  func people(_ one: FigureChange) -> Word { figure(one, groups) }
  /// "W01 123456 2027".
  func limit(_ one: LimitChange) -> Word { word([(one.id, [:]), (one.region, places), (one.period, [:])]) }
  /// "parameter N03.ratio".
  func input(_ one: InputChange) -> Word {
    let kind = ModelInput.Kind(rawValue: one.kind).map { [one.kind: Labels.inputKind($0)] } ?? [:]
    return word([(one.kind, kind), (one.name, [:])])
  }

  private func figure(_ one: FigureChange, _ names: [String: Bilingual]) -> Word {
    let area = Area(id: one.area).map { Labels.area($0) } ?? Bilingual(zh: one.area, en: one.area)
    let place = places[one.region] ?? Bilingual(zh: one.region, en: one.region)
    let spot = "\(one.region)/\(one.area)"
    let label = Bilingual(zh: "\(place.zh)/\(area.zh)", en: "\(place.en)/\(area.en)")
    return word([(one.name, names), (spot, [spot: label]), (one.first, [:])])
  }

  private func word(_ parts: [(id: String, names: [String: Bilingual])]) -> Word {
    func text(_ language: (Bilingual) -> String) -> String {
      parts.map { part in part.names[part.id].map(language) ?? part.id }.joined(separator: " ")
    }
    return Word(parts.map(\.id).joined(separator: " "), Bilingual(zh: text(\.zh), en: text(\.en)))
  }
}

public import DoudiInputs
public import DoudiUnits

/// An input as another run was told it, in the words of that run's table of inputs.
public struct ToldInput: Hashable, Sendable {
  /// Kind.
  public let kind: ModelInput.Kind
  /// Name, once in a kind.
  public let name: String
  /// What it was told; nil: nothing of the name.
  public let value: String?
  /// Unit of the value; empty: none.
  public let unit: String

  /// An input.
  public init(_ kind: ModelInput.Kind, _ name: String, value: String?, unit: String) {
    (self.kind, self.name, self.value, self.unit) = (kind, name, value, unit)
  }

  /// Whether a scenario that was told something else can be told this: not where the words of a book, regions, lists
  /// of units or households changed, or a fund got another way of being paid.
  /// - Parameter isToldNow: whether the scenario is told anything of the name.
  /// - Returns: true where it can.
  public func canBeTold(isToldNow: Bool) -> Bool {
    switch kind {
    case .parameter: value.map { TermText($0, unit: unit) != nil } ?? true
    case .rule: (value == nil) == isToldNow
    case .datum: true
    case .observation: Observed(name) != nil
    case .transfer: name.hasSuffix(".own") ? value != nil && isToldNow : true
    case .scenario: Restoration.settings.contains(name) && value != nil
    case .region: false
    }
  }

  /// The parts of an observed figure's name; nil where it is none.
  public static func observed(_ name: String) -> (
    indicator: String, region: String, area: Area, period: String
  )? {
    Observed(name).map { ($0.indicator, $0.region.text, $0.area, "\($0.period)") }
  }

  /// The place of an observed figure: "indicator@region/area period".
  struct Observed {
    let indicator: String
    let region: RegionCode
    let area: Area
    let period: Period

    init?(_ name: String) {
      let parts = name.split(separator: " ")
      guard parts.count == 2, let period = Period(parts[1]), let at = parts[0].lastIndex(of: "@") else {
        return nil
      }
      let place = parts[0][parts[0].index(after: at)...].split(separator: "/")
      guard let first = place.first, let region = RegionCode(String(first)), place.count <= 2,
        let area = place.count == 2 ? Area(id: String(place[1])) : .all
      else { return nil }
      (indicator, self.region, self.area, self.period) = (String(parts[0][..<at]), region, area, period)
    }
  }
}

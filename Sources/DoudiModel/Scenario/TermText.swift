import DoudiInputs
import DoudiUnits

/// The values of a term as a table of inputs records them, "123456 rural 2027-01: 9, 2028-01: 10; 8", read back.
struct TermText {
  /// The values of one place.
  private struct Branch {
    let region: String?
    let area: String?
    let values: [(from: String?, number: String)]
  }

  private let branches: [Branch]
  private let unit: String

  /// nil where it holds something else than numbers, as the name of an indicator.
  init?(_ text: String, unit: String) {
    var found: [Branch] = []
    for part in text.split(separator: ";") {
      guard let branch = Self.branch(part) else { return nil }
      found.append(branch)
    }
    guard !found.isEmpty else { return nil }
    (branches, self.unit) = (found, unit)
  }

  private static func branch(_ text: Substring) -> Branch? {
    var words = text.split(separator: " ")
    var (region, area): (String?, String?)
    if words.count > 1, let first = words.first, !first.hasSuffix(":"), RegionCode(String(first)) != nil {
      region = String(words.removeFirst())
    }
    if let first = words.first, Area(id: String(first)) != nil { area = String(words.removeFirst()) }
    var values: [(from: String?, number: String)] = []
    for one in words.joined(separator: " ").split(separator: ",") {
      let parts = one.split(separator: ":").map { $0.split(separator: " ").joined() }
      guard let number = parts.last, Rational(decimal: number) != nil, parts.count <= 2 else { return nil }
      guard parts.count == 1 || Month(parts[0]) != nil else { return nil }
      values.append((parts.count == 2 ? parts[0] : nil, number))
    }
    guard !values.isEmpty, values.count == 1 || values.allSatisfy({ $0.from != nil }) else { return nil }
    return Branch(region: region, area: area, values: values)
  }

  /// The same as a scenario writes it, in flow style, with its unit.
  var yaml: String {
    let general = branches.filter { $0.region == nil }
    if general.count == branches.count, general.count == 1, general[0].area == nil { return yaml(general[0]) }
    var regions: [String] = []
    for one in branches { if let region = one.region, !regions.contains(region) { regions.append(region) } }
    var parts = entries(general)
    let regional = regions.map { region in
      let own = branches.filter { $0.region == region }
      let inner =
        own.count == 1 && own[0].area == nil ? yaml(own[0]) : "{" + entries(own).joined(separator: ", ") + "}"
      return "\"\(region)\": \(inner)"
    }
    if !regional.isEmpty { parts.append("regions: {" + regional.joined(separator: ", ") + "}") }
    return "{" + parts.joined(separator: ", ") + "}"
  }

  /// Of one place; of equal branches the first counts.
  private func entries(_ branches: [Branch]) -> [String] {
    var seen: Set<String> = []
    return branches.compactMap { one in
      let key = one.area ?? "value"
      return seen.insert(key).inserted ? "\(key): \(yaml(one))" : nil
    }
  }

  private func yaml(_ branch: Branch) -> String {
    if branch.values.count == 1, branch.values[0].from == nil { return number(branch.values[0].number) }
    let dated = branch.values.map { "\($0.from ?? ""): \(number($0.number))" }
    return "{" + dated.joined(separator: ", ") + "}"
  }

  private func number(_ text: String) -> String {
    switch unit {
    case "flag": text == "0" ? "false" : "true"
    case "1", "": text
    default: "\(text) \(unit)"
    }
  }
}

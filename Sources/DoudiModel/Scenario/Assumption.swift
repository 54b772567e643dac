import DoudiInputs
public import DoudiUnits

/// A number that no source gives: its name, value, reason, and the clause that leaves it open.
public struct Assumption: Sendable {
  /// Name under which it is supplied and overridden.
  public let name: String
  /// The values.
  public let term: Term
  /// The clause that needs it; nil for growth and stand-in indicators.
  public let citation: Citation?

  /// Where the general value, or the first one where there is none, comes from.
  public var origin: TermOrigin? {
    let branch = term.branches.last { $0.region == nil && $0.area == nil } ?? term.branches.first
    return branch?.dated.last?.origin ?? branch?.indicator?.origin
  }

  /// The weakest status of its values.
  public var status: Status { term.weakest ?? .assumed }

  /// All values as one text: "urban 27.6, rural 38.7".
  public var valueText: String { term.valueText }
}

extension Term {
  /// All values as one text: "urban 27.6, rural 38.7".
  public var valueText: String { valueText(places: 6) }

  /// The same with at most so many decimals; 18 are as many as can be written.
  func valueText(places: Int) -> String {
    branches.map { branch in
      let place = [branch.region?.text, branch.area?.id].compactMap { $0 }.joined(separator: " ")
      if let reference = branch.indicator { return (place.isEmpty ? "" : place + " ") + reference.name }
      let values = branch.dated.map { one in
        (one.from.map { "\($0): " } ?? "") + one.figure.value.shortText(maximumPlaces: places)
      }
      return (place.isEmpty ? "" : place + " ") + values.joined(separator: ", ")
    }.joined(separator: "; ")
  }
}

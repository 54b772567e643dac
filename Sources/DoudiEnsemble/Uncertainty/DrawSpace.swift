public import DoudiInputs
public import DoudiModel
import DoudiUnits

/// What can be drawn in a scenario, whatever its steps are: parameters with their units, and the places
/// by which their values may differ.
public struct DrawSpace: Sendable {
  /// Units of the parameters by name.
  public let units: [String: Measure]
  /// The leaf regions in their order.
  public let leaves: [String]
  /// Name of the whole.
  public let root: String
  /// Years that have figures.
  public let years: [Int]
  /// Money a ceiling can be put on.
  let programmes: Set<String>
  /// True where values may differ between urban and rural.
  let hasAreas: Bool
  /// By region that is no leaf the leaves below it.
  private let below: [String: [String]]
  private let known: Set<String>

  /// The space of a scenario of months.
  public init(_ model: Model) {
    let tree = model.space.tree
    units = model.parameterUnits
    leaves = model.space.leaves.map(\.code.text)
    (root, years, hasAreas) = (tree.root.code.text, model.scenario.horizon.years, true)
    programmes = Set(model.programmes.map(\.id) + ["total"])
    known = Set(leaves)
    let above = tree.regions.map(\.code).filter { !tree.isLeaf($0) }
    below = Dictionary(
      uniqueKeysWithValues: above.map { ($0.text, tree.leaves(under: $0).map(\.code.text)) })
  }

  /// The space of a yearly scenario: parameters and figures, without units; the whole of
  /// several regions is called "all".
  public init(_ model: YearlyModel) {
    units = Dictionary((model.parameters + model.columns).map { ($0, Measure.one) }) { first, _ in first }
    (leaves, years, hasAreas) = (model.regions, Array(1...max(1, model.years)), false)
    root = model.regions.count == 1 ? model.regions[0] : "all"
    programmes = Set(model.outputs.filter(model.isAdditive))
    (known, below) = (Set(model.regions), [root: model.regions])
  }

  /// A leaf itself, or the leaves below a region; nil for an unknown one.
  func leaves(of region: String) -> [String]? { known.contains(region) ? [region] : below[region] }

  /// The region's own name; nil for an unknown one.
  func region(_ text: String) -> String? { leaves(of: text).map { _ in text } }
}

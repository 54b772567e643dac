public import DoudiUnits

/// A place in the tree of regions.
public struct Region: Hashable, Sendable {
  /// Key: census code, or the parent's code + "-Z" + two digits.
  public let code: RegionCode
  /// The region it belongs to; nil for the root.
  public let parent: RegionCode?
  /// Names.
  public let name: Bilingual
  /// Level of government.
  public let tier: Tier
  /// Areas it carries data for, urban before rural; empty for parents.
  public let areas: [Area]
  /// Whose code it is: gbt2260, stat or own.
  public let codeSystem: String
  /// Where it stands in the file.
  public let span: SourceSpan

  /// A region.
  public init(
    code: RegionCode, parent: RegionCode?, name: Bilingual, tier: Tier, areas: [Area], codeSystem: String,
    span: SourceSpan
  ) {
    self.code = code
    self.parent = parent
    self.name = name
    self.tier = tier
    self.areas = areas
    self.codeSystem = codeSystem
    self.span = span
  }
}

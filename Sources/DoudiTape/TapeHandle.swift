/// A value of a tape under construction: what it depends on, and its place among values of its kind.
struct TapeHandle: Hashable, Sendable {
  enum Kind: UInt32 {
    /// A number for all draws and regions.
    case literal
    /// Depends on the draw alone: computed once a block.
    case common
    /// A number of the region, the same for all draws.
    case figure
    /// Depends on draw and region.
    case regional
  }

  let raw: UInt32

  init(_ kind: Kind, _ index: Int) { raw = kind.rawValue << 30 | UInt32(truncatingIfNeeded: index) }

  private init(raw: UInt32) { self.raw = raw }

  /// Stands for an operand that an operation does not have.
  static let none = TapeHandle(raw: .max)

  var kind: Kind { Kind(rawValue: raw >> 30) ?? .literal }
  var index: Int { Int(raw & 0x3fff_ffff) }
  /// One number for all draws.
  var isNumber: Bool { raw & 1 << 30 == 0 }
  /// Belongs to the region that is being written.
  var isOfRegion: Bool { raw & 1 << 31 != 0 }
}

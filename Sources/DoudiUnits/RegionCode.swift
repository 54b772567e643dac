/// The key of a region: census code, or its parent's code + "-Z" + two digits.
@frozen
public struct RegionCode: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The code as written, text and never a number.
  public let text: String

  /// Six digits, optionally followed by one or more "-Z" + two digits; nil otherwise.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let head = parts.first, head.utf8.count == 6,
      head.utf8.allSatisfy({ (48...57).contains($0) }),
      parts.dropFirst().allSatisfy({ part in
        let bytes = Array(part.utf8)
        return bytes.count == 3 && bytes[0] == UInt8(ascii: "Z")
          && (48...57).contains(bytes[1]) && (48...57).contains(bytes[2])
      })
    else { return nil }
    self.text = text
  }

  /// Byte order of the text.
  public static func < (a: RegionCode, b: RegionCode) -> Bool { a.text < b.text }
  /// The code.
  public var description: String { text }
}

/// What whoever hands in a package says of it: licence and authors.
public struct PackageTerms: Sendable {
  /// Identifier of the licence, as SPDX has it; nil: not said.
  public let licenceID: String?
  /// Names of authors.
  public let authors: [String]

  /// Terms; nothing is said where nothing is known.
  public init(licence: String? = nil, authors: [String] = []) {
    (licenceID, self.authors) = (licence, authors)
  }

  /// The licence as a descriptor has it. Where none was named it says so, by the word that the Open
  /// Definition's list has for it.
  var licence: (id: String, descriptor: JSONTree) {
    guard let licenceID else {
      return (
        "notspecified",
        .present([("name", .text("notspecified")), ("title", .text("未指定许可 / License not specified"))])
      )
    }
    return (licenceID, .present([("name", .text(licenceID)), ("title", .text(licenceID))]))
  }
}

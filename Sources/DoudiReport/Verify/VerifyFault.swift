public import DoudiInputs

/// Something in an export that is not as it was written, or does not agree with the rest.
public struct VerifyFault: Sendable {
  /// What kind of thing it is.
  public enum Kind: String, Sendable {
    /// A file of the list is not there.
    case missing
    /// A file that no list has.
    case extra
    /// Bytes other than those that were written.
    case changed
    /// Text that cannot be taken apart.
    case broken
    /// A table or column that no version of the program writes.
    case unknown
    /// A cell that its column cannot hold.
    case cell
    /// Two rows of one key.
    case key
    /// Figures that do not add up or agree.
    case sum
    /// A descriptor that says something else.
    case descriptor
  }

  /// Kind.
  public let kind: Kind
  /// Where it stands.
  public let span: SourceSpan
  /// In words.
  public let message: Bilingual

  init(_ kind: Kind, _ span: SourceSpan, _ message: Bilingual) {
    (self.kind, self.span, self.message) = (kind, span, message)
  }

  /// A fault of a file as a whole.
  init(_ kind: Kind, file: String, _ message: Bilingual) {
    self.init(kind, SourceSpan(file: file, line: 1, column: 1), message)
  }
}

/// Something that cannot be verified at all.
public struct UnreadableExport: Error {
  /// Why.
  public let message: Bilingual
}

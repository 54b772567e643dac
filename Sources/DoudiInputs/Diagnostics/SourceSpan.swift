/// A place in a text file.
public struct SourcePosition: Hashable, Comparable, Sendable {
  /// Line, from 1.
  public let line: Int
  /// Column, from 1, counted in Unicode scalars.
  public let column: Int

  /// The place `line`:`column`, both from 1.
  public init(line: Int, column: Int) { (self.line, self.column) = (line, column) }

  /// Reading order.
  public static func < (a: SourcePosition, b: SourcePosition) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }
}

/// A stretch of one line of a file, for error messages and traces.
public struct SourceSpan: Hashable, Sendable {
  /// Path as the user typed it.
  public let file: String
  /// First scalar of the stretch.
  public let start: SourcePosition
  /// Unicode scalars on the first line, at least 1.
  public let length: Int

  /// A stretch of `length` scalars from `start`; a length below 1 becomes 1.
  public init(file: String, start: SourcePosition, length: Int = 1) {
    (self.file, self.start, self.length) = (file, start, max(1, length))
  }

  /// A stretch of `length` scalars from `line`:`column`.
  public init(file: String, line: Int, column: Int, length: Int = 1) {
    self.init(file: file, start: SourcePosition(line: line, column: column), length: length)
  }
}

extension SourceSpan: CustomStringConvertible {
  /// "path:line:column".
  public var description: String { "\(file):\(start.line):\(start.column)" }
}

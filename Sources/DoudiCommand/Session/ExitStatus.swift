/// Exit codes that scripts rely on.
enum ExitStatus {
  /// The input is not valid.
  static let invalid: Int32 = 1
  /// A hard limit is broken (`audit`).
  static let limitBroken: Int32 = 3
  /// Two things differ that should not (`verify`), or differ at all (`diff`).
  static let mismatch: Int32 = 4
  /// Something could not be read or written.
  static let inputOutput: Int32 = 5
  /// The user interrupted.
  static let interrupted: Int32 = 130
}

/// The version of this program and of what it writes.
public enum ProgramVersion {
  /// Major, minor, patch.
  public static let text = "0.1.0"
  /// Version of the JSON shapes.
  public static let schema = 1
}

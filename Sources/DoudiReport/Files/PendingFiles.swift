import Synchronization

/// Names of files in the making, for whoever ends the program before they are done.
public enum PendingFiles {
  private static let names = Mutex<[String]>([])

  static func add(_ name: String) { names.withLock { $0.append(name) } }
  static func removeAll() { names.withLock { $0 = [] } }

  /// Removes every unfinished file.
  public static func discard() {
    for name in names.withLock({ $0 }) { removeFile(name) }
  }
}

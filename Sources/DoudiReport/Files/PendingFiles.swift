import Synchronization

/// Names of files in the making, for whoever ends the program before they are done.
public enum PendingFiles {
  private static let names = Mutex<[String]>([])
  private static let folders = Mutex<[String]>([])

  static func add(_ name: String) { names.withLock { $0.append(name) } }
  static func add(folder name: String) { folders.withLock { $0.append(name) } }
  static func removeAll() {
    names.withLock { $0 = [] }
    folders.withLock { $0 = [] }
  }

  /// Removes every unfinished file and the folders made for them, unless a list is being changed at this
  /// moment: this is called where waiting is not allowed.
  public static func discard() {
    names.withLockIfAvailable { for name in $0 { removeFile(name) } }
    folders.withLockIfAvailable { for name in $0.reversed() { removeFolder(name) } }
  }
}

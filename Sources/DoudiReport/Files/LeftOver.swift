#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a process that was killed left beside a file or folder it was writing: `.NAME.NUMBER.part`.
enum LeftOver {
  /// The passing name of a file or folder.
  static func part(of name: String, process: Int32 = processNumber()) -> String { ".\(name).\(process).part" }

  /// Removes the parts of a name in a folder whose processes are gone; nothing else, and not this process's own.
  ///
  /// A process that this system cannot see, of another container or machine with the same folder, counts as gone:
  /// its export then fails and can be made again.
  static func remove(of name: String, in folder: String) {
    for found in namesInFolder(folder) ?? [] {
      guard let process = process(of: found, name), process != processNumber(), isGone(process) else {
        continue
      }
      let path = folder + "/" + found
      if unlink(path) != 0 { removeTree(path) }
    }
  }

  /// The number in the name of a part; nil for any other name.
  private static func process(of found: String, _ name: String) -> Int32? {
    let (before, after) = (".\(name).", ".part")
    guard found.hasPrefix(before), found.hasSuffix(after),
      found.utf8.count > before.utf8.count + after.utf8.count
    else { return nil }
    let digits = found.dropFirst(before.count).dropLast(after.count)
    guard let number = Int32(digits), number > 0, digits == "\(number)" else { return nil }
    return number
  }

  private static func isGone(_ process: Int32) -> Bool { kill(process, 0) != 0 && errno == ESRCH }
}

/// A file that one of two runs read otherwise than the other, or alone.
struct FileChange {
  let path: String
  /// SHA-256 on each side; nil: the run did not read it.
  let before, after: String?

  /// What kind of file it is, by its place.
  var cause: Cause {
    let parts = path.split(separator: "/")
    if parts.contains("books") || parts.contains("reforms") { return .rule }
    if path.hasSuffix(".csv") { return .data }
    return .assumption
  }

  /// Files by path, then by name where a name is there once on each side.
  static func all(_ before: [HashedFile]?, _ after: [HashedFile]?) -> [FileChange] {
    guard let before, let after else { return [] }
    var old = before
    var new = after
    var found: [FileChange] = []
    func pair(_ isSame: (HashedFile, HashedFile) -> Bool) {
      for one in old {
        let fits = new.filter { isSame(one, $0) }
        guard fits.count == 1, let other = fits.first, old.count(where: { isSame($0, other) }) == 1 else {
          continue
        }
        old.removeAll { $0 == one }
        new.removeAll { $0 == other }
        if one.sha256 != other.sha256 {
          found.append(FileChange(path: other.path, before: one.sha256, after: other.sha256))
        }
      }
    }
    pair { $0.path == $1.path }
    pair { $0.sha256 == $1.sha256 }
    pair { $0.path.split(separator: "/").suffix(2) == $1.path.split(separator: "/").suffix(2) }
    pair { $0.path.split(separator: "/").last == $1.path.split(separator: "/").last }
    found += old.map { FileChange(path: $0.path, before: $0.sha256, after: nil) }
    found += new.map { FileChange(path: $0.path, before: nil, after: $0.sha256) }
    return found.sorted { $0.path < $1.path }
  }
}

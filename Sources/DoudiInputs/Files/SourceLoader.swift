import Synchronization

/// Reads input files and remembers them for excerpts.
///
/// Paths are shown as the root the user typed joined with the path inside it.
public struct SourceLoader: Sendable {
  /// Most bytes of a YAML file: 2 MB.
  public static let yamlLimit = 2_000_000
  /// Most bytes of a CSV file: 512 MB.
  public static let csvLimit = 512_000_000

  private final class Memory: Sendable {
    let files = Mutex<[String: SourceFile]>([:])
  }

  /// The folder that relative paths start from, as typed.
  public let root: String
  private let memory = Memory()

  /// A loader for paths below `root`; "" or "." is the working directory.
  public init(root: String) { self.root = root }

  /// The path as it is shown: root and `path` joined, "." and "x/.." taken out.
  public func shownPath(_ path: String) -> String {
    let joined = path.hasPrefix("/") || root.isEmpty ? path : root + "/" + path
    var parts: [Substring] = []
    for part in joined.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
    }
    let text = parts.joined(separator: "/")
    return joined.hasPrefix("/") ? "/" + text : text.isEmpty ? "." : text
  }

  /// A file read before, by its shown path.
  public func file(_ shownPath: String) -> SourceFile? { memory.files.withLock { $0[shownPath] } }

  /// All files read so far, by shown path.
  public var files: [String: SourceFile] { memory.files.withLock { $0 } }

  /// Keeps a text that is not on disk, for excerpts.
  public func remember(_ file: SourceFile) { memory.files.withLock { $0[file.path] = file } }

  /// Reads the file at `path` (below the root, or absolute) once.
  /// - Parameters:
  ///   - path: below the root, or absolute. A name ending in ".csv" may be large.
  ///   - bag: receives DD10xx.
  ///   - referrer: where the path is written; problems point there, else at the file itself.
  /// - Returns: nil where the file cannot be used.
  public func load(_ path: String, into bag: DiagnosticBag, referrer: SourceSpan? = nil) -> SourceFile? {
    let shown = shownPath(path)
    if let known = file(shown) { return known }
    let span = referrer ?? SourceSpan(file: shown, line: 1, column: 1)
    let limit = shown.lowercased().hasSuffix(".csv") ? Self.csvLimit : Self.yamlLimit
    let bytes: [UInt8]
    do {
      bytes = try FileBytes.read(shown, limit: limit)
    } catch {
      report(error, shown: shown, limit: limit, at: span, into: bag)
      return nil
    }
    guard let file = TextCheck.file(path: shown, bytes: bytes, into: bag) else { return nil }
    remember(file)
    return file
  }

  /// True where a readable file stands at `path`.
  public func exists(_ path: String) -> Bool {
    file(shownPath(path)) != nil || FileBytes.isFile(shownPath(path))
  }

  /// True where a folder stands at `path`.
  public func isFolder(_ path: String) -> Bool { FileBytes.isFolder(shownPath(path)) }

  /// The file with these bytes, checked as ``load(_:into:referrer:)`` checks what it reads.
  public static func file(path: String, bytes: [UInt8], into bag: DiagnosticBag) -> SourceFile? {
    TextCheck.file(path: path, bytes: bytes, into: bag)
  }

  private func report(
    _ failure: FileBytes.Failure, shown: String, limit: Int, at span: SourceSpan, into bag: DiagnosticBag
  ) {
    let unreadable = Bilingual(zh: "无法读取 \(shown)", en: "\(shown) cannot be read")
    switch failure {
    case .missing:
      bag.error(
        .fileMissing, at: span, Bilingual(zh: "找不到 \(shown)", en: "\(shown) does not exist"),
        hint: Self.nearFile(shown))
    case .isFolder:
      bag.error(
        .fileUnreadable, at: span, unreadable,
        hint: Bilingual(zh: "这是一个文件夹，请写其中的文件", en: "it is a folder; name a file in it"))
    case .isPipe:
      bag.error(
        .fileUnreadable, at: span, unreadable,
        hint: Bilingual(zh: "这是命名管道，请写文件", en: "it is a named pipe; name a file"))
    case .forbidden:
      bag.error(
        .fileUnreadable, at: span, unreadable,
        hint: Bilingual(zh: "没有读取权限", en: "permission is missing"))
    case .tooLarge:
      let megabytes = limit / 1_000_000
      bag.error(
        .fileTooLarge, at: span,
        Bilingual(zh: "\(shown) 超过 \(megabytes) MB", en: "\(shown) is larger than \(megabytes) MB"),
        hint: limit == Self.yamlLimit
          ? Bilingual(zh: "成批数据请放进 CSV 文件", en: "put data in bulk into CSV files") : nil)
    case .other:
      bag.error(.fileUnreadable, at: span, unreadable)
    }
  }

  private static func nearFile(_ shown: String) -> Bilingual? {
    let cut = shown.lastIndex(of: "/")
    let folder = cut.map { String(shown[...$0]) } ?? ""
    let name = cut.map { String(shown[shown.index(after: $0)...]) } ?? shown
    guard let near = nearestName(to: name, among: FileBytes.names(inFolder: folder)) else { return nil }
    return Bilingual(zh: "是不是 \(folder)\(near)？", en: "did you mean \(folder)\(near)?")
  }
}

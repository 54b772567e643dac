#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads whole files and lists folders, without Foundation.
enum FileBytes {
  /// Why a file could not be read.
  enum Failure: Error {
    case missing
    case isFolder
    case isPipe
    case forbidden
    case tooLarge
    case other
  }

  /// The bytes of the file at `path`, read to its end.
  /// - Throws: ``Failure``; ``Failure/tooLarge`` where there are more than `limit` bytes,
  ///   in which case no more than that are read.
  static func read(_ path: String, limit: Int) throws(Failure) -> [UInt8] {
    var status = stat()
    // A named pipe that nobody writes to would keep the program waiting for ever; the shell's are open.
    if stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFIFO, !path.hasPrefix("/dev/") {
      throw .isPipe
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(errno) }
    defer { close(descriptor) }
    guard fstat(descriptor, &status) == 0 else { throw .other }
    if status.st_mode & S_IFMT == S_IFDIR { throw .isFolder }
    guard Int(status.st_size) <= limit else { throw .tooLarge }
    var result: [UInt8] = []
    var capacity = max(Int(status.st_size) + 1, 65_536)
    while true {
      let (chunk, code) = readChunk(descriptor, capacity: capacity)
      if code != 0 { throw failure(code) }
      if chunk.isEmpty { return result }
      if result.isEmpty { result = chunk } else { result += chunk }
      if result.count > limit { throw .tooLarge }
      capacity = 65_536
    }
  }

  /// True where a file that is no folder can be opened.
  static func isFile(_ path: String) -> Bool { kind(path).map { $0 != S_IFDIR } ?? false }

  /// True where a folder stands.
  static func isFolder(_ path: String) -> Bool { kind(path) == S_IFDIR }

  /// What can be opened at `path`; nil where nothing can.
  private static func kind(_ path: String) -> mode_t? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    return fstat(descriptor, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  /// Names in a folder; empty where it cannot be read.
  static func names(inFolder path: String) -> [String] {
    guard let folder = opendir(path.isEmpty ? "." : path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  private static func readChunk(_ descriptor: Int32, capacity: Int) -> ([UInt8], Int32) {
    var code: Int32 = 0
    let chunk = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      var got = 0
      repeat {
        got = Int(systemRead(descriptor, buffer.baseAddress, capacity))
      } while got < 0 && errno == EINTR
      if got < 0 { code = errno }
      count = max(0, got)
    }
    return (chunk, code)
  }

  private static func failure(_ code: Int32) -> Failure {
    switch code {
    case ENOENT, ENOTDIR: .missing
    case EISDIR: .isFolder
    case EACCES, EPERM: .forbidden
    default: .other
    }
  }
}

/// The system's read, under a name that ``FileBytes/read(_:limit:)`` does not hide.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}

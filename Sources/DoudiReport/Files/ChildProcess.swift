#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A program that is run once: input in, output and messages out, no shell.
///
/// All three go through files without a name, so that no full pipe can hold either side up.
struct ChildProcess {
  /// How it ended.
  enum End: Equatable {
    /// It could not be started; the system's error number.
    case notStarted(Int32)
    /// It ended by itself with a status.
    case exited(Int32)
    /// A signal ended it.
    case signalled(Int32)
    /// It took longer than it was given and was ended.
    case tooSlow
  }

  /// How it ended.
  let end: End
  /// What it wrote.
  let output: [UInt8]
  /// What it said.
  let messages: [UInt8]

  /// Runs a program to its end.
  /// - Parameters:
  ///   - program: its path, or a name that is looked for on the PATH.
  ///   - arguments: all but the first, which is the program.
  ///   - input: what it reads.
  ///   - seconds: after how long it is ended.
  init(_ program: String, _ arguments: [String], input: [UInt8], seconds: Int) {
    let files = (0..<3).map { _ in tmpfile() }
    defer { for file in files { if let file { fclose(file) } } }
    let descriptors = files.compactMap { $0.map { fileno($0) } }
    guard descriptors.count == 3, writeAll(input, to: descriptors[0]) == 0 else {
      (end, output, messages) = (.notStarted(errno), [], [])
      return
    }
    _ = lseek(descriptors[0], 0, SEEK_SET)
    switch Self.start([program] + arguments, descriptors) {
    case .failure(let failure): end = .notStarted(failure.code)
    case .success(let process): end = Self.wait(for: process, seconds: seconds)
    }
    output = Self.all(of: descriptors[1])
    messages = Self.all(of: descriptors[2])
  }

  private struct Failure: Error {
    let code: Int32
  }

  private static func start(_ words: [String], _ descriptors: [Int32]) -> Result<pid_t, Failure> {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (place, descriptor) in descriptors.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(place))
    }
    var pointers = words.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    var process = pid_t()
    let code = posix_spawnp(&process, words[0], &actions, nil, pointers, environment)
    return code == 0 ? .success(process) : .failure(Failure(code: code))
  }

  /// This process's variables, which the child has, too.
  private static var environment: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
    guard let address = dlsym(nil, "environ") else { return nil }
    return address.assumingMemoryBound(to: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?.self).pointee
  }

  private static func wait(for process: pid_t, seconds: Int) -> End {
    var status: Int32 = 0
    for _ in 0..<(seconds * 100) {
      let found = waitpid(process, &status, WNOHANG)
      if found == process { return ended(status) }
      if found < 0, errno != EINTR { return .notStarted(errno) }
      usleep(10_000)
    }
    kill(process, SIGKILL)
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return .tooSlow
  }

  private static func ended(_ status: Int32) -> End {
    let signal = status & 0x7F
    return signal == 0 ? .exited((status >> 8) & 0xFF) : .signalled(signal)
  }

  private static func all(of descriptor: Int32) -> [UInt8] {
    var found = stat()
    guard fstat(descriptor, &found) == 0, found.st_size > 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: Int(found.st_size))
    return bytes.withUnsafeMutableBytes { readAll($0, from: descriptor, at: 0) } ? bytes : []
  }
}

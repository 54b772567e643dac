#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The program's own streams.
public enum StandardStreams {
  /// Data: tables and JSON. Once nobody reads any more, what follows is dropped in silence.
  public static func output() -> ByteOutput {
    let state = PipeState()
    return ByteOutput { bytes in
      guard !state.isClosed else { return }
      let code = writeAll(bytes, to: 1)
      if isClosedPipe(code) {
        state.isClosed = true
      } else if code != 0 {
        throw OutputFailure(path: "stdout", code: code)
      }
    }
  }

  /// Talk: messages and hints.
  public static func tell(_ text: String) { _ = writeAll(Array((text + "\n").utf8), to: 2) }

  /// True where standard output is a terminal.
  public static var outputIsTerminal: Bool { isatty(1) == 1 }
  /// True where standard error is a terminal.
  public static var errorIsTerminal: Bool { isatty(2) == 1 }

  /// A variable of the environment; nil where it is not set.
  public static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// Lets a write to a closed pipe fail instead of ending the program.
  public static func ignoreClosedPipes() { signal(SIGPIPE, SIG_IGN) }

  private final class PipeState {
    var isClosed = false
  }
}

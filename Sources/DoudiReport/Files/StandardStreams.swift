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
  public static func tell(_ text: String, end: String = "\n") {
    _ = writeAll(Array((text + end).utf8), to: 2)
  }

  /// True where standard output is a terminal.
  public static var outputIsTerminal: Bool { isatty(1) == 1 }
  /// True where standard error is a terminal.
  public static var errorIsTerminal: Bool { isatty(2) == 1 }

  /// Columns of the terminal that standard output is, as COLUMNS or the terminal itself says; nil
  /// where output goes elsewhere or nobody knows.
  public static var outputWidth: Int? {
    guard outputIsTerminal else { return nil }
    if let asked = variable("COLUMNS").flatMap({ Int($0) }), asked > 0 { return asked }
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// A variable of the environment; nil where it is not set.
  public static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// Lets a write to a closed pipe, or beyond the size that a file may have, fail instead of ending the program.
  public static func ignoreClosedPipes() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }

  private final class PipeState {
    var isClosed = false
  }
}

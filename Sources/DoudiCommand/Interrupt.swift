#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import Doudi

/// Control-C: unfinished files go, then the program ends with 130.
enum Interrupt {
  static func install() {
    // Whoever started the program from a thread that blocks signals handed that on.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigprocmask(SIG_UNBLOCK, &signals, nil)
    signal(SIGINT) { _ in
      PendingFiles.discard()
      _exit(ExitStatus.interrupted)
    }
  }

  static func leave(_ status: Int32) -> Never { exit(status) }
}

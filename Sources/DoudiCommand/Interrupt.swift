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
    signal(SIGINT) { _ in
      PendingFiles.discard()
      _exit(ExitStatus.interrupted)
    }
  }

  static func leave(_ status: Int32) -> Never { exit(status) }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import Dispatch
import Doudi

/// Control-C: unfinished files go, then the program ends with 130.
enum Interrupt {
  private nonisolated(unsafe) static let source = DispatchSource.makeSignalSource(
    signal: SIGINT, queue: DispatchQueue.global(qos: .userInteractive))

  static func install() {
    signal(SIGINT, SIG_IGN)
    source.setEventHandler {
      PendingFiles.discard()
      _exit(ExitStatus.interrupted)
    }
    source.activate()
  }

  static func leave(_ status: Int32) -> Never { exit(status) }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import Doudi
import Synchronization

/// Control-C: unfinished files go, then the program ends with 130; work that can go on later is first put by.
enum Interrupt {
  static func install() {
    // Whoever started the program from a thread that blocks signals handed that on.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigprocmask(SIG_UNBLOCK, &signals, nil)
    signal(SIGINT) { _ in
      if Interrupt.isLeftToOthers { return }
      PendingFiles.discard()
      _exit(ExitStatus.interrupted)
    }
  }

  private static let waits = Atomic<Bool>(false)
  private static let asked = Atomic<Bool>(false)

  /// While true, the first Control-C is left to whoever reads ``isAsked``; the second ends the program.
  static func wait(_ isOn: Bool) { waits.store(isOn, ordering: .sequentiallyConsistent) }

  /// True once the user asked to stop.
  static var isAsked: Bool { asked.load(ordering: .sequentiallyConsistent) }

  /// In a signal's handler: no memory is asked for.
  fileprivate static var isLeftToOthers: Bool {
    !asked.exchange(true, ordering: .sequentiallyConsistent)
      && waits.load(ordering: .sequentiallyConsistent)
  }

  static func leave(_ status: Int32) -> Never { exit(status) }
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import Doudi
import Synchronization

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
      Interrupt.tellResume()
      _exit(ExitStatus.interrupted)
    }
  }

  /// 0: nothing to go on from; 1: in Chinese; 2: in English.
  private static let hint = Atomic<Int>(0)

  /// From now on an interruption says how to go on.
  static func announceResume(_ language: Language) {
    hint.store(language == .zh ? 1 : 2, ordering: .relaxed)
  }

  /// In a signal's handler: no memory is asked for.
  fileprivate static func tellResume() {
    let words: StaticString
    switch hint.load(ordering: .relaxed) {
    case 1: words = "\ndoudi: 已中断；同样的命令加--resume接着算\n"
    case 2: words = "\ndoudi: interrupted; the same command with --resume goes on\n"
    default: return
    }
    _ = write(2, words.utf8Start, words.utf8CodeUnitCount)
  }

  static func leave(_ status: Int32) -> Never { exit(status) }
}

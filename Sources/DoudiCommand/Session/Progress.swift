import Dispatch
import Doudi

/// Draws done of all, on a terminal's standard error once a command takes longer than a blink.
final class Progress {
  private let total: Int
  private let passes: Int
  private let language: Language
  private let isShown: Bool
  private let start: UInt64
  private var done = 0
  private var last: UInt64 = 0

  /// Progress over `draws` draws in each of `passes` passes.
  init(draws: Int, passes: Int, language: Language, isTerminal: Bool = StandardStreams.errorIsTerminal) {
    (total, self.passes, self.language) = (max(1, draws), max(1, passes), language)
    isShown = isTerminal
    start = DispatchTime.now().uptimeNanoseconds
  }

  /// So many draws more are done.
  func add(_ draws: Int) {
    done += draws
    guard isShown else { return }
    let now = DispatchTime.now().uptimeNanoseconds
    guard now - start > 300_000_000, now - last > 100_000_000 else { return }
    last = now
    StandardStreams.tell("\r" + text.text(language) + "\u{1B}[K", end: "")
  }

  /// Clears the line.
  func finish() {
    if last > 0 { StandardStreams.tell("\r\u{1B}[K", end: "") }
  }

  /// "409,600 of 1,000,000 draws, pass 3 of 14".
  var text: Bilingual {
    let pass = min(passes, done / total + 1)
    let draws = min(total, done - (pass - 1) * total)
    guard passes > 1 else {
      return Bilingual(zh: "已抽样\(draws)/\(total)", en: "\(draws) of \(total) draws")
    }
    return Bilingual(
      zh: "已抽样\(draws)/\(total)，第\(pass)/\(passes)遍",
      en: "\(draws) of \(total) draws, pass \(pass) of \(passes)")
  }
}

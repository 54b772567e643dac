import Dispatch

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Foundation
#endif

/// Units of work on several threads whose results are taken in order.
///
/// What a unit is does not depend on the number of threads, and results are added up one after the other:
/// one thread and many give the same bits. At most `threads` results are in memory at a time.
enum OrderedUnits {
  /// Processors that this process may expect to use.
  static var processors: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Computes 0..<count by `produce`, hands each result to `consume` in order.
  static func run<Part: Sendable>(
    _ count: Int, threads: Int?, produce: @Sendable (Int) -> Part, consume: (Int, Part) -> Void
  ) {
    let width = min(max(1, threads ?? processors), max(1, count))
    if width == 1 {
      for unit in 0..<count { consume(unit, produce(unit)) }
      return
    }
    for first in stride(from: 0, to: count, by: width) {
      let wave = min(width, count - first)
      var parts = [Part?](repeating: nil, count: wave)
      parts.withUnsafeMutableBufferPointer { slots in
        // Each iteration writes its own slot.
        nonisolated(unsafe) let slots = slots
        DispatchQueue.concurrentPerform(iterations: wave) { slots[$0] = produce(first + $0) }
      }
      for (place, part) in parts.enumerated() {
        if let part { consume(first + place, part) }
      }
    }
  }
}

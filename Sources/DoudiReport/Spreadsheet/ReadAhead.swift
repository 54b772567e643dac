import Dispatch
import Synchronization

/// Takes the bytes of a long entry out of the archive ahead of who reads them, on a thread of its own; a few pieces
/// at most wait.
final class ReadAhead: @unchecked Sendable {
  private static let pieces = 4
  private static let size = 1 << 18

  private let entry: ZipEntry
  private let room: UnsafeMutablePointer<UInt8>
  /// Bytes of each piece: written before `full` says that it is there, read after.
  private let counts: UnsafeMutablePointer<Int>
  // From 0: a semaphore must not end below the value it began with.
  private let free = DispatchSemaphore(value: 0)
  private let full = DispatchSemaphore(value: 0)
  private let ended = DispatchSemaphore(value: 0)
  private let isAbandoned = Atomic<Bool>(false)
  private var piece = -1
  private var place = 0
  private var count = 0
  private var isAtEnd = false
  private var isClosed = false

  init(_ entry: ZipEntry) {
    self.entry = entry
    room = .allocate(capacity: Self.pieces * Self.size)
    counts = .allocate(capacity: Self.pieces)
    counts.initialize(repeating: 0, count: Self.pieces)
    for _ in 0..<Self.pieces { free.signal() }
    DispatchQueue.global(qos: .userInitiated).async { self.fill() }
  }

  deinit {
    room.deallocate()
    counts.deallocate()
  }

  private func fill() {
    var next = 0
    while true {
      free.wait()
      if isAbandoned.load(ordering: .acquiring) { break }
      let got = entry.read(into: room + next * Self.size, Self.size)
      counts[next] = got
      full.signal()
      if got <= 0 { break }
      next = (next + 1) % Self.pieces
    }
    ended.signal()
  }

  /// Copies up to `size` bytes; 0 at the end, -1 with a fault of the entry.
  func read(into target: UnsafeMutableRawPointer, _ size: Int) -> Int {
    if place == count, !isAtEnd { take() }
    guard count > 0 else { return count }
    let part = min(size, count - place)
    guard part > 0 else { return 0 }
    target.copyMemory(from: room + piece * Self.size + place, byteCount: part)
    place += part
    return part
  }

  private func take() {
    if piece >= 0 { free.signal() }
    piece = (piece + 1) % Self.pieces
    full.wait()
    (place, count) = (0, counts[piece])
    isAtEnd = count <= 0
  }

  /// Ends the thread, whether all was read or not; nothing may be read after.
  func close() {
    guard !isClosed else { return }
    isClosed = true
    isAbandoned.store(true, ordering: .releasing)
    free.signal()
    ended.wait()
  }
}

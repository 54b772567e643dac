import Dispatch
import Synchronization

/// Rows of a long table put into bytes by several cores at once and handed on in their order.
struct RowBlocks {
  private let count: Int
  private let size: Int

  /// Blocks of `size` rows; the last may be shorter.
  init(count: Int, size: Int = 8_192) { (self.count, self.size) = (count, size) }

  /// Hands on the bytes that `body` writes for each block. `body` is called by several threads at
  /// once, each time with a range of rows and a buffer of its own.
  func write(to output: ByteOutput, _ body: @Sendable (Range<Int>, inout ByteBuffer) -> Void) throws {
    try output.finish()
    let blocks = stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
    // A few blocks at a time, so that memory does not grow with the table.
    for first in stride(from: 0, to: blocks.count, by: 8) {
      let batch = Array(blocks[first..<min(first + 8, blocks.count)])
      let done = Mutex<[Int: [UInt8]]>([:])
      DispatchQueue.concurrentPerform(iterations: batch.count) { index in
        var buffer = ByteBuffer()
        body(batch[index], &buffer)
        done.withLock { $0[index] = buffer.bytes }
      }
      let bytes = done.withLock { $0 }
      for index in batch.indices { try output.write(bytes[index] ?? []) }
    }
  }
}

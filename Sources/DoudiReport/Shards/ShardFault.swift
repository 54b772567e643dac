public import DoudiInputs

/// Why shards cannot be put together.
public struct ShardFault: Error, Hashable, Sendable {
  /// The message for people.
  public let message: Bilingual

  private init(_ zh: String, _ en: String) { message = Bilingual(zh: zh, en: en) }

  static func unread(_ path: String) -> ShardFault { ShardFault("无法读取 \(path)", "cannot read \(path)") }

  static func damaged(_ path: String) -> ShardFault {
    ShardFault("\(path) 不是完整的分片文件，请重新计算该分片", "\(path) is no whole shard; run that shard again")
  }

  static func otherVersion(_ path: String) -> ShardFault {
    ShardFault("\(path) 由另一版本的程序写出", "\(path) was written by another version of the program")
  }

  static func none(_ folders: [String]) -> ShardFault {
    let list = folders.joined(separator: ", ")
    return ShardFault("\(list) 中没有分片文件shard-i-of-N.bin", "no shard-i-of-N.bin in \(list)")
  }

  static func other(_ one: String, _ two: String, _ why: Bilingual) -> ShardFault {
    ShardFault(
      "\(one) 与 \(two) 不属于同一次测算：\(why.zh)", "\(one) and \(two) are not of one run: \(why.en)")
  }

  static func doubled(_ one: String, _ two: String) -> ShardFault {
    ShardFault("\(one) 与 \(two) 是同一分片", "\(one) and \(two) are the same shard")
  }

  static func missing(_ numbers: [Int], of count: Int) -> ShardFault {
    let list = numbers.prefix(20).map { "\($0)/\(count)" }.joined(separator: ", ")
    let more = numbers.count > 20 ? ", …" : ""
    return ShardFault(
      "缺少\(numbers.count)个分片：\(list)\(more)", "\(numbers.count) shards are missing: \(list)\(more)")
  }
}

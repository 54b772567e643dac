/// What a stream of ``Philox4x32`` is used for. Uses do not share counters, so that no choice of
/// seed and replicate makes the jitter of one design the scramble of another.
enum RandomUse: UInt32 {
  case draws, scramble, permutation, jitter

  /// Replicates are numbered below this.
  static let replicates = 1 << 28

  /// The generator of this use under a seed and replicate.
  func generator(seed: UInt64, replicate: Int) -> Philox4x32 {
    let number = UInt32(truncatingIfNeeded: replicate) & UInt32(Self.replicates - 1)
    return Philox4x32(seed: seed, stream: rawValue &<< 28 | number)
  }
}

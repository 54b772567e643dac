internal import CVectorMath

/// How a tape is executed.
public enum TapeMath: Sendable, CaseIterable {
  /// The same bits on every machine: operations are rounded one by one in the order of writing,
  /// and functions are those of `PortableMath`.
  case portable
  /// As fast as the machine can: fused multiply-add, division by a number that is used often as
  /// multiplication by its inverse, short polynomials. Agrees with portable to 10^-12 of the value
  /// where no operation cancels; without AVX2 it is portable.
  case vector

  var level: vm_level { vm_best_level(self == .vector ? 1 : 0) }
}

import Dispatch
public import DoudiUnits

/// An assumption with the money it moves.
public struct AssumptionEffect: Sendable {
  /// Position in the model's list.
  public let assumption: Int
  /// Change of the horizon's total when the assumption is moved by its step (see `Perturbation`).
  public let moved: Money
}

extension Projection {
  /// Every assumption with the money it moves, largest first; equal ones by name.
  ///
  /// Each is one more run with that assumption raised by a tenth (a zero set to 1 % or 1, a
  /// yes/no turned over) and all else left as it is. Only rules that depend on it are
  /// computed again.
  public func assumptionEffects() -> [AssumptionEffect] {
    let count = model.assumptions.count
    let slots = ParallelSlots(count: count)
    let rerun = Rerun(base: self)
    DispatchQueue.concurrentPerform(iterations: count) { index in
      slots.set(index, rerun.change(movedBy: Perturbation(assumption: index)).fen)
    }
    let effects = (0..<count).map { AssumptionEffect(assumption: $0, moved: Money(fen: slots.value($0))) }
    return effects.sorted {
      let (a, b) = ($0.moved.fen.magnitude, $1.moved.fen.magnitude)
      return a == b ? model.assumptions[$0.assumption].name < model.assumptions[$1.assumption].name : a > b
    }
  }
}

/// One slot an iteration, written by that iteration alone and read when all are done.
private final class ParallelSlots: @unchecked Sendable {
  private let slots: UnsafeMutableBufferPointer<Int64>

  init(count: Int) {
    slots = .allocate(capacity: count)
    slots.initialize(repeating: 0)
  }

  deinit { slots.deallocate() }

  func set(_ index: Int, _ value: Int64) { slots[index] = value }
  func value(_ index: Int) -> Int64 { slots[index] }
}

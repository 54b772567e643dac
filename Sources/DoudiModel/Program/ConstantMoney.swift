import DoudiTape
import DoudiUnits

/// What the central run has paid, by rule, leaf and month: the money of rules no input reaches.
struct ConstantMoney {
  private var fen: [Int64]
  private let isReserve: [Bool]
  private let leaves: Int
  private let months: Int

  init(_ projection: Projection) {
    let world = projection.world
    (leaves, months) = (world.space.leaves.count, world.horizon.count)
    isReserve = projection.model.payments.map { !$0.form.reads.isEmpty }
    fen = Array(repeating: 0, count: projection.model.payments.count * leaves * months)
    for line in projection.lines {
      let leaf = world.space.cells[Int(line.cell)].leaf
      fen[(Int(line.rule) * leaves + leaf) * months + line.paid.months(since: world.horizon.first)] +=
        line.fen
    }
  }

  /// True for a rule that pays something somewhere.
  func pays(_ rule: Int) -> Bool {
    fen[(rule * leaves * months)..<((rule + 1) * leaves * months)].contains { $0 != 0 }
  }

  /// Books a rule's money in a leaf as figures: month by month where a reserve reads it, else by year.
  func book(_ rule: Int, _ leaf: Int, isByMonth: Bool, _ world: DrawWorld) {
    let start = (rule * leaves + leaf) * months
    if isByMonth {
      for (offset, month) in world.horizon.months.enumerated() where fen[start + offset] != 0 {
        pay(fen[start + offset], rule, month, world)
      }
      return
    }
    var sums: [Int: (fen: Int64, month: Month)] = [:]
    for (offset, month) in world.horizon.months.enumerated() {
      sums[month.year] = ((sums[month.year]?.fen ?? 0) + fen[start + offset], month)
    }
    for year in world.horizon.years {
      if let sum = sums[year], sum.fen != 0 { pay(sum.fen, rule, sum.month, world) }
    }
  }

  private func pay(_ fen: Int64, _ rule: Int, _ month: Month, _ world: DrawWorld) {
    world.pay(rule, world.tape.figure(Double(fen) / 100), paid: month, isReserve: isReserve[rule])
  }
}

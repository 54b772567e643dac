import DoudiAllocation
import DoudiUnits
import Testing

@Suite struct BatchPlanTests {
  @Test func batchesAddUpToOneSplit() throws {
    var plan = BatchPlan(entitlements: r(50, 30, 20), sent: [])
    let advance = try plan.split(Batch("advance", .cumulativeShare(q(7, 10))))
    #expect(advance.amounts == [35, 21, 14])
    plan.sent.append(SentBatch("advance", advance.amounts))
    let first = try plan.split(Batch("first", .pot(30)))
    #expect(first.amounts == [15, 9, 6])
  }

  @Test func nobodyPaysBackUnlessTold() throws {
    // The first row was sent 60 of the 50 it is due; the others bear the 10 in proportion 30 : 20.
    let plan = BatchPlan(entitlements: r(50, 30, 20), sent: [SentBatch("advance", [60, 0, 0])])
    let outcome = try plan.split(Batch("first", .pot(40)))
    #expect(outcome.amounts == [0, 24, 16])
    #expect(outcome.cumulative.rows[0].bound?.bound.reason == .sent)
    let free = try plan.split(Batch("first", .pot(40), takeback: .all))
    #expect(free.amounts == [-10, 30, 20])
    let partly = try plan.split(Batch("first", .pot(40), takeback: .upTo([4, 0, 0])))
    // 56 kept, 44 in proportion 30 : 20 are 26.4 and 17.6.
    #expect(partly.amounts == [-4, 26, 18])
  }

  @Test func aCutTakesBackUpToWhatWasSent() throws {
    let plan = BatchPlan(entitlements: r(1, 1), sent: [SentBatch("advance", [60, 40])])
    #expect(try plan.split(Batch("cut", .pot(-30), takeback: .all)).amounts == [-25, -5])
    #expect(throws: AllocationFault.takesBack(by: q(30))) { try plan.split(Batch("cut", .pot(-30))) }
    #expect(throws: AllocationFault.takesBack(by: q(10))) {
      try plan.split(Batch("cut", .pot(-30), takeback: .upTo([10, 10])))
    }
    #expect(throws: AllocationFault.pot(-1)) { try plan.split(Batch("cut", .pot(-101), takeback: .all)) }
  }

  @Test func faults() {
    let twice = BatchPlan(entitlements: r(1), sent: [SentBatch("a", [1]), SentBatch("a", [1])])
    #expect(throws: AllocationFault.batchTwice("a")) { try twice.split(Batch("b", .pot(1))) }
    let plan = BatchPlan(entitlements: r(1), sent: [SentBatch("a", [1])])
    #expect(throws: AllocationFault.batchTwice("a")) { try plan.split(Batch("a", .pot(1))) }
    let short = BatchPlan(entitlements: r(1, 2), sent: [SentBatch("a", [1])])
    #expect(throws: AllocationFault.count(.sent, expected: 2, found: 1)) {
      try short.split(Batch("b", .pot(1)))
    }
    let negative = BatchPlan(entitlements: r(1, 2), sent: [SentBatch("a", [1, -1])])
    #expect(throws: AllocationFault.negative(.sent, rows: [1])) { try negative.split(Batch("b", .pot(1))) }
    let large = BatchPlan(entitlements: r(1), sent: [SentBatch("a", [.max]), SentBatch("b", [.max])])
    #expect(throws: AllocationFault.tooLarge(.sent)) { try large.split(Batch("c", .pot(1))) }
    #expect(throws: AllocationFault.noRows) {
      try BatchPlan(entitlements: [], sent: []).split(Batch("c", .pot(1)))
    }
    #expect(throws: AllocationFault.pot(.max)) {
      try BatchPlan(entitlements: r(1), sent: []).split(Batch("c", .pot(.max)))
    }
  }
}

import DoudiAllocation
import DoudiUnits
import Foundation

// usage: allocation-bench FILE REPETITIONS
// FILE: a line with the pot, then one a region: weight floor cap need province, whole numbers, cap -1 for none.
// Prints the least seconds of each task, and amounts to compare.

struct Region {
  let weight, floor, cap, need, province: Int
}

let arguments = CommandLine.arguments
let lines = try String(contentsOfFile: arguments[1], encoding: .utf8).split(separator: "\n")
let repetitions = Int(arguments[2]) ?? 5
let pot = Int64(lines[0]) ?? 0
let regions = lines.dropFirst().map { line in
  let words = line.split(separator: " ").map { Int($0) ?? 0 }
  return Region(weight: words[0], floor: words[1], cap: words[2], need: words[3], province: words[4])
}
let weights = regions.map { Rational(Int128($0.weight), over: 100) }
let ranges = regions.map { UnitRange(atLeast: Int64($0.floor), atMost: $0.cap < 0 ? nil : Int64($0.cap)) }
let bounds = regions.map { region in
  RowBounds(
    floor: Bound(Rational(region.floor)), cap: region.cap < 0 ? nil : Bound(Rational(region.cap)))
}

func measure(_ name: String, _ task: () throws -> [Int64]) throws {
  var best = Double.infinity
  var amounts: [Int64] = []
  for _ in 0..<repetitions {
    let start = ContinuousClock.now
    amounts = try task()
    let spent = (ContinuousClock.now - start).components
    best = min(best, Double(spent.seconds) + Double(spent.attoseconds) * 1e-18)
  }
  print(name, best, amounts.map(String.init).joined(separator: ","))
}

try measure("envelope") { try Envelope(pot: pot, weights: weights, bounds: bounds).allocate().amounts }
try measure("huntington_hill") {
  try Apportionment(pot, weights: weights, method: .huntingtonHill, ranges: ranges).units
}
try measure("cea") {
  try Rationing(pot: pot, claims: regions.map { Rational($0.need) }, rule: .constrainedEqualAwards).allocate()
    .amounts
}

let provinces = Dictionary(grouping: regions.indices) { regions[$0].province }
let groups = provinces.keys.sorted().compactMap { provinces[$0] }
let needs = regions.map { Double($0.need) }
let needSum = needs.reduce(0, +)
let conditions: [(name: String, condition: SideCondition)] = groups.map { rows in
  let fair = Double(pot) * rows.reduce(0) { $0 + needs[$1] } / needSum
  return ("province", .total(of: rows, atLeast: 0.9 * fair, atMost: 1.1 * fair))
}
try measure("lp max-min coverage") {
  let program = AllocationProgram(pot: pot, ranges: ranges, needs: needs, conditions: conditions)
  return try RoundedProgram(program, groups: groups).units
}
try measure("lp least deviation") {
  let formula = try Envelope(pot: pot, weights: weights).allocate().rows.map(\.formula.double)
  let program = AllocationProgram(
    pot: pot, ranges: ranges, needs: needs, objective: .minimiseDeviation(from: formula),
    conditions: conditions)
  return try RoundedProgram(program, groups: groups).units
}

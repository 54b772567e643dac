import DoudiModel
import DoudiUnits
import Testing
import _DoudiTestSupport

/// An input says where it stands and what a draw does: as `--set` with the same place and value.
@Suite struct UncertainInputTests {
  /// A case: inputs with their drawn values, and the same on the command line.
  struct Case: CustomTestStringConvertible {
    var inputs: [UncertainInput]
    var values: [Double]
    var arguments: [String]
    var testDescription: String { arguments.joined(separator: " ") }
  }

  static func one(
    _ name: String, _ effect: UncertainInput.Effect, regions: [String] = [], areas: Set<Area> = [],
    _ value: Double, _ set: String
  ) -> Case {
    let codes = Set(regions.compactMap { RegionCode($0) })
    return Case(
      inputs: [UncertainInput(name: name, regions: Set(codes.map(\.text)), areas: areas, effect: effect)],
      values: [value],
      arguments: [set])
  }

  static func one(
    _ name: String, regions: [String] = [], areas: Set<Area> = [], _ value: Double, _ set: String
  ) -> Case {
    one(name, .replace, regions: regions, areas: areas, value, set)
  }

  static let place = RandomPlace(seed: 5, leaves: 3, months: 16, hasThresholds: true).place
  /// Values that additions and products start from.
  static let base = [
    "P1.ratio=50", "S2.times=1.5", "G1.exit=1.2", "P7.average=1000", "G8.take_up=60", "G8.exit=1",
  ]

  static let cases = [
    one("P1.ratio", 66, "P1.ratio=66"),
    one("P1.ratio", areas: [.rural], 66, "P1.ratio@rural=66"),
    one("P1.ratio", regions: ["990002"], 66, "P1.ratio@990002=66"),
    one("P1.ratio", regions: ["990003"], areas: [.urban], 44, "P1.ratio@990003/urban=44"),
    one("P1.ratio", .add, 7, "P1.ratio=57"),
    one("P1.ratio", .add, areas: [.urban], -7, "P1.ratio@urban=43"),
    one("P1.ratio", .multiply, regions: ["990001"], 0.5, "P1.ratio@990001=25"),
    one("S2.times", .add, 0.25, "S2.times=1.75"),
    one("S2.times", regions: ["990002"], 3, "S2.times@990002=3"),
    one("G1.exit", .multiply, 2, "G1.exit=2.4"),
    one("G1.exit", .add, regions: ["990001"], areas: [.rural], 0.3, "G1.exit@990001/rural=1.5"),
    one("P7.average", .add, 250, "P7.average=1250"),
    one("G8.spread", 0.9, "G8.spread=0.9"),
    one("G8.take_up", .add, 5, "G8.take_up=65"),
    one("G8.speed", areas: [.urban], 12, "G8.speed@urban=12"),
    one("G8.exit", .multiply, 3, "G8.exit=3"),
  ]

  @Test(arguments: cases) func asOnTheCommandLine(_ one: Case) throws {
    let fault = try DrawComparison.fault(
      Self.place, base: Self.base, one.inputs, one.values, set: one.arguments)
    #expect(fault == nil, "\(fault ?? "")")
  }

  /// Inputs of one parameter act one after another, in their order.
  @Test func oneAfterAnother() throws {
    let code = try #require(RegionCode("990002"))
    let inputs = [
      UncertainInput(name: "P1.ratio", effect: .multiply),
      UncertainInput(name: "P1.ratio", regions: [code.text], effect: .add),
      UncertainInput(name: "S2.times", areas: [.urban]),
    ]
    let fault = try DrawComparison.fault(
      Self.place, base: Self.base, inputs, [1.2, 5, 1.8],
      set: ["P1.ratio=60", "P1.ratio@990002=65", "S2.times@urban=1.8"])
    #expect(fault == nil, "\(fault ?? "")")
  }
}

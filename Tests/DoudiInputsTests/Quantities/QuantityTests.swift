import DoudiInputs
import DoudiUnits
import Testing

@Suite struct QuantityTests {
  @Test(arguments: [
    ("3900 CNY/person/year", "3900", "CNY/person/year"), ("60 %", "60", "%"), ("60%", "60", "%"),
    ("1.3", "1.3", "1"),
    ("18 months", "18", "months"), ("5 CNY/person", "5", "CNY/person"),
    ("3900元/人/年", "3900", "CNY/person/year"),
    ("5 100m CNY", "5", "100m CNY"), ("-0.5 %", "-0.5", "%"), ("12.35万元", "12.35", "10k CNY"),
    ("2 x", "2", "1"),
  ])
  func reads(text: String, value: String, unit: String) throws {
    let quantity = try #require(Quantity.parse(text: text))
    #expect(quantity.value == Rational(decimal: value))
    #expect(quantity.unit.text == unit)
    #expect(Quantity.parse(text: quantity.description) == quantity)
  }

  @Test(arguments: ["", "x", "CNY", "1 2", "3,900", "1e3", "5 florins", "--5", "1.", ".5", "nan", "60 % %"])
  func refuses(text: String) {
    #expect(Quantity.parse(text: text) == nil)
  }

  @Test func converts() throws {
    let month = try #require(Measure(text: "CNY/person/month"))
    #expect(Quantity.parse(text: "3500 CNY/person/year")?.converted(to: month) == Rational(875, over: 3))
    #expect(Quantity.parse(text: "60 %")?.ratio == Rational(3, over: 5))
    #expect(Quantity.parse(text: "18 months")?.ratio == nil)
  }

  @Test func aShareMayLackItsUnitButMoneyMayNot() throws {
    let root = try #require(Samples.yaml("share: 0.6\nmoney: 3900\n").root?.mapping)
    let bag = DiagnosticBag()
    let share = try #require(root["share"])
    #expect(Quantity.parse(share, expecting: .percent, into: bag)?.converted(to: .percent) == Rational(60))
    let money = try #require(root["money"])
    let unit = try #require(Measure(text: "CNY/person/month"))
    #expect(Quantity.parse(money, expecting: unit, into: bag) == nil)
    #expect(bag.all.map(\.hint?.en) == ["write \"3900 CNY/person/month\""])
  }

  @Test func hintsNameNearUnits() throws {
    let root = try #require(Samples.yaml("a: 3900 CNY/persn/yer\n").root?.mapping?["a"])
    let bag = DiagnosticBag()
    _ = Quantity.parse(root, into: bag)
    #expect(bag.all.first?.hint?.en == "did you mean CNY/person/year?")
  }
}

import Testing

@testable import DoudiReport

@Suite("Keys that are true")
struct KeyCheckTests {
  private let a = Column("a", .texts(["x", "x", "y"]))

  @Test func aKeyNamesOneRow() {
    #expect(!KeyCheck.isUnique([a]))
    #expect(KeyCheck.isUnique([a, Column("b", .words([0, 1, 0], [Word("1"), Word("2")]))]))
    #expect(!KeyCheck.isUnique([a, Column("b", .words([0, 0, 1], [Word("1"), Word("2")]))]))
  }

  /// "ab" + "c" is another row than "a" + "bc".
  @Test func cellsAreKeptApart() {
    #expect(KeyCheck.isUnique([Column("a", .texts(["ab", "a"])), Column("b", .texts(["c", "bc"]))]))
    #expect(KeyCheck.isUnique([Column("a", .texts(["a", "b"])), Column("b", .texts(["b", "a"]))]))
  }

  @Test func emptyCellsAndFiguresAreNoKey() {
    #expect(!KeyCheck.isUnique([Column("a", .texts(["x", nil]))]))
    #expect(!KeyCheck.isUnique([Column("a", .fen([1, 2]))]))
    #expect(!KeyCheck.isUnique([]))
  }

  @Test func codesAreFoundInAnotherTable() {
    #expect(KeyCheck.isContained(Column("c", .texts(["x", nil, "x"])), in: a))
    #expect(!KeyCheck.isContained(Column("c", .texts(["x", "z"])), in: a))
    #expect(!KeyCheck.isContained(Column("c", .texts([nil])), in: a))
  }
}

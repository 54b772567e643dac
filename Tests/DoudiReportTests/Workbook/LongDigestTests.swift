import Testing

@testable import DoudiReport

@Suite("The hash of a long table's contents")
struct LongDigestTests {
  /// printf 'region\tfen\n01\t-7\n\t5\n' | sha256sum
  @Test func isThatOfTheText() {
    let table = Table(
      id: "ledger", title: Labels.summary,
      columns: [Column("region", .texts(["01", nil])), Column("fen", .fen([-7, 5]))])
    let found = LongDigest(table)
    #expect(found.sha256 == "4799b17a244fe6d2407dbf28ee144af0b60edfc1428daee2a410e8ac69a3681e")
    #expect(found.words.en == "2 rows, -2 fen")
    #expect(found.words.zh == "2行，-2分")
  }
}

import Testing

@testable import DoudiReport

@Suite struct JSONTreeLaidOutTests {
  /// As Python's json.dumps(value, indent=2, ensure_ascii=False) has it, but for lists of plain values.
  @Test func aKeyALine() {
    let tree = JSONTree.present([
      ("name", .text("表")), ("none", nil), ("rows", .whole(1_768_304)),
      ("keys", .texts(["region", "month"])), ("empty", .list([])), ("no", .object([])),
      ("fields", .list([["type": "string"], [1, 2]])),
    ])
    var buffer = ByteBuffer()
    tree.writeLaidOut(to: &buffer)
    let expected = """
      {
        "name": "表",
        "rows": 1768304,
        "keys": ["region", "month"],
        "empty": [],
        "no": {},
        "fields": [
          {
            "type": "string"
          },
          [1, 2]
        ]
      }
      """
    #expect(buffer.text == expected)
  }
}

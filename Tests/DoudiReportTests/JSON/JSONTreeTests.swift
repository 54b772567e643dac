import Foundation
import Testing

@testable import DoudiReport

@Suite("JSON values")
struct JSONTreeTests {
  @Test func keysStayInTheirOrderAndNumbersAreShortest() {
    let tree: JSONTree = [
      "b": 1, "a": [0.1, -2.5e-7, 30_108.45], "c": ["x": true, "y": .null],
    ]
    #expect(
      String(decoding: tree.bytes, as: UTF8.self)
        == #"{"b":1,"a":[0.1,-2.5e-07,30108.45],"c":{"x":true,"y":null}}"#)
  }

  @Test func whatIsNoNumberIsNothing() {
    let tree: JSONTree = [.number(.nan), .number(.infinity)]
    #expect(String(decoding: tree.bytes, as: UTF8.self) == "[null,null]")
  }

  @Test func anotherReaderReadsTheSame() throws {
    let tree: JSONTree = ["文": "引号\" 反斜杠\\ 换行\n 制表\t", "n": .number(1.0 / 3)]
    let read = try #require(
      try JSONSerialization.jsonObject(with: Data(tree.bytes)) as? [String: Any])
    #expect(read["文"] as? String == "引号\" 反斜杠\\ 换行\n 制表\t")
    #expect(read["n"] as? Double == 1.0 / 3)
  }

  @Test func aMemberIsFound() {
    let tree: JSONTree = ["a": 1]
    #expect(tree["a"] == .number(1))
    #expect(tree["b"] == nil)
    #expect(JSONTree.null["a"] == nil)
    #expect(tree.adding(["b": 2]) == ["a": 1, "b": 2])
  }
}

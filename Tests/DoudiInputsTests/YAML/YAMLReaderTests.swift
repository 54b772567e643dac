import DoudiInputs
import Testing

@Suite struct YAMLReaderTests {
  private let sample = """
    # remark
    id: weihai   # another
    issued: 2020-09-22
    name: "威海 #1"
    empty:
    rate: {value: 1.3, of: [a, b]}
    list:
    - x
    -
    - k: 'it''s'
      m: |
        one
          two & *three
    folded: >-
      a
      b
    long: first
      second & third * fourth

    """

  @Test func readsTheTree() {
    let (root, problems) = Samples.yaml(sample)
    #expect(problems == [])
    #expect(
      Samples.outline(root) == """
        {id:weihai,issued:2020-09-22,name:"威海 #1",empty:~,rate:{value:1.3,of:[a,b]},\
        list:[x,~,{k:"it's",m:"one\n  two & *three\n"}],folded:"a b",long:first second & third * fourth}
        """)
  }

  @Test func lineEndsAndMarksChangeNothing() {
    let plain = Samples.outline(Samples.yaml(sample).root)
    let ends = ["\r\n", "\r"].map { sample.replacing("\n", with: $0) }
    for text in ends + ["\u{FEFF}" + sample, "---\n" + sample + "...\n"] {
      let (root, problems) = Samples.yaml(text)
      #expect(problems == [])
      #expect(Samples.outline(root) == plain)
    }
  }

  @Test func placesAreScalars() throws {
    let root = try #require(Samples.yaml("名称: {威海市: \"环翠 区\", b: 12}\r\nlist:\r\n  - 三\r\n").root?.mapping)
    let inner = try #require(root["名称"]?.mapping)
    #expect(root.entries[0].keySpan == SourceSpan(file: "t.yaml", line: 1, column: 1, length: 2))
    #expect(inner.entries[0].keySpan == SourceSpan(file: "t.yaml", line: 1, column: 6, length: 3))
    #expect(inner["威海市"]?.span == SourceSpan(file: "t.yaml", line: 1, column: 11, length: 6))
    #expect(inner["b"]?.span == SourceSpan(file: "t.yaml", line: 1, column: 22, length: 2))
    #expect(root["list"]?.sequence?.first?.span == SourceSpan(file: "t.yaml", line: 3, column: 5, length: 1))
    #expect(root.entry("list")?.key == "list")
    #expect(root["nothing"] == nil)
    #expect(root.keys == ["名称", "list"])
  }

  @Test func aMissingValueHasItsKeysPlace() throws {
    let root = try #require(Samples.yaml("a: 1\nempty:\n").root?.mapping)
    #expect(root["empty"]?.isNull == true)
    #expect(root["empty"]?.span == SourceSpan(file: "t.yaml", line: 2, column: 1, length: 5))
  }

  @Test(arguments: [
    "note: 注：见 2020 年第 5 号 & *不是引用", "note: \"no\"", "note: 'yes: &a *b !c'", "a: true", "a: null",
    "date: 2020-09-22", "code: \"0777\"", "code: 371000", "text: 2020年：全市", "a: R&D * 2", "a: -5", "a: 1.30",
    "a: 12:00开始", "a: http://x.cn/a?b=1&c=*", "a: [b, \"*c\", 'd&']", "\"no\": 1", "a: >\n  x\n   \ty\n",
    "n1: 1",
    "（一）: x",
  ])
  func acceptsWhatIsPlain(text: String) {
    let (root, problems) = Samples.yaml(text)
    #expect(problems == [])
    #expect(root != nil)
  }

  @Test func findsManyFaultsAtOnce() {
    let (_, problems) = Samples.yaml("a: no\nb: &x 1\na: 2\nc: .nan\nd：1\ne: 1_0\n")
    #expect(problems.map(\.code) == ["DD1108", "DD1104", "DD1107", "DD1111", "DD1110", "DD1108"])
  }

  @Test func columnsAfterAMendedColonStay() {
    let (root, problems) = Samples.yaml("rate：{a: 1, b: no}\n")
    #expect(problems.map(\.span.start.column) == [5, 16])
    #expect(root?.mapping?["rate"]?.mapping?["b"]?.span.start.column == 16)
  }

  @Test func columnsAfterATagStay() {
    let (_, problems) = Samples.yaml("code: !标记 no\ncode: &锚 {b: 1_0}\n")
    #expect(
      problems.map { "\($0.code):\($0.span.start.line):\($0.span.start.column)" } == [
        "DD1105:1:7", "DD1108:1:11", "DD1107:2:1", "DD1104:2:7", "DD1108:2:14",
      ])
  }

  @Test func anAliasHiddenFromTheFirstLookIsNotExpanded() {
    // Refused or read as text, never expanded: the tree stays small.
    for text in ["? &a [x]\n: [*a, *a]\n", "- ? &a b\n  : *a\n", "[&a b: *a]\n", "\"x\": &a\n  - *a\n"] {
      #expect(Samples.yaml(text).problems.contains { $0.code == "DD1104" })
    }
  }

  @Test func aThousandDuplicatesEnd() {
    let text = (0..<1000).map { "k\($0 % 2): \($0)\n" }.joined()
    let (_, problems) = Samples.yaml(text)
    #expect(problems.count == 101)
    #expect(problems.first?.span.start.line == 3)
  }

  @Test func duplicatesAreFoundInEveryShape() {
    let text = """
      a: {b: 1, c: 2, b: 3, c: 4}
      l:
      - a: 1
        "a": 2
      - a: 3
      - - x: 1
        - x: 2
      - x: {z: 1}
        'x': 2
      "a": 5
      b: a
      """
    let (root, problems) = Samples.yaml(text)
    #expect(problems.allSatisfy { $0.code == "DD1107" })
    #expect(
      problems.map { "\($0.span.start.line):\($0.span.start.column)" } == [
        "1:17", "1:23", "4:3", "9:3", "10:1",
      ])
    #expect(Samples.outline(root) == "{a:{b:1,c:2},l:[{a:1},{a:3},[{x:1},{x:2}],{x:{z:1}}],b:a}")
  }

  @Test(arguments: ["", " ", "\u{FEFF}", "~", "---", "...", "# x", "\n\n"])
  func emptyIsAnError(text: String) {
    let (root, problems) = Samples.yaml(text)
    #expect(root == nil)
    #expect(problems.map(\.code) == ["DD1114"])
  }
}

import Testing

/// Each rule sees a planted violation, in its line, and lets what is right pass.
@Suite struct HouseRulesTests {
  private func swift(_ text: String) -> SwiftText { SwiftText(path: "a.swift", text: text) }

  @Test func scannerTellsCodeStringsAndCommentsApart() {
    let file = swift(
      #"""
      let a = "text \(code("inner")) // text" // remark "quoted"
      /// doc "x"
      /* one /* two */ still */ let b = #"raw \(text) " "# + """
        long "quoted" \(c)
        """
      """#)
    let code = file.code.split { $0.isWhitespace }.joined(separator: " ")
    #expect(code == "let a = \" (code(\" \")) \" let b = #\" \"# + \"\"\" (c) \"\"\"")
    #expect(file.strings.contains("text") && file.strings.contains("inner") && file.strings.contains("raw"))
    #expect(!file.strings.contains("remark") && !file.strings.contains("code"))
    #expect(
      file.comments.contains("remark") && file.comments.contains("still") && !file.comments.contains("doc"))
    #expect(file.documentation.contains("doc"))
    #expect(file.code.split(separator: "\n", omittingEmptySubsequences: false).count == 5)
  }

  @Test(arguments: ["try! f()", "x as! Int", "list[0]!", "a!.b", "f()!", "var x: Int!", "\"\\(a!)\""])
  func forcedIsSeen(line: String) {
    #expect(HouseRules.forced(swift("let ok = 1\n" + line)).map(\.line) == [2])
  }

  @Test(arguments: ["a != b", "!a", "a!=b", "if !(b) {}", "// a!", "\"try! a!\"", "let c = try? f() as? Int"])
  func unforcedPasses(line: String) {
    #expect(HouseRules.forced(swift(line)).isEmpty)
  }

  @Test func trapsAreSeen() {
    #expect(HouseRules.traps(swift("fatalError(\"x\")")).count == 1)
    #expect(HouseRules.traps(swift("\n precondition(a > 0)")).map(\.line) == [2])
    #expect(HouseRules.traps(swift("// fatalError(\nlet assertion = 1")).isEmpty)
  }

  @Test func circlesOfRoomsAreSeen() {
    func file(_ path: String, _ text: String) -> SwiftText {
      SwiftText(path: "Sources/T/" + path + ".swift", text: text)
    }
    let low = file("Low/A", "struct A {}")
    let middle = file("Middle/B", "// Top is named in words only\nstruct B { let a: A }")
    #expect(Rooms([low, middle, file("High/C", "struct C { let b: B }")]).faults.isEmpty)
    // A circle of three is seen at each of its namings, in its line.
    let circle = Rooms([
      file("Low/A", "struct A {\n  let c: C\n}"), middle, file("High/C", "enum C { case b(B) }"),
    ]).faults
    #expect(circle.map(\.line).sorted() == [1, 2, 2], "\(circle.list)")
    // A name that two files declare, another target and a file without a room say nothing.
    #expect(
      Rooms([
        file("Low/A", "struct A { let k: Kind }"), file("High/C", "struct C { let a: A; enum Kind {} }"),
        file("High/D", "enum Kind {}"), file("E", "struct E { let c: C }"),
        SwiftText(path: "Sources/U/High/F.swift", text: "struct F { let a: A }"),
      ]).faults.isEmpty)
  }

  @Test func programmeWordsAreSeenOutsideDocumentation() {
    #expect(HouseRules.programmeWords(swift("let s = \"dibao\"")).count == 1)
    #expect(HouseRules.programmeWords(swift("let Tekun = 1")).count == 1)
    #expect(HouseRules.programmeWords(swift("// 低保 here")).count == 1)
    #expect(HouseRules.programmeWords(swift("let s = \"特困\"")).count == 1)
    #expect(HouseRules.programmeWords(swift("/// such as dibao (低保)\nlet s = 1")).isEmpty)
  }

  @Test func policyNumbersAreSeen() {
    #expect(HouseRules.policyNumbers(swift("let a = b * 1.3")).count == 1)
    #expect(HouseRules.policyNumbers(swift("let a = Rational(13, over: 10)")).count == 1)
    #expect(HouseRules.policyNumbers(swift("let a = b * 0.5 + Rational(1, over: 12); c.0.1")).isEmpty)
    #expect(HouseRules.policyNumbers(swift("// 1.3\nlet s = \"1.3\"")).isEmpty)
  }

  @Test func placesAreSeen() {
    var names = PlaceNames()
    names.add(
      regionTable:
        "region,parent,name_zh,name_en,tier\n990100,,虚构市,Utopia City,prefecture\n990101,990100,乌有县,Nowhere County,county\n"
    )
    names.add(bookFolder: "990000-erewhon")
    names.add(bookFolder: "100000-nation")
    for line in ["// 虚构市", "\"虚构\"", "\"乌有县\"", "let utopia = 1", "a-Nowhere-b", "\"990101\"", "Erewhon.x"] {
      #expect(names.faults(path: "a.swift", text: "\n" + line).map(\.line) == [2], "\(line)")
    }
    for line in ["nation", "100000", "市", "utopian", "city", "county"] {
      #expect(names.faults(path: "a.swift", text: line).isEmpty, "\(line)")
    }
  }

  @Test func importsAgainstTheDirectionAreSeen() {
    let up = swift("public import DoudiModel\nimport Foundation\n@_exported public import DoudiUnits")
    #expect(Layers.faults(in: up, target: "DoudiInputs").map(\.line) == [1])
    #expect(Layers.faults(in: up, target: "DoudiUnits").map(\.line) == [1, 2, 3])
    #expect(Layers.faults(in: swift("import struct Yams.Node"), target: "DoudiModel").count == 1)
    #expect(Layers.faults(in: swift("// import DoudiModel"), target: "DoudiUnits").isEmpty)
    #expect(Layers.faults(in: up, target: "DoudiNew").count == 1)
    #expect(HouseRules.oldTests(swift("import XCTest")).count == 1)
  }

  /// The table has no circle and every arrow points to a target that exists in it.
  @Test func layersHaveNoCircle() {
    func below(_ target: String, _ path: [String]) -> Bool {
      if path.contains(target) { return false }
      return (Layers.allowed[target] ?? []).allSatisfy { below($0, path + [target]) }
    }
    for target in Layers.allowed.keys { #expect(below(target, []), "\(target)") }
  }

  @Test func longFilesAreSeen() {
    let text = String(repeating: "a\n", count: 401)
    #expect(HouseRules.length(path: "a.swift", text: text, limit: 400).count == 1)
    #expect(HouseRules.length(path: "a.swift", text: String(text.dropLast(2)), limit: 400).isEmpty)
  }

  @Test func testsWithoutSourceAreSeen() {
    let sources = ["Sources/DoudiX/Deep/Abc+Def.swift", "Sources/DoudiX/Ghi.swift"]
    let good = [
      "Tests/DoudiXTests/Deep/AbcDefTests.swift", "Tests/DoudiXTests/GhiTests.swift",
      "Tests/DoudiXTests/Helper.swift", "Tests/OtherTests/WhateverTests.swift",
      "Tests/DoudiXTests/Properties/LawTests.swift",
    ]
    #expect(Mirror.faults(tests: good, sources: sources).isEmpty)
    #expect(Mirror.faults(tests: ["Tests/DoudiXTests/JklTests.swift"], sources: sources).count == 1)
  }

  @Test func buildProductsAreSeen() {
    let bad = [".build/x", "a/.build-2/y", "Package.resolved", "out/a.csv", "a/b.o", "x/__pycache__/a.pyc"]
    #expect(HouseRules.buildProducts(bad).count == bad.count)
    #expect(HouseRules.buildProducts(["Sources/a.swift", "docs/layout.md", "scenarios/outlay.csv"]).isEmpty)
  }

  @Test func machinePathsAreSeen() {
    for folder in ["home", "root", "Users", "work", "opt", "tmp"] {
      #expect(HouseRules.machinePaths(path: "a", text: "x\nsee /\(folder)/a").map(\.line) == [2])
      #expect(HouseRules.machinePaths(path: "a", text: "\"/\(folder)/a\"").count == 1)
    }
    // The same names inside a relative path, an address or a pattern are nobody's machine.
    let (work, root) = ("work", "root")
    let text = "docs/\(work)/a, https://x.org/home/, Tests/**/\(root)/"
    #expect(HouseRules.machinePaths(path: "a", text: text).isEmpty)
  }
}

import Testing

@Suite("doudi")
struct EntryTests {
  @Test func helpVersionAndUsage() throws {
    // The version, and the kernel that dense algebra runs on.
    let version = try Program.run("--version").text
    #expect(version.hasPrefix("0.1.0 (") && version.contains("OpenBLAS") && version.hasSuffix(")\n"))
    let help = try Program.run("--help")
    #expect(help.code == 0)
    for verb in ["check", "run", "audit", "explain"] { #expect(help.text.contains("\n  \(verb)")) }
    #expect(try Program.run("nonsense").code == 64)
    #expect(try Program.run("run").code == 64)
    #expect(try Program.run("run", "scenarios/weihai-2027", "--unit", "pound").code == 64)
  }

  /// One language: in Chinese a Chinese line stands before the parser's own words.
  @Test(arguments: [
    (["nonsense"], "多余的参数：nonsense", "nexpected argument"), (["run"], "缺少参数：<scenario>", "Missing expected"),
    (["run", "x", "--unit", "pound"], "取值不对：pound", "The value 'pound'"),
    (["run", "x", "--nope"], "不认识的选项：--nope", "Unknown option"),
  ])
  func usageFaultsAreSaidInChineseFirst(_ arguments: [String], _ zh: String, _ parser: String) throws {
    let chinese = try Program.run(arguments)
    #expect(chinese.code == 64 && chinese.err.contains(parser))
    #expect(chinese.err.hasPrefix("命令行有误，\(zh)\n"), "\(chinese.err)")
    let english = try Program.run(arguments, environment: ["LANG": "en_US.UTF-8"])
    #expect(english.err.contains(parser) && !english.err.contains("命令行有误"))
  }

  @Test(arguments: [
    (["run", "x", "--budget", "b.csv"], "--budget、--rest须与--paid同用", "--budget and --rest go with --paid"),
    (["backtest", "x", "--from", "2019"], "应同时写--from和--to", "write both --from and --to"),
    (["explain", "x", "y", "--area", "town"], "--area 'town'应为", "--area 'town' must be"),
    (["run", "x", "--set", "a"], "--set 'a'：应写", "--set 'a': write key=value"),
    (["run", ""], "方案文件夹为空", "the name of the scenario's folder is empty"),
  ])
  func faultsOfThisProgramAreInOneLanguage(_ arguments: [String], _ zh: String, _ en: String) throws {
    let chinese = try Program.run(arguments)
    #expect(chinese.code == 64 && chinese.err.hasPrefix("错误：\(zh)") && !chinese.err.contains(en))
    let english = try Program.run(arguments + ["--lang", "en"])
    #expect(english.code == 64 && english.err.contains(en) && !english.err.contains(zh))
  }

  @Test func anInterruptEndsWith130() throws {
    // A run of all counties lasts longer than it takes to be heard.
    let result = try Program.shell(
      """
      $DOUDI run scenarios/counties >/dev/null 2>&1 & P=$!
      for i in $(seq 200); do kill -INT $P; sleep 0.1; [ -z "$(jobs -r)" ] && break; done
      kill -KILL $P 2>/dev/null; wait $P; echo $?
      """)
    #expect(result.text == "130\n")
  }
}

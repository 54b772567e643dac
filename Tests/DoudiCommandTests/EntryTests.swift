import Testing

@Suite("doudi")
struct EntryTests {
  @Test func helpVersionAndUsage() throws {
    #expect(try Program.run("--version").text == "0.1.0\n")
    let help = try Program.run("--help")
    #expect(help.code == 0)
    for verb in ["check", "run", "audit", "explain"] { #expect(help.text.contains("\n  \(verb)")) }
    #expect(try Program.run("nonsense").code == 64)
    #expect(try Program.run("run").code == 64)
    #expect(try Program.run("run", "scenarios/weihai-2027", "--unit", "pound").code == 64)
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

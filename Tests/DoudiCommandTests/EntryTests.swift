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
    let result = try Program.shell(
      "mkfifo /tmp/doudi-fifo-$$.csv; $DOUDI check /tmp/doudi-fifo-$$.csv & P=$!; sleep 0.5; kill -INT $P; wait $P; echo $?; rm /tmp/doudi-fifo-$$.csv"
    )
    #expect(result.text == "130\n")
  }
}

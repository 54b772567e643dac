import ArgumentParser
import Doudi

/// Where the program starts: signals, then the command, then its exit code.
@main
enum Entry {
  static func main() {
    StandardStreams.ignoreClosedPipes()
    Interrupt.install()
    // Naming the kernel starts the library, which other commands do when they need it.
    if CommandLine.arguments.dropFirst() == ["--version"] {
      print("\(ProgramVersion.text) (\(Machinery.algebra))")
      return
    }
    do {
      var command = try DoudiCommand.parseAsRoot()
      try command.run()
    } catch let failure as OutputFailure {
      StandardStreams.tell("doudi: " + failure.message.text(Language.asked()))
      Interrupt.leave(ExitStatus.inputOutput)
    } catch let unreadable as UnreadableExport {
      StandardStreams.tell("doudi: " + unreadable.message.text(Language.asked()))
      Interrupt.leave(ExitStatus.inputOutput)
    } catch {
      let text = DoudiCommand.fullMessage(for: error)
      guard DoudiCommand.exitCode(for: error) == .validationFailure, !text.isEmpty, Language.asked() == .zh
      else { DoudiCommand.exit(withError: error) }
      StandardStreams.tell(UsageMessage.chinese(text))
      Interrupt.leave(ExitCode.validationFailure.rawValue)
    }
  }
}

/// `doudi`.
struct DoudiCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doudi",
    abstract: "社会救助资金测算 / Fiscal simulation of social assistance",
    discussion: """
      A scenario is a folder such as scenarios/NAME. Start with
        doudi check scenarios/NAME
        doudi run scenarios/NAME --out out/NAME
      Exit codes: 0 ok, 1 input invalid, 3 a limit is broken (audit), 4 mismatch (verify, diff), 5 cannot read or write, 64 usage, 70 bug.
      """,
    version: ProgramVersion.text,
    subcommands: [
      CheckCommand.self, RunCommand.self, AuditCommand.self, ExplainCommand.self, BacktestCommand.self,
      SweepCommand.self, EnsembleCommand.self, MergeCommand.self, SensitivityCommand.self,
      CalibrateCommand.self, CompareCommand.self, SolveCommand.self, AllocateCommand.self,
      ExportCommand.self, VerifyCommand.self, DiffCommand.self,
      RulesCommand.self, SchemaCommand.self,
    ])
}

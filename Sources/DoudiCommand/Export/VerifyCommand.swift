import ArgumentParser
import Doudi

/// `doudi verify`.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "核对一次导出：哈希、各列、勾稽关系 / Verify an export: hashes, columns, figures that must agree.",
    discussion: """
      A folder of --to csv, package or report, a file of --to json or xlsx, or what run --json printed. Of a workbook
      every formula, the sheets of checks and summary and the data are worked out anew. One that another program saved
      has no hash any more: it says so, and ends with 0 where all figures agree.
      工作簿：重算每个公式、“校验”、“汇总”和“数据”。由其他程序另存过的没有哈希，会说明；数字全部相符时退出码为0。
      Exit codes: 0 nothing found, 4 something is not as it should be, 5 cannot be read.
        doudi verify out/NAME
      """)

  @Argument(help: "导出的文件夹或文件 / Folder or file of an export.")
  var path: String
  @Flag(help: "输出JSON / Machine-readable output.")
  var json = false
  @Option(help: ArgumentHelp("语言 / Language: zh, en (default: LANG).", valueName: "zh|en"))
  var lang: Language?

  func run() throws {
    let language = lang ?? Language.preferred()
    let found = try Verification(path)
    let output = StandardStreams.output()
    if json {
      try found.writeJSON(language, to: output)
    } else {
      output.buffer.append(found.text(language))
      try output.finish()
    }
    if !found.isSound { throw ExitCode(ExitStatus.mismatch) }
  }
}

public import ArgumentParser
public import Doudi

/// Options of every verb.
struct CommonOptions: ParsableArguments {
  @Option(
    name: .customLong("set"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "改一个数，可重复 / Override a value; repeatable. For one place: name@rural, name@REGION, name@REGION/rural.",
      valueName: "key=value"))
  var overrides: [String] = []

  @Option(
    name: .customLong("reform"),
    help: ArgumentHelp(
      "叠加改革方案，可重复，按次序 / Lay a reform over the scenario; repeatable, in order.", valueName: "file"))
  var reforms: [String] = []

  @Option(
    help: ArgumentHelp("用该文件夹中的同名观测文件 / Observation files of the same name stand in.", valueName: "dir"))
  var data: String?

  @Flag(help: "也列出没有用上的观测数据 / Also tell which observed figures are not used.")
  var notes = false

  @Flag(help: "输出JSON / Machine-readable output.")
  var json = false

  @Option(help: ArgumentHelp("语言 / Language: zh, en (default: LANG).", valueName: "zh|en"))
  var lang: Language?

  @Option(help: ArgumentHelp("金额单位 / Unit of money on the screen.", valueName: "yuan|wan|yi"))
  var unit: MoneyUnit = .wan

  func validate() throws {
    for text in overrides where Override(argument: text) == nil {
      throw ValidationError(
        Bilingual(
          zh: "--set '\(text)'：应写 key=value，限于一地时写 name@rural、name@区划代码 或 name@区划代码/rural",
          en: "--set '\(text)': write key=value; for one place name@rural, name@REGION or name@REGION/rural"))
    }
  }
}

extension Language: ExpressibleByArgument {}
extension MoneyUnit: ExpressibleByArgument {}
extension RunOptions.Step: ExpressibleByArgument {}
extension RunOptions.Level: ExpressibleByArgument {}

extension Language {
  /// The language that the arguments name, else the preferred one: for messages of a command that has
  /// already ended.
  static func asked() -> Language {
    let arguments = CommandLine.arguments
    for (index, argument) in arguments.enumerated() {
      if argument == "--lang", index + 1 < arguments.count,
        let found = Language(rawValue: arguments[index + 1])
      {
        return found
      }
      if argument.hasPrefix("--lang="), let found = Language(rawValue: String(argument.dropFirst(7))) {
        return found
      }
    }
    return preferred()
  }

  /// The language of messages before options are known: English where LC_ALL, LC_MESSAGES or
  /// LANG (the first that is set) starts with "en", else Chinese.
  static func preferred() -> Language {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      if let value = StandardStreams.variable(name), !value.isEmpty {
        return value.lowercased().hasPrefix("en") ? .en : .zh
      }
    }
    return .zh
  }
}

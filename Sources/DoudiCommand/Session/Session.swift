import ArgumentParser
import Doudi

/// What one command works with: language, emphasis, files read, problems found.
struct Session {
  let options: CommonOptions
  let language: Language
  let loader = SourceLoader(root: "")
  let bag = DiagnosticBag()

  init(_ options: CommonOptions) {
    self.options = options
    language = options.lang ?? Language.preferred()
  }

  /// Emphasis of standard output.
  var style: TextStyle {
    .detected(isTerminal: StandardStreams.outputIsTerminal, environment: StandardStreams.variable)
  }

  /// Emphasis of standard error.
  var errorStyle: TextStyle {
    .detected(isTerminal: StandardStreams.errorIsTerminal, environment: StandardStreams.variable)
  }

  /// What `--set` says.
  var overrides: [Override] { options.overrides.compactMap { Override(argument: $0) } }

  /// A loader of models that lays reforms over what it reads.
  func models(_ reforms: [String]) -> ModelLoader {
    ModelLoader(loader: loader, bag: bag, dataFolder: options.data, reforms: reforms)
  }

  /// The model of a scenario with the reforms and values of the command line; ends the command where there is none.
  func model(_ folder: String) throws -> Model {
    try model(folder, reforms: options.reforms, sets: options.overrides)
  }

  /// The model of a scenario with some reforms and values laid on; ends the command where there is none.
  func model(_ folder: String, reforms: [String], sets: [String]) throws -> Model {
    guard !folder.isEmpty else {
      throw ValidationError(
        Bilingual(zh: "方案文件夹为空", en: "the name of the scenario's folder is empty"))
    }
    try checkData()
    if YearlyLoader.isYearly(folder, loader: loader) {
      tell(
        Bilingual(
          zh: "doudi: \(folder) 按年测算，没有账目；可用run、sweep、ensemble、sensitivity、calibrate、solve、check",
          en:
            "doudi: \(folder) is a scenario of years without a ledger; run, sweep, ensemble, sensitivity, calibrate, solve and check take it"
        ))
      throw ExitCode(ExitStatus.invalid)
    }
    let model = models(reforms).load(folder: folder, overrides: sets.compactMap { Override(argument: $0) })
    guard let model, !bag.hasErrors else { throw reported() }
    tellUnusedData(model.scenario)
    return model
  }

  /// Ends the command where the folder of `--data` cannot be read.
  func checkData() throws {
    guard let data = options.data, namesInFolder(data) == nil else { return }
    tell(Bilingual(zh: "doudi: 无法读取文件夹 \(data)", en: "doudi: cannot read the folder \(data)"))
    throw ExitCode(ExitStatus.inputOutput)
  }

  /// A table of `--data` that no scenario file of that name makes way for would pass unseen.
  func tellUnusedData(_ scenario: ScenarioFile) {
    guard let data = options.data else { return }
    let used = Set(
      scenario.figureFiles.compactMap { $0.split(separator: "/").last.map(String.init) })
    let names = namesInFolder(data) ?? []
    if used.isDisjoint(with: names) {
      tell(
        Bilingual(
          zh: "注意：\(data) 中没有一个文件替代方案的观测文件（\(used.sorted().joined(separator: "、"))）",
          en:
            "warning: no file in \(data) stands in for one of the scenario's (\(used.sorted().joined(separator: ", ")))"
        ))
    }
    for name in names where name.hasSuffix(".csv") && !used.contains(name) {
      tell(
        Bilingual(
          zh: "提示：\(data)/\(name) 没有用上，方案读取的是 \(used.sorted().joined(separator: "、"))",
          en: "note: \(data)/\(name) is not used; the scenario reads \(used.sorted().joined(separator: ", "))"
        ))
    }
  }

  /// A run without faults; ends the command where there are any.
  func projection(_ folder: String) throws -> Projection {
    let projection = try projection(folder, reforms: options.reforms, sets: options.overrides)
    tellDiagnostics()
    tellIdleReforms(folder, projection)
    return projection
  }

  /// A run without faults with some reforms and values laid on; ends the command where there are any.
  func projection(_ folder: String, reforms: [String], sets: [String]) throws -> Projection {
    let projection = runFaults(of: try model(folder, reforms: reforms, sets: sets))
    if bag.hasErrors { throw reported() }
    return projection
  }

  /// Says which reforms of the command line change nothing in the result, each held against those before it.
  private func tellIdleReforms(_ folder: String, _ projection: Projection) {
    let laid = projection.model.scenario.reforms.suffix(options.reforms.count)
    var after = projection
    for (count, reform) in zip(options.reforms.indices, laid).reversed() {
      let reforms = Array(options.reforms.prefix(count))
      // What a run without the reform is warned of is no matter here.
      let loader = ModelLoader(
        loader: loader, bag: DiagnosticBag(), dataFolder: options.data, reforms: reforms)
      guard let before = loader.load(folder: folder, overrides: overrides)?.run() else { return }
      if FirstDifference.month(before, after) == nil {
        tell(
          Bilingual(
            zh: "提示：改革方案\(reform.id)（\(reform.title.zh)）不改变任何结果",
            en: "note: reform \(reform.id) (\(reform.title.en)) changes nothing in the result"))
      }
      after = before
    }
  }

  /// Ends a command that lays no reforms on what it reads.
  func refuseReforms(_ why: Bilingual) throws {
    guard !options.reforms.isEmpty else { return }
    throw ValidationError(why)
  }

  /// A run whose faults are reported.
  @discardableResult
  func runFaults(of model: Model) -> Projection {
    let projection = model.run()
    for diagnostic in projection.diagnostics { bag.report(diagnostic) }
    return projection
  }

  /// The back-test of a scenario; ends the command where it cannot be made.
  func backtest(_ folder: String) throws -> BacktestResult {
    try checkData()
    guard let result = backtested(folder) else { throw reported() }
    tellDiagnostics()
    return result
  }

  /// The back-test over many regions; ends the command where it cannot be made.
  func panelBacktest(_ folder: String, years: PanelYears?) throws -> PanelResult {
    try checkData()
    try refuseIdleOverrides(folder)
    guard let (result, scenario) = panelBacktested(folder, years: years) else { throw reported() }
    tellDiagnostics()
    tellUnusedData(scenario)
    return result
  }

  private func panelBacktested(
    _ folder: String, years: PanelYears? = nil
  ) -> (result: PanelResult, scenario: ScenarioFile)? {
    PanelBacktest(loader: loader, bag: bag, dataFolder: options.data).run(folder: folder, years: years)
  }

  private func backtested(_ folder: String) -> BacktestResult? {
    Backtest(loader: loader, bag: bag, dataFolder: options.data)
      .run(folder: folder, overrides: overrides)
  }

  /// 1; 5 where the named file itself cannot be read.
  var exitCode: ExitCode {
    let unread = bag.all.contains {
      ["DD1001", "DD1002"].contains($0.code) && loader.file($0.span.file) == nil
    }
    return ExitCode(unread ? ExitStatus.inputOutput : ExitStatus.invalid)
  }

  /// Prints what was found and gives the exit code.
  func reported() -> ExitCode {
    tellDiagnostics()
    return exitCode
  }

  /// Prints every diagnostic to standard error.
  func tellDiagnostics() {
    let text = DiagnosticText(language: language, style: errorStyle, loader: loader)
    for diagnostic in shown { StandardStreams.tell(text.text(diagnostic)) }
  }

  /// What was found, without the notes on unused figures where they were not asked for.
  var shown: [Diagnostic] { options.notes ? bag.all : bag.all.filter { !Self.isQuiet($0) } }

  /// How many notes ``shown`` leaves out.
  var quietNotes: Int { options.notes ? 0 : bag.all.count(where: Self.isQuiet) }

  private static func isQuiet(_ found: Diagnostic) -> Bool {
    found.severity == .note && found.code == DiagnosticCode.unreadFigures.id
  }

  /// A word to the user.
  func tell(_ words: Bilingual) { StandardStreams.tell(words.text(language)) }

  /// Prints tables with an empty line between them.
  func print(_ tables: [Table], heading: Bilingual? = nil) throws {
    let writer = TextTableWriter(
      language: language, unit: options.unit, style: style, width: StandardStreams.outputWidth)
    let output = StandardStreams.output()
    if let heading { output.buffer.append(writer.heading(heading) + "\n") }
    output.buffer.append(tables.map(writer.text).joined(separator: "\n"))
    try output.finish()
  }
}

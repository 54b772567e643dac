import ArgumentParser
import Doudi

/// `doudi calibrate`.
struct CalibrateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: "求参数的值，使结果最接近给定的目标 / Values of parameters for which figures come nearest to targets.",
    discussion: """
      --targets FILE.csv: region, year, output, value, and weight where wanted. --with NAME, NAME@urban, NAME@REGION,
      NAME@REGION/rural, each with =LOW:HIGH where the range of its rule is too wide; repeatable.
      Deviations count as shares of the target. What comes out is run once more officially.
      """)

  @Argument(help: "方案文件夹 / Folder of the scenario.")
  var scenario: String
  @Option(help: ArgumentHelp("目标表 / Table of targets.", valueName: "file.csv"))
  var targets: String
  @Option(
    name: .customLong("with"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("求哪个参数，可重复 / A parameter to find; repeatable.", valueName: "NAME[@PLACE][=LOW:HIGH]"))
  var parameters: [String] = []
  @Option(help: ArgumentHelp("写出CSV文件 / Write CSV files there.", valueName: "dir"))
  var out: String?
  @OptionGroup var common: CommonOptions

  func validate() throws {
    try OutPath.checkFolder(out)
    if parameters.isEmpty {
      throw ValidationError(
        Bilingual(zh: "至少写一个--with NAME", en: "give at least one --with NAME"))
    }
    if out == "" {
      throw ValidationError(Bilingual(zh: "--out后缺文件夹名", en: "--out needs the name of a folder"))
    }
  }

  func run() throws {
    let session = Session(common)
    let subject = try DrawSubject(scenario, session)
    let found = session.calibrated(parameters, subject.drawn)
    let written = try subject.written(for: (found ?? []).map(\.input))
    let read = session.targets(targets, written)
    // Faults of both at once.
    guard let parameters = found, let targets = read else { throw session.reported() }
    let calibration = try Calibration(written, parameters, targets)
    try refuse(calibration, written, session)
    let after = try DrawSubject(scenario, Session(common.with(calibration.settings)))
    let report = CalibrationReport(
      calibration, nodes: written.nodes, outputs: written.outputs, before: subject.central,
      after: after.central)
    try write(report, session)
  }

  private func write(_ report: CalibrationReport, _ session: Session) throws {
    if let out {
      let set = try FileSet(folder: out)
      for table in report.fileTables() {
        try set.write(table.id + ".csv") { try CSVWriter.write(table, to: $0) }
      }
      try set.commit()
    }
    if common.json {
      try TablesJSON.write(report.jsonTables(), to: StandardStreams.output())
    } else {
      try session.print(report.screenTables(common.unit))
    }
    if let out {
      session.tell(
        Bilingual(
          zh: "已写出 \(out)/calibration.csv、\(out)/targets.csv",
          en: "Written: \(out)/calibration.csv, \(out)/targets.csv"))
    }
  }

  /// Ends the command where there is no answer.
  private func refuse(_ found: Calibration, _ written: WrittenScenario, _ session: Session) throws {
    switch found.reason {
    case .rank: session.tell(Labels.calibrationReason(found.reason).after("doudi: "))
    case .noValue(let places):
      let names = places.map { place in
        let (target, output) = (found.targets[place], written.outputs[found.targets[place].output])
        return "\(written.nodes.names[target.node]) \(output.year) \(output.name)"
      }
      let list = names.joined(separator: ", ")
      session.tell(
        Labels.calibrationReason(found.reason).after("doudi: ").before(
          Bilingual(zh: "：" + list, en: ": " + list)))
    default: return
    }
    throw ExitCode(ExitStatus.invalid)
  }
}

extension Bilingual {
  /// The words behind others that are the same in both languages.
  fileprivate func after(_ text: String) -> Bilingual { Bilingual(zh: text + zh, en: text + en) }
  fileprivate func before(_ words: Bilingual) -> Bilingual { Bilingual(zh: zh + words.zh, en: en + words.en) }
}

extension CommonOptions {
  /// The same with further values, quietly.
  fileprivate func with(_ settings: [String]) -> CommonOptions {
    var copy = self
    copy.overrides += settings
    return copy
  }
}

extension Session {
  /// Parameters of arguments; nil after reporting what is wrong with them.
  func calibrated(_ arguments: [String], _ scenario: DrawnScenario) -> [CalibratedParameter]? {
    for one in arguments { loader.remember(SourceFile(path: "--with \(one)", text: one)) }
    return CalibratedParameter.all(arguments, of: scenario, into: bag)
  }

  /// The targets of a file; nil after reporting what is wrong with them.
  func targets(_ path: String, _ written: WrittenScenario) -> CalibrationTargets? {
    guard let file = loader.load(path, into: bag), let table = CSVReader.read(file, into: bag) else {
      return nil
    }
    return CalibrationTargets(table, nodes: written.nodes, outputs: written.outputs, into: bag)
  }
}

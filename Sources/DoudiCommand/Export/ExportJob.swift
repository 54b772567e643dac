import ArgumentParser
import Doudi

/// Works out what an export holds.
struct ExportJob {
  private let session: Session
  private let options: ExportOptions
  private let uncertain: UncertainOptions

  init(_ session: Session, _ options: ExportOptions, _ uncertain: UncertainOptions) {
    (self.session, self.options, self.uncertain) = (session, options, uncertain)
  }

  private var sets: [String] { session.options.overrides }

  /// Everything of a scenario or a specification; ends the command where something is faulty.
  func content(_ path: String) throws -> ExportContent {
    if session.isAllocation(path) { return try allocationAlone(path) }
    if YearlyLoader.isYearly(path, loader: session.loader) { return try yearly(path) }
    let projection = try session.projection(path)
    let run = RunReport(projection)
    try checkYear(run)
    let drawn = try uncertainty(path)
    let comparison = try comparison(path, run)
    let allocation = try options.allocation.map { AllocationReport(try session.allocation($0)) }
    var provenance = Provenance(run, inputs: inputs, sets: sets, fan: drawn?.fan)
    provenance.year = options.year
    return ExportContent(
      run: run, uncertainty: drawn, comparison: comparison, allocation: allocation, provenance: provenance,
      unit: session.options.unit, printing: options.printing, listing: options.listing, year: options.year)
  }

  private var inputs: [HashedFile] { HashedFile.read(by: session.loader) }

  private func allocationAlone(_ path: String) throws -> ExportContent {
    try refuseProposals()
    let report = AllocationReport(try session.allocation(path))
    return ExportContent(
      allocation: report, provenance: Provenance(report, inputs: inputs, sets: sets),
      unit: session.options.unit, printing: options.printing)
  }

  private func yearly(_ path: String) throws -> ExportContent {
    try refuseProposals()
    let report = try YearlyReport(try session.yearly(path))
    let drawn = try uncertainty(path)
    return ExportContent(
      yearly: report, uncertainty: drawn,
      provenance: Provenance(report, inputs: inputs, sets: sets, fan: drawn?.fan),
      unit: session.options.unit, printing: options.printing)
  }

  /// Refuses a year that the scenario has not.
  private func checkYear(_ run: RunReport) throws {
    guard let year = options.year, !run.years.contains(year) else { return }
    let years = run.years.map(String.init)
    throw ValidationError(
      Bilingual(
        zh: "方案没有\(year)年；--year可写\(years.joined(separator: "、"))",
        en: "the scenario has no year \(year); --year is one of \(years.joined(separator: ", "))"))
  }

  private func refuseProposals() throws {
    guard options.year == nil else {
      throw ValidationError(Bilingual(zh: "--year只用于按月的方案", en: "--year is for scenarios of months"))
    }
    guard options.proposal.isEmpty else {
      throw ValidationError(
        Bilingual(zh: "--proposal只用于按月的方案", en: "--proposal is for scenarios of months"))
    }
  }

  // MARK: how sure

  /// Fan, tornado and indices of a scenario with uncertain parameters; nil without.
  private func uncertainty(_ path: String) throws -> UncertaintyContent? {
    let filePath = uncertain.path(path)
    guard !options.noDraws, uncertain.uncertainty != nil || session.loader.exists(filePath) else {
      return nil
    }
    let subject = try DrawSubject(path, session)
    let file = try session.uncertainty(subject.space, filePath)
    return UncertaintyContent(
      fan: try fan(subject.ensemble(file, uncertain, path)), tornado: try subject.tornado(file),
      indices: try indices(subject, file), reckoner: try subject.reckonerReport())
  }

  private func fan(_ job: EnsembleJob) throws -> EnsembleReport {
    let report = EnsembleReport(job.card(job.run(job.source)))
    try job.runAll(session) { report.take($0) }
    return report
  }

  private func indices(_ subject: DrawSubject, _ file: UncertaintyFile) throws -> SensitivityReport {
    let written = try subject.written(for: file.inputs.map(\.input))
    let run = try session.sensitivity(
      .chaos, written.function, file, session.correlation(file), draws: nil, seed: uncertain.seed, step: nil)
    return SensitivityReport(
      subject.central.heading, run, written.function, file,
      headline: try subject.headline(nil, among: written.outputs))
  }

  // MARK: proposals

  private func comparison(_ path: String, _ run: RunReport) throws -> Comparison? {
    guard !options.proposal.isEmpty else { return nil }
    let reforms = session.options.reforms
    let scenario = run.projection.model.scenario
    let base = ComparedRun(
      0, name: scenario.title, folder: path, reforms: Array(scenario.reforms.suffix(reforms.count)),
      sets: sets, report: run)
    let others = try options.proposal.enumerated().map { try variant($0 + 1, $1, path) }
    return try Comparison([base] + others, year: options.year)
  }

  private func variant(_ place: Int, _ proposal: String, _ path: String) throws -> ComparedRun {
    let isFolder = session.loader.isFolder(proposal)
    let isReform = !isFolder && session.loader.exists(proposal)
    let isValue = !isFolder && !isReform
    if isValue, Override(argument: proposal) == nil {
      session.tell(
        Bilingual(
          zh: "doudi: --proposal \(proposal)：不是文件夹，不是文件，也不是key=value",
          en: "doudi: --proposal \(proposal): neither folder nor file nor key=value"))
      throw ExitCode(ExitStatus.invalid)
    }
    let laid = session.options.reforms + (isReform ? [proposal] : [])
    let values = sets + (isValue ? [proposal] : [])
    let projection = try session.projection(isFolder ? proposal : path, reforms: laid, sets: values)
    let scenario = projection.model.scenario
    let name =
      isFolder
      ? scenario.title
      : isReform
        ? scenario.reforms.last?.title ?? scenario.title
        : ComparedRun.words(of: proposal, in: projection.model)
    return ComparedRun(
      place, name: name, folder: isFolder ? proposal : path,
      reforms: Array(scenario.reforms.suffix(laid.count)), sets: values, report: RunReport(projection))
  }
}

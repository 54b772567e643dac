import ArgumentParser
import Doudi

/// Writes the files of an ensemble, whether its draws are run here or come from shards.
struct EnsembleFiles {
  let session: Session
  let out: String
  let keep: Bool
  /// What is counted beside the fan.
  var watched: WatchedOutput?

  /// fan.csv, probabilities.csv, failed.csv; draws.csv, components.csv and covariance.csv where they are wanted.
  /// - Parameters:
  ///   - run: the draws.
  ///   - report: takes their outcomes.
  ///   - unfinished: where finished passes are kept until all are done; nil for a run of one pass.
  /// - Throws: where files cannot be written or shards cannot be read.
  func write(_ run: EnsembleRun, _ report: EnsembleReport, unfinished: UnfinishedRun?) throws {
    let progress = Progress(draws: run.plan.draws, passes: run.plan.passes.count, language: session.language)
    let isLong = unfinished != nil && run.plan.passes.count > 1
    if let unfinished, isLong {
      for pass in run.plan.passes { try finish(pass, run, report, unfinished, progress) }
    }
    let files = try FileSet(folder: out)
    if keep {
      try files.write("draws.csv") { output in
        let writer = DrawsWriter(to: output, source: run.source)
        for pass in run.plan.passes {
          if let unfinished, isLong {
            try unfinished.copyDraws(pass, to: output)
          } else {
            try work(run, pass, unfinished, progress) { table in
              try take(table, report)
              try writer.write(table)
            }
          }
        }
        try writer.finish()
      }
    } else if !isLong {
      for pass in run.plan.passes { try work(run, pass, unfinished, progress) { try take($0, report) } }
    }
    progress.finish()
    let beside = try watched?.report(completedBy: run)
    let outputs = run.outputs.map { (name: $0.name, year: $0.year) }
    let tables = report.fileTables() + [report.failedTable(outputs: outputs) { run.source.name(of: $0) }]
    for table in tables + (beside?.fileTables() ?? []) {
      try files.write(table.id + ".csv") { try CSVWriter.write(table, to: $0) }
    }
    try files.commit()
    unfinished?.remove()
    try session.show(report, beside)
    session.tell(Bilingual(zh: "已写出 \(out)/*.csv", en: "Written: \(out)/*.csv"))
  }

  private func take(_ table: OutcomeTable, _ report: EnsembleReport) throws {
    report.take(table)
    try watched?.take(table)
  }

  /// One pass: taken from its file, or run and put into one.
  private func finish(
    _ pass: PassPlan.Pass, _ run: EnsembleRun, _ report: EnsembleReport, _ unfinished: UnfinishedRun,
    _ progress: Progress
  ) throws {
    if let known = unfinished.result(pass) {
      progress.add(run.plan.draws)
      return report.add(known)
    }
    let others = report.release()
    let own = try unfinished.write(pass) { rows in
      let writer = rows.map { DrawsWriter(to: $0, source: run.source, heads: false) }
      try work(run, pass, unfinished, progress) { table in
        try take(table, report)
        try writer?.write(table)
      }
      try writer?.finish()
      return report.release()
    }
    report.add(others)
    report.add(own)
  }

  /// A pass that Control-C stops between two batches, its draws kept.
  private func work(
    _ run: EnsembleRun, _ pass: PassPlan.Pass, _ unfinished: UnfinishedRun?, _ progress: Progress,
    take: (OutcomeTable) throws -> Void
  ) throws {
    guard let unfinished, run.plan.isExact else {
      return try run.run(pass, progress: progress.add, take: take)
    }
    Interrupt.wait(true)
    defer { Interrupt.wait(false) }
    try run.run(
      pass, restore: { unfinished.restore($0, of: pass) },
      progress: {
        progress.add($0)
        if Interrupt.isAsked { throw ExitCode(ExitStatus.interrupted) }
      },
      stopped: { table, done in
        progress.finish()
        try unfinished.keep(table, done: done, of: pass)
        session.tell(
          Bilingual(
            zh: "doudi: 已中断，完成的抽样保存在\(out)/unfinished；同样的命令加--resume接着算",
            en:
              "doudi: interrupted; finished draws are in \(out)/unfinished; the same command with --resume goes on"
          ))
      },
      take: {
        Interrupt.wait(false)
        try take($0)
      })
  }
}

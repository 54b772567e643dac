import ArgumentParser
import Doudi

/// Runs draws and writes what they say.
struct EnsembleOutput {
  let session: Session
  let options: EnsembleOptions
  /// What is counted beside the fan.
  var watched: WatchedOutput?

  /// Does what the options ask for.
  func write(_ job: EnsembleJob) throws {
    if let name = options.draw { return try replay(job, name) }
    guard let out = options.out else { return try show(job) }
    if let shard = options.shard { return try write(job, shard, to: out) }
    let run = job.run(job.source)
    let card = job.card(run)
    let unfinished = UnfinishedRun(out: out, card: card, keeps: options.keep)
    try prepare(unfinished, run, out)
    try EnsembleFiles(session: session, out: out, keep: options.keep, watched: watched)
      .write(run, EnsembleReport(card), unfinished: unfinished)
  }

  /// Standard output: the fan.
  private func show(_ job: EnsembleJob) throws {
    let report = EnsembleReport(job.card(job.run(job.source)))
    try job.runAll(session) { table in
      report.take(table)
      try watched?.take(table)
    }
    try session.show(report, watched?.report())
  }

  /// Leaves passes of this very run to go on from, and nothing else.
  private func prepare(_ unfinished: UnfinishedRun, _ run: EnsembleRun, _ out: String) throws {
    if !options.resume {
      unfinished.remove()
    } else if unfinished.isOther(run.plan) {
      session.tell(
        Bilingual(
          zh: "doudi: \(out)/unfinished 属于另一次测算；去掉--resume将重新开始",
          en: "doudi: \(out)/unfinished is of another run; without --resume this one starts afresh"))
      throw ExitCode(ExitStatus.invalid)
    }
  }

  private func write(_ job: EnsembleJob, _ shard: Shard, to out: String) throws {
    let share = ShareOfDraws(job.source, shard: shard)
    let whole = job.run(share)
    guard
      let plan = PassPlan(
        shardOf: share.count, nodes: whole.nodes.names.count, outputs: whole.outputs.count)
    else {
      let least = PassPlan.shards(nodes: whole.nodes.names.count, draws: job.source.count)
      session.tell(
        Bilingual(
          zh: "doudi: 分片太大，至少分成\(least)片", en: "doudi: the shard is too large; take at least \(least) shards")
      )
      throw ExitCode(ExitStatus.invalid)
    }
    let (name, card) = (ShardWriter.name(shard), job.card(whole))
    if options.resume, let old = try? ShardFile(out + "/" + name), old.card.difference(card) == nil {
      return session.tell(Bilingual(zh: "\(out)/\(name) 已经算好", en: "\(out)/\(name) is there already"))
    }
    let progress = Progress(draws: share.count, passes: plan.passes.count, language: session.language)
    let files = try FileSet(folder: out)
    try files.write(name) {
      try ShardWriter.write(whole.with(plan), card: card, shard: shard, to: $0, progress: progress.add)
    }
    try files.commit()
    progress.finish()
    session.tell(
      Bilingual(
        zh: "已写出 \(out)/\(name)（\(share.count)次抽样）", en: "Written: \(out)/\(name) (\(share.count) draws)"))
  }

  private func replay(_ job: EnsembleJob, _ name: String) throws {
    guard let number = job.source.number(named: name), let only = ShareOfDraws(job.source, only: number)
    else {
      session.tell(
        Bilingual(
          zh: "doudi: 没有抽样“\(name)”，共\(job.source.count)次",
          en: "doudi: there is no draw \"\(name)\"; there are \(job.source.count)"))
      throw ExitCode(ExitStatus.invalid)
    }
    let run = job.run(only)
    let report = try ReplayReport(run, card: job.card(run), parameters: job.parameters)
    if session.options.json { return try report.writeJSON(to: StandardStreams.output()) }
    try session.print(report.tables())
  }
}

extension Session {
  /// Prints what an ensemble says.
  func show(_ report: EnsembleReport, _ comovement: ComovementReport?) throws {
    if options.json {
      try EnsembleJSON.write(report, and: comovement?.fileTables() ?? [], to: StandardStreams.output())
    } else {
      try print(report.screenTables(options.unit) + [comovement?.screenTable()].compactMap { $0 })
    }
  }
}

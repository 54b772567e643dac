import ArgumentParser
import Doudi

/// Runs an ensemble and writes what it says.
struct EnsembleOutput {
  let session: Session
  let out: String?
  let keep: Bool

  /// A yearly scenario: every draw's outcomes, in a file or on standard output.
  func write(_ run: EnsembleRun) throws {
    guard let out else {
      let writer = DrawsWriter(to: StandardStreams.output(), source: run.source)
      try run.run { try writer.write($0) }
      return try writer.finish()
    }
    let files = try FileSet(folder: out)
    try files.write("draws.csv") { output in
      let writer = DrawsWriter(to: output, source: run.source)
      try run.run { try writer.write($0) }
      try writer.finish()
    }
    try files.commit()
    session.tell(Bilingual(zh: "已写出 \(out)/draws.csv", en: "Written: \(out)/draws.csv"))
  }

  func write(_ run: EnsembleRun, _ official: RunReport, design: EnsembleDesign, ceilings: [Ceiling]) throws {
    let report = EnsembleReport(official, nodes: run.nodes, design: design, ceilings: ceilings)
    guard let out else {
      try run.run { report.take($0) }
      return try show(report)
    }
    let files = try FileSet(folder: out)
    if keep {
      try files.write("draws.csv") { output in
        let writer = DrawsWriter(to: output, source: run.source)
        try run.run { table in
          report.take(table)
          try writer.write(table)
        }
        try writer.finish()
      }
    } else {
      try run.run { report.take($0) }
    }
    for table in report.fileTables() {
      try files.write(table.id + ".csv") { try CSVWriter.write(table, to: $0) }
    }
    try files.commit()
    try show(report)
    session.tell(Bilingual(zh: "已写出 \(out)/*.csv", en: "Written: \(out)/*.csv"))
  }

  private func show(_ report: EnsembleReport) throws {
    if session.options.json {
      try EnsembleJSON.write(report, to: StandardStreams.output())
    } else {
      try session.print(report.screenTables(session.options.unit))
    }
  }
}

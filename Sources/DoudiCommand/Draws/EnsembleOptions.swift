public import ArgumentParser
public import Doudi

/// What `ensemble` and `sweep` do with their draws.
struct EnsembleOptions: ParsableArguments {
  @Flag(help: "写出每次抽样的结果draws.csv / Write every draw's outcome to draws.csv; with --out.")
  var keep = false

  @Option(help: ArgumentHelp("写出CSV文件 / Write CSV files there.", valueName: "dir"))
  var out: String?

  @Option(
    help: ArgumentHelp(
      "只算编号除以N余i的抽样，写出分片，由doudi merge合并 / Only draws whose number is i modulo N; writes a shard for doudi merge.",
      valueName: "i/N"))
  var shard: Shard?

  @Option(
    help: ArgumentHelp("重算一次抽样：参数和结果 / Replay one draw: its parameters and results.", valueName: "n"))
  var draw: String?

  @Flag(help: "接着算被中断的测算 / Go on where an interrupted run stopped; with --out.")
  var resume = false

  func validate() throws {
    try OutPath.checkFolder(out)
    for (name, isGiven) in [("--keep", keep), ("--shard", shard != nil), ("--resume", resume)]
    where isGiven && out == nil {
      throw ValidationError(Bilingual(zh: "\(name)须与--out同写", en: "\(name) goes with --out"))
    }
    if draw != nil, out != nil || shard != nil {
      throw ValidationError(
        Bilingual(zh: "--draw不与--out、--shard同写", en: "--draw goes without --out and --shard"))
    }
    if keep, shard != nil {
      throw ValidationError(
        Bilingual(zh: "分片总含每次抽样的结果，--keep写在merge", en: "shards hold every draw; give --keep to merge"))
    }
  }
}

extension Shard: ExpressibleByArgument {
  /// Reads "i/N".
  public init?(argument: String) { self.init(argument) }
}

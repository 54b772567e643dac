import ArgumentParser
import Doudi

/// Uncertain parameters and designs of a session.
extension Session {
  /// The file of uncertain parameters; ends the command where it is faulty.
  func uncertainty(_ space: DrawSpace, _ path: String) throws -> UncertaintyFile {
    if let file = UncertaintyReader(space, loader: loader, bag: bag).read(path) { return file }
    let fault = reported()
    if !loader.exists(path) {
      tell(
        Bilingual(
          zh:
            "提示：在\(path)中写明哪些参数不确定，写法见docs/uncertainty.md，键见doudi schema uncertainty；或用--uncertainty FILE指明文件",
          en:
            "hint: say in \(path) which parameters are uncertain (docs/uncertainty.md; keys: doudi schema uncertainty), or name a file by --uncertainty FILE"
        ))
    }
    throw fault
  }

  /// A sampler of the file's parameters; ends the command where there can be none.
  func draws(_ file: UncertaintyFile, _ leaves: [String], _ options: UncertainOptions) throws -> SampledDraws
  {
    let factor = try correlation(file)
    do {
      return try SampledDraws(
        file, correlation: factor, leaves: leaves, method: options.method, draws: options.draws,
        replicates: options.replicates, seed: options.seed)
    } catch {
      tell(
        Bilingual(
          zh: "doudi: 该方法没有这么多维或这么多次，请用--method mc或减少",
          en: "doudi: the method has not as many dimensions or draws; use --method mc, or fewer"))
      throw ExitCode.validationFailure
    }
  }

  /// The correlations of a file; nil where there are none; ends the command where they do not hold together.
  func correlation(_ file: UncertaintyFile) throws -> CorrelationFactor? {
    let span = file.inputs.first?.span ?? SourceSpan(file: "", line: 1, column: 1)
    let factor = CorrelationFactor.make(file, span: span, into: bag)
    if bag.hasErrors { throw reported() }
    if let factor, factor.isMended {
      let change = (factor.largestChange * 1000).rounded() / 1000
      tell(
        Bilingual(
          zh: "提示：相关系数已换成最接近的有效矩阵，最大变动\(change)",
          en: "note: correlations replaced by the nearest valid ones, changed by \(change) at most"))
    }
    return factor
  }

  /// A method's run; ends the command where it cannot be made.
  func sensitivity(
    _ method: SensitivityMethod, _ function: ScenarioFunction, _ file: UncertaintyFile,
    _ factor: CorrelationFactor?, draws: Int?, seed: UInt64, step: Double?
  ) throws -> SensitivityRun {
    do {
      return try SensitivityRun(
        method, function, file, correlation: factor, draws: draws, seed: seed,
        step: step ?? DerivativeDesign.usualStep)
    } catch {
      tell(
        Bilingual(
          zh: "doudi: 次数或参数个数不适合该方法：\(error)",
          en: "doudi: the number of draws or of parameters does not suit the method: \(error)"))
      throw ExitCode.validationFailure
    }
  }

  /// The draws of a table; ends the command where it is faulty.
  func design(_ path: String, _ space: DrawSpace) throws -> DesignDraws {
    guard let file = loader.load(path, into: bag), let table = CSVReader.read(file, into: bag),
      let draws = DesignDraws(table, space: space, into: bag)
    else { throw reported() }
    return draws
  }

  /// The points of a grid; ends the command where it is faulty.
  func grid(_ axes: [String], _ space: DrawSpace) throws -> GridDraws {
    for one in axes {
      loader.remember(SourceFile(path: "--grid \(one)", text: one))
    }
    guard let grid = GridDraws(axes, space: space, into: bag) else { throw reported() }
    return grid
  }

  /// The model of a yearly scenario, with more overrides; ends the command where it is faulty.
  func yearly(_ folder: String, _ more: [String] = []) throws -> YearlyModel {
    try checkData()
    try refuseReforms(
      Bilingual(zh: "按年步长的方案不用--reform，可用--set", en: "--reform is not for yearly scenarios; --set is"))
    let loader = YearlyLoader(loader: self.loader, bag: bag, dataFolder: options.data)
    let all = overrides + more.compactMap { Override(argument: $0) }
    guard let model = loader.load(folder: folder, overrides: all) else { throw reported() }
    return model
  }

  /// Text of a file that was read; empty where it was not.
  func text(_ path: String) -> String { loader.file(path)?.text ?? "" }

  /// Ends the command where a parameter cannot be drawn.
  func refuse(_ names: [String]) throws {
    guard !names.isEmpty else { return }
    let list = names.joined(separator: ", ")
    tell(
      Bilingual(
        zh: "doudi: \(list) 决定算法本身（年限、年份、是否），不能抽样",
        en: "doudi: \(list) shapes the calculation itself (duration, year, yes/no) and cannot be drawn"))
    throw ExitCode(1)
  }
}

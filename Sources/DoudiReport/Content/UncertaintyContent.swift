/// How sure the figures are.
public struct UncertaintyContent {
  /// Quantiles and chances.
  public let fan: EnsembleReport
  /// Each uncertain parameter at its 10 % and 90 % quantiles.
  public let tornado: TornadoReport
  /// Sobol' indices.
  public let indices: SensitivityReport
  /// The cost of one unit more; nil where there are no levers.
  public let reckoner: ReckonerReport?

  /// What was drawn.
  public init(
    fan: EnsembleReport, tornado: TornadoReport, indices: SensitivityReport, reckoner: ReckonerReport?
  ) {
    (self.fan, self.tornado, self.indices, self.reckoner) = (fan, tornado, indices, reckoner)
  }

  /// The long tables: fan, probabilities, tornado, sensitivity, reckoner.
  public func fileTables() -> [Table] {
    fan.fileTables() + [tornado.fileTable(), indices.fileTable()] + [reckoner?.fileTable()].compactMap { $0 }
  }
}

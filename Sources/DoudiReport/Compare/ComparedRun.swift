public import DoudiInputs
public import DoudiModel

/// One of the runs that are compared.
public struct ComparedRun {
  /// "A" to "E".
  public let letter: String
  /// What it is: the scenario's title, the reform laid on last, or the values that were set.
  public let name: Bilingual
  /// Folder of its scenario.
  public let folder: String
  /// Reforms of the command line that it stands on, in order.
  public let reforms: [Reform]
  /// What `--set` gave it.
  public let sets: [String]
  /// The finished run.
  public let report: RunReport

  /// The run at a place of the list.
  public init(
    _ position: Int, name: Bilingual, folder: String, reforms: [Reform], sets: [String], report: RunReport
  ) {
    letter = Self.letters[min(max(0, position), Self.letters.count - 1)]
    (self.name, self.folder, self.reforms, self.sets) = (name, folder, reforms, sets)
    self.report = report
  }

  /// Names of the runs; there are not more.
  public static let letters = ["A", "B", "C", "D", "E"]

  var model: Model { report.model }
}

import Doudi

/// `doudi export --to report`.
extension Session {
  /// Where the tiles of a map lie: tiles.csv of the scenario's folder, or of the folder data beside it; none
  /// where there is no such file. Ends the command where it is faulty.
  func tiles(_ scenario: String) throws -> TilePlaces {
    let places = [scenario + "/tiles.csv", scenario + "/../data/tiles.csv"]
    guard let path = places.first(where: loader.exists) else { return TilePlaces() }
    guard let file = loader.load(path, into: bag), let table = CSVReader.read(file, into: bag), !bag.hasErrors
    else { throw reported() }
    return TilePlaces(table)
  }

  /// Writes the folder of a report, and says why there are no pictures.
  func writeReport(_ made: ExportContent, tiles: TilePlaces, to folder: String) throws {
    let form = PrintForm(language: language, unit: made.unit, printing: made.printing)
    let reason = try ReportExport.write(
      made, form, tiles: tiles, python: StandardStreams.variable(FigureRenderer.variable), to: folder)
    if let reason { tell(reason) }
  }
}

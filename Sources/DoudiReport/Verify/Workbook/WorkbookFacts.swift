import DoudiInputs

/// What sheet 说明 says of the run.
struct WorkbookFacts {
  private(set) var runID = ""
  private(set) var scenario = ""
  private(set) var program = ""
  /// Files that the run read; how many bytes each has the workbook does not say.
  private(set) var inputs: [HashedFile] = []
  /// How draws were made, as packages write it; nil without draws.
  private(set) var draws: String?
  /// What the long table said when it was written, in words and as a hash; nil where the workbook does not tell.
  private(set) var data: (words: String, sha256: String)?
  /// True where each figure was rounded by itself.
  private(set) var isRounded = false

  init(_ book: ReadWorkbook) {
    guard let grid = book.grid(Labels.sheetNotes) else { return }
    let language = book.language
    var isListed = false
    for row in 0..<grid.rowCount {
      guard let name = grid.text(row, 0) else { continue }
      if name == Labels.roundedNote.text(language) { isRounded = true }
      if name == Labels.item.text(language), grid.text(row, 2) == "SHA-256" { isListed = true }
      if isListed, let value = grid.text(row, 1) { take(name, value, grid.text(row, 2), language) }
    }
  }

  private mutating func take(_ name: String, _ value: String, _ sum: String?, _ language: Language) {
    switch name {
    case Labels.scenarioTitle.text(language): scenario = value
    case Labels.runNumber.text(language): runID = value
    case Labels.program.text(language):
      program = value.hasPrefix("doudi ") ? String(value.dropFirst(6)) : value
    case Labels.drawsMade.text(language): draws = Self.draws(value)
    case Labels.contentOfData.text(language): data = sum.map { (value, $0) }
    case Labels.inputFile.text(language):
      if let sum { inputs.append(HashedFile(path: value, bytes: 0, sha256: sum)) }
    default: break
    }
  }

  /// "64 sobol, seed 1".
  private static func draws(_ text: String) -> String {
    let words = text.split { $0 == " " || $0 == "," }.map(String.init)
    guard words.count >= 2 else { return text }
    let seed = words.count == 4 && words[2] == "seed" ? ",\"seed\":\(words[3])" : ""
    return "{\"method\":\"\(words[1])\"\(seed),\"count\":\(words[0])}"
  }
}

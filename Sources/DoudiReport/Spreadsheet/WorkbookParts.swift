/// The sheets that a workbook lists: names and where their rows are.
final class SheetList: XMLHandler {
  private(set) var sheets: [(name: String, relation: String)] = []

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name == "sheet", let own = attributes.text("name"), let relation = attributes.text("id") else {
      return
    }
    sheets.append((own, relation))
  }
}

/// Which part a relation leads to.
final class RelationList: XMLHandler {
  private(set) var targets: [String: String] = [:]

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name == "Relationship", let id = attributes.text("Id"), let target = attributes.text("Target")
    else {
      return
    }
    // From the root of the archive, or from the folder of the workbook.
    targets[id] = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
  }
}

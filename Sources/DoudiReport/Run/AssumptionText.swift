import DoudiInputs
import DoudiModel
import DoudiUnits

extension Assumption {
  /// All values with unit for people.
  func text(_ tree: RegionTree) -> Bilingual { term.text(tree) }
}

extension Term {
  /// All values with unit for people: "城镇27.6，农村38.7 %", yes and no in words.
  func text(_ tree: RegionTree) -> Bilingual {
    Bilingual(zh: text(tree, .zh), en: text(tree, .en))
  }

  private func text(_ tree: RegionTree, _ language: Language) -> String {
    let parts = branches.map { branch in
      var words: [String] = []
      if let region = branch.region { words.append(tree.region(region)?.name.text(language) ?? region.text) }
      if let area = branch.area { words.append(Labels.area(area).text(language)) }
      if let reference = branch.indicator { return (words + [reference.name]).joined(separator: " ") }
      let values = branch.dated.map { one in
        (one.from.map { "\($0): " } ?? "") + value(one.figure.value, language)
      }
      return (words + [values.joined(separator: ", ")]).joined(separator: " ")
    }
    guard !branches.allSatisfy({ $0.indicator != nil }) else { return parts.joined(separator: "; ") }
    let isOne = branches.allSatisfy { $0.dated.allSatisfy { $0.figure.value == .one } }
    let unit = Labels.unit(unit.text, of: isOne ? "1" : "2").text(language)
    return parts.joined(separator: language == .zh ? "；" : "; ") + (unit.isEmpty ? "" : " " + unit)
  }

  private func value(_ value: Rational, _ language: Language) -> String {
    unit.text == "flag" ? Labels.flag(value != .zero).text(language) : value.shortText()
  }
}

import DoudiInputs
import DoudiModel
import Testing
import _DoudiTestSupport

@testable import DoudiReport

/// Inputs of shipped scenarios have names in words, codes in brackets.
@Suite struct InputNamesTests {
  private static let shipped = ["weihai-2027", "jilin-2027", "jimo-2027", "shenxian-2027", "xuanwei-2027"]

  private func isChinese(_ one: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(one.value) }

  private func withoutCodes(_ text: String) -> String {
    var (left, depth) = ("", 0)
    for one in text {
      if "（(".contains(one) {
        depth += 1
      } else if "）)".contains(one) {
        depth -= 1
      } else if depth == 0 {
        left.append(one)
      }
    }
    return left
  }

  @Test(arguments: shipped) func everyInputReadsInBothLanguages(_ name: String) throws {
    let (loaded, found) = LoadedScenario.load(Repository.root + "/scenarios/" + name)
    let model = try #require(loaded, "\(found.count)")
    let names = ChangeNames(model)
    let seen = model.table.all.map(ModelInput.init)
    for input in model.inputs + seen {
      let change = InputChange(
        kind: input.kind.rawValue, name: input.name, unit: input.recorded.unit ?? "", cause: .data,
        before: nil,
        after: input.recorded.text, toldBefore: nil, toldAfter: nil)
      // Figures of other provinces stand in shared files.
      if input.kind == .observation, let place = ToldInput.observed(input.name)?.region,
        names.places[place] == nil
      {
        continue
      }
      let word = names.input(change)
      let zh = withoutCodes(word.label.zh)
      #expect(zh.unicodeScalars.contains(where: isChinese), "\(input.name): \(word.label.zh)")
      #expect(!zh.unicodeScalars.contains { $0.properties.isAlphabetic && $0.isASCII }, "\(word.label.zh)")
      #expect(!word.label.en.unicodeScalars.contains(where: isChinese), "\(word.label.en)")
      guard let value = names.value(change, change.after), input.kind != .observation else { continue }
      #expect(!value.label.en.unicodeScalars.contains(where: isChinese), "\(input.name): \(value.label.en)")
    }
  }
}

import DoudiInputs
import DoudiUnits

extension Area {
  /// The area in words.
  var words: Bilingual {
    switch self {
    case .urban: Bilingual(zh: "城镇", en: "urban")
    case .rural: Bilingual(zh: "农村", en: "rural")
    case .all: Bilingual(zh: "不分城乡", en: "all")
    }
  }
}

/// The texts that cells of a workbook share, end to end in one piece of memory.
final class SharedTexts: XMLHandler {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var isInText = false
  private var isPhonetic = false

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "t": isInText = !isPhonetic
    case "rPh": isPhonetic = true
    default: break
    }
  }

  override func end(_ name: XMLName) {
    switch name {
    case "t": isInText = false
    case "rPh": isPhonetic = false
    case "si": ends.append(bytes.count)
    default: break
    }
  }

  override func text(_ piece: UnsafeBufferPointer<UInt8>) {
    if isInText { bytes.append(contentsOf: piece) }
  }

  /// The bytes of a text; nil where there is no such number.
  func with<Result>(_ index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result? {
    guard ends.indices.contains(index) else { return nil }
    let start = index == 0 ? 0 : ends[index - 1]
    return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<ends[index]])) }
  }
}

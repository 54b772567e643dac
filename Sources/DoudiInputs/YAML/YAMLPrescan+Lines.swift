extension YAMLPrescan {
  /// Handles one line from its start; quoted and block scalars may take further lines.
  mutating func startLine() {
    if isDocumentMark() { return documentMark() }
    if flowDepth == 0, !hasContent, byte(index) == UInt8(ascii: "%") {
      let start = index
      while !isBreak(index) { index += 1 }
      refuse(.directive, from: start, to: index, hint: Bilingual(zh: "请删去这一行", en: "delete this line"))
      blank(from: start, to: index)
      return skipBreak()
    }
    var tab: Int?
    while byte(index) == 0x20 || byte(index) == 0x09 {
      if byte(index) == 0x09, tab == nil { tab = index }
      index += 1
    }
    if isBreak(index) { return skipBreak() }
    if byte(index) == UInt8(ascii: "#") {
      isPlainOpen = false
      return skipLine()
    }
    if let tab, flowDepth == 0 {
      refuse(
        .tabIndentation, from: tab, to: tab + 1, hint: Bilingual(zh: "请改用空格缩进", en: "indent with blanks"))
      stop()
    }
    hasContent = true
    startContent()
  }

  /// From the first character of a line that is neither blank nor comment.
  private mutating func startContent() {
    tokenStart = true
    keyColumn = nil
    token = nil
    if flowDepth == 0 { popLevels(to: column) }
    let continues = isPlainOpen && (flowDepth > 0 || column > indent)
    isPlainOpen = false
    if continues, !fullWidthColon() { scanPlain() }
    scanTokens()
  }

  /// True at "---" or "..." at the start of a line.
  private func isDocumentMark() -> Bool {
    guard byte(index) == UInt8(ascii: "-") || byte(index) == UInt8(ascii: ".") else { return false }
    return byte(index + 1) == byte(index) && byte(index + 2) == byte(index) && isBlank(index + 3)
  }

  private mutating func documentMark() {
    let isStart = byte(index) == UInt8(ascii: "-")
    if isStart {
      documents += 1
      if documents > 1 || hasContent {
        refuse(
          .severalDocuments, from: index, to: index + 3,
          hint: Bilingual(zh: "请把“---”之后的内容另存为一个文件", en: "move what follows \"---\" to a file of its own"))
        stop()
        // One report is enough: what follows is another file.
        index = edited.count
        return
      }
    }
    index += 3
    while byte(index) == 0x20 { index += 1 }
    if isStart, !isBreak(index), byte(index) != UInt8(ascii: "#") { hasContent = true }
    levels = []
    (isPlainOpen, tokenStart, keyColumn) = (false, isStart, nil)
    if isStart { scanTokens() } else { skipLine() }
  }

  /// At "word：" in place of "word:": reports it and mends the text. The word must look
  /// like a key (ASCII letters, digits, "_", "-", ".", "@").
  mutating func fullWidthColon() -> Bool {
    guard flowDepth == 0 else { return false }
    var end = index
    while isKeyByte(byte(end)) { end += 1 }
    guard end > index, isLetter(byte(index)) else { return false }
    let wordEnd = end
    while byte(end) == 0x20 { end += 1 }
    guard byte(end) == 0xEF, byte(end + 1) == 0xBC, byte(end + 2) == 0x9A else { return false }
    let key = String(decoding: edited[index..<wordEnd], as: UTF8.self)
    refuse(
      .fullWidthColon, from: end, to: end + 3,
      hint: Bilingual(zh: "请写半角冒号加空格：\(key): …", en: "write an ASCII colon and a blank: \(key): ..."))
    widenColon(at: end)
    return true
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_")
  }

  private func isKeyByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "@")
  }
}

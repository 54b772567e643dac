extension YAMLPrescan {
  /// Reads tokens to the end of the line.
  mutating func scanTokens() {
    while !isBreak(index) {
      let current = byte(index)
      if current == 0x20 || current == 0x09 {
        index += 1
      } else if current == UInt8(ascii: "#"), index == lineStart || isBlank(index - 1) {
        return skipLine()
      } else if tokenStart {
        if !startToken(current) { return }
      } else {
        continueAfterToken(current)
      }
    }
    skipBreak()
  }

  /// At a place where a value or key can start.
  /// - Returns: false where the line has been used up.
  private mutating func startToken(_ current: UInt8) -> Bool {
    switch current {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      noteKeyColumn()
      let start = index
      scanQuoted(current)
      token = start..<index
    case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"):
      noteKeyColumn()
      scanProperty(current)
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      if flowDepth > 0 { return plainToken() }
      skipLine()
      skipBlockScalar()
      return false
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      noteKeyColumn()
      token = nil
      flowDepth += 1
      checkDepth(at: index)
      index = min(index + 1, edited.count)
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      closeFlow()
    case UInt8(ascii: ",") where flowDepth > 0:
      index += 1
    case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"):
      guard isBlank(index + 1) else { return plainToken() }
      if flowDepth == 0, current != UInt8(ascii: ":") { pushLevel(column) }
      keyColumn = nil
      index = min(index + 1, edited.count)
    default:
      return plainToken()
    }
    return true
  }

  private mutating func plainToken() -> Bool {
    noteKeyColumn()
    _ = fullWidthColon()
    let start = index
    scanPlain()
    token = start..<index
    return true
  }

  /// After a quoted scalar, a closing bracket or a plain scalar that ended at ": ".
  private mutating func continueAfterToken(_ current: UInt8) {
    switch current {
    case UInt8(ascii: ":") where isBlank(index + 1) || flowDepth > 0:
      if flowDepth == 0, let keyColumn { enterKey(column: keyColumn) }
      (keyColumn, token) = (nil, nil)
      tokenStart = true
      index = min(index + 1, edited.count)
    case UInt8(ascii: "]") where flowDepth > 0, UInt8(ascii: "}") where flowDepth > 0: closeFlow()
    case UInt8(ascii: ",") where flowDepth > 0:
      tokenStart = true
      index += 1
    default: index += 1
    }
  }

  private mutating func noteKeyColumn() {
    if keyColumn == nil, flowDepth == 0 { keyColumn = column }
  }

  private mutating func closeFlow() {
    flowDepth = max(0, flowDepth - 1)
    tokenStart = false
    index += 1
  }

  /// Over a plain scalar to the end of the line, to its ": ", or in brackets to the next of them.
  mutating func scanPlain() {
    tokenStart = false
    while !isBreak(index) {
      let current = byte(index)
      if current == UInt8(ascii: ":"), isBlank(index + 1) || (flowDepth > 0 && isFlow(byte(index + 1))) {
        return
      }
      if current == UInt8(ascii: "#"), index > lineStart, isBlank(index - 1) { return }
      if flowDepth > 0, isFlow(current) { return }
      index += 1
    }
    isPlainOpen = true
  }

  private func isFlow(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ","): true
    default: false
    }
  }
}

extension YAMLPrescan {
  /// Over a quoted scalar, which may take several lines.
  mutating func scanQuoted(_ quote: UInt8) {
    index += 1
    tokenStart = false
    while index < edited.count {
      let current = byte(index)
      if current == quote {
        index += 1
        if quote == UInt8(ascii: "'"), byte(index) == quote { index += 1 } else { return }
      } else if isBreak(index) {
        skipBreak()
        line += 1
        lineStart = index
      } else if current == UInt8(ascii: "\\"), quote == UInt8(ascii: "\""), !isBreak(index + 1) {
        index += 2
      } else {
        index += 1
      }
    }
  }

  /// Over the lines of a block scalar: all that are blank or deeper than its parent.
  mutating func skipBlockScalar() {
    let parent = indent
    isPlainOpen = false
    while index < edited.count {
      let start = index
      while byte(index) == 0x20 { index += 1 }
      if !isBreak(index), index - start <= parent {
        index = start
        return
      }
      skipLine()
      line += 1
    }
  }

  /// At "&name", "*name" or "!tag": reports it and writes over it.
  mutating func scanProperty(_ sign: UInt8) {
    let start = index
    index += 1
    while !isBlank(index), flowDepth == 0 || !isFlow(byte(index)) {
      if sign != UInt8(ascii: "!"), byte(index) == UInt8(ascii: ":"), isBlank(index + 1) { break }
      index += 1
    }
    let isTag = sign == UInt8(ascii: "!")
    let text = String(decoding: edited[start..<index], as: UTF8.self)
    refuse(
      isTag ? .explicitTag : .anchorOrAlias, from: start, to: index,
      hint: Bilingual(
        zh: isTag ? "请删去 \(text)；若是文字，请加引号" : "请把内容直接写出来；若是文字，请加引号",
        en: isTag
          ? "delete \(text), or quote it if it is text" : "write the content out, or quote it if it is text"))
    let isAlias = sign == UInt8(ascii: "*")
    blank(from: start, to: index, first: isAlias ? UInt8(ascii: "~") : 0x20)
    tokenStart = !isAlias
  }
}

import CXML2

/// What wants to know the elements of an XML text.
class XMLHandler {
  /// Set where the rest is not worth reading.
  var fault: SpreadsheetFault?

  func start(_ name: XMLName, _ attributes: XMLAttributes) {}
  func end(_ name: XMLName) {}
  /// Text between elements; it may come in pieces.
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// Name of an element without its namespace; valid during the event.
struct XMLName {
  fileprivate let pointer: UnsafePointer<UInt8>

  @inline(__always)
  static func ~= (name: StaticString, one: XMLName) -> Bool { one == name }

  @inline(__always)
  static func == (one: XMLName, name: StaticString) -> Bool {
    let (a, b) = (one.pointer, name.utf8Start)
    var place = 0
    // The name ends with a zero, too.
    while place < name.utf8CodeUnitCount {
      if a[place] != b[place] { return false }
      place += 1
    }
    return a[place] == 0
  }
}

/// Attributes of an element; valid during the event.
struct XMLAttributes {
  fileprivate let list: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  let count: Int

  /// The bytes of an attribute; nil where there is none.
  func bytes(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    guard let list else { return nil }
    for place in 0..<count {
      // Five pointers each: name, prefix, namespace, start and end of the value.
      guard let own = list[5 * place], XMLName(pointer: own) == name, let start = list[5 * place + 3],
        let end = list[5 * place + 4]
      else { continue }
      return UnsafeBufferPointer(start: start, count: end - start)
    }
    return nil
  }

  func text(_ name: StaticString) -> String? { bytes(name).map { String(decoding: $0, as: UTF8.self) } }
}

/// Reads an entry as XML, event by event, in constant memory.
///
/// A document type is refused as soon as it begins, so that there are no entities but the five of XML itself;
/// nothing is fetched, and the limits of libxml2 on depth and lengths stay on.
struct XMLEvents {
  private final class Reading {
    let entry: ZipEntry
    let handler: XMLHandler
    var context: xmlParserCtxtPtr?
    private let ahead: ReadAhead?

    init(_ entry: ZipEntry, _ handler: XMLHandler) {
      (self.entry, self.handler) = (entry, handler)
      ahead = entry.isLong ? ReadAhead(entry) : nil
    }

    func read(_ place: UnsafeMutableRawPointer, _ size: Int) -> Int {
      ahead?.read(into: place, size) ?? entry.read(into: place, size)
    }

    func close() { ahead?.close() }

    func stop(_ fault: SpreadsheetFault) {
      if handler.fault == nil { handler.fault = fault }
      if let context { xmlStopParser(context) }
    }

    func check() { if handler.fault != nil, let context { xmlStopParser(context) } }
  }

  /// Reads all of an entry.
  /// - Throws: the fault of the archive, of the XML or of the handler.
  static func read(_ entry: ZipEntry, _ handler: XMLHandler) throws(SpreadsheetFault) {
    let reading = Reading(entry, handler)
    defer { reading.close() }
    let own = Unmanaged.passUnretained(reading).toOpaque()
    var events = Self.events
    guard
      let context = xmlCreateIOParserCtxt(
        &events, own,
        { own, place, size in
          guard let own, let place else { return -1 }
          let reading = Unmanaged<Reading>.fromOpaque(own).takeUnretainedValue()
          return Int32(truncatingIfNeeded: reading.read(place, Int(size)))
        }, nil, own, XML_CHAR_ENCODING_NONE)
    else { throw .damaged(entry.name) }
    defer { xmlFreeParserCtxt(context) }
    reading.context = context
    // Without this libxml2 leaves "&amp;" of an attribute half decoded; other entities there are none.
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue
    xmlCtxtUseOptions(context, Int32(options))
    let result = withExtendedLifetime(reading) { xmlParseDocument(context) }
    reading.close()
    if let fault = entry.fault ?? handler.fault { throw fault }
    guard result == 0, context.pointee.wellFormed == 1 else {
      throw .notXML(entry.name, line: Int(context.pointee.lastError.line))
    }
  }

  /// The events of SAX 2 that are listened to.
  private static var events: xmlSAXHandler {
    var events = xmlSAXHandler()
    events.initialized = 0xDEED_BEAF
    events.startElementNs = { own, name, _, _, _, _, count, _, list in
      guard let own, let name else { return }
      Unmanaged<Reading>.fromOpaque(own)._withUnsafeGuaranteedRef { reading in
        reading.handler.start(XMLName(pointer: name), XMLAttributes(list: list, count: Int(count)))
        if reading.handler.fault != nil { reading.check() }
      }
    }
    events.endElementNs = { own, name, _, _ in
      guard let own, let name else { return }
      Unmanaged<Reading>.fromOpaque(own)._withUnsafeGuaranteedRef { reading in
        reading.handler.end(XMLName(pointer: name))
        if reading.handler.fault != nil { reading.check() }
      }
    }
    events.characters = { own, text, count in
      guard let own, let text else { return }
      Unmanaged<Reading>.fromOpaque(own)._withUnsafeGuaranteedRef {
        $0.handler.text(UnsafeBufferPointer(start: text, count: Int(count)))
      }
    }
    events.ignorableWhitespace = events.characters
    events.cdataBlock = events.characters
    events.internalSubset = { own, _, _, _ in
      guard let own else { return }
      let reading = Unmanaged<Reading>.fromOpaque(own).takeUnretainedValue()
      reading.stop(.hasDeclarations(reading.entry.name))
    }
    return events
  }
}

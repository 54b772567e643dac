/// Rooms (the folders of a target) have an order: none names a type of a room that names it back, directly or
/// around a corner. Names that are declared in several files say nothing and are passed over.
struct Rooms {
  /// A file that names a type of another room of its target.
  struct Naming: Hashable {
    let path, room, name, named: String
    let line: Int
  }

  private let namings: [Naming]

  init(_ files: [SwiftText]) {
    let words = files.map { Self.words($0.code) }
    var owners: [Substring: Set<Int>] = [:]
    for (file, words) in words.enumerated() {
      for (place, word) in words.enumerated().dropLast() where Self.declaring.contains(word.text) {
        let name = words[place + 1].text
        if name.first?.isUppercase == true { owners[name, default: []].insert(file) }
      }
    }
    namings = zip(files, words).flatMap { file, words -> [Naming] in
      guard let room = Self.room(file.path) else { return [] }
      var seen: Set<Substring> = []
      return words.compactMap { word -> Naming? in
        guard let all = owners[word.text], all.count == 1, let owner = all.first,
          let other = Self.room(files[owner].path), other != room, Self.target(other) == Self.target(room),
          seen.insert(word.text).inserted
        else { return nil }
        return Naming(
          path: file.path, room: room, name: String(word.text), named: other, line: word.line)
      }
    }
  }

  /// Every naming that closes a circle.
  var faults: [Fault] {
    var below: [String: Set<String>] = [:]
    for one in namings { below[one.room, default: []].insert(one.named) }
    func reaches(_ start: String, _ end: String) -> Bool {
      var (seen, open): (Set<String>, [String]) = ([start], [start])
      while let room = open.popLast() {
        if room == end { return true }
        for next in below[room] ?? [] where seen.insert(next).inserted { open.append(next) }
      }
      return false
    }
    return namings.filter { reaches($0.named, $0.room) }.map {
      Fault(
        path: $0.path, line: $0.line,
        message: "names \($0.name) of the room \($0.named), which leads back to \($0.room)")
    }
  }

  private static let declaring: Set<Substring> = [
    "struct", "class", "enum", "protocol", "actor", "typealias",
  ]

  /// "DoudiX/Room" of Sources/DoudiX/Room/...; nil for files that lie in no room.
  private static func room(_ path: String) -> String? {
    let parts = path.split(separator: "/")
    return parts.count > 3 ? parts[1...2].joined(separator: "/") : nil
  }

  private static func target(_ room: String) -> Substring { room.prefix { $0 != "/" } }

  /// Words of letters, digits and underscores with their lines.
  private static func words(_ code: String) -> [(text: Substring, line: Int)] {
    let bytes = code.utf8
    var (all, line, start): ([(text: Substring, line: Int)], Int, String.Index?) = ([], 1, nil)
    func isWord(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || byte == 0x5F || byte >= 0x80
    }
    for place in bytes.indices {
      let byte = bytes[place]
      if isWord(byte) {
        start = start ?? place
      } else if let from = start {
        all.append((code[from..<place], line))
        start = nil
      }
      if byte == 0x0A { line += 1 }
    }
    if let from = start { all.append((code[from...], line)) }
    return all
  }
}

import DoudiEnsemble

/// The first draws of a table as a file: a head of fixed length, then output after output, region after
/// region, as many doubles as draws are done.
enum TableFile {
  private static let magic = "doudi table 1"

  private static func head(_ card: EnsembleCard, done: Int) -> [UInt8] {
    var buffer = ByteBuffer()
    buffer.pack(magic)
    buffer.pack(Digest.sha256(card.packed))
    buffer.pack(done)
    return buffer.bytes
  }

  static func write(_ table: OutcomeTable, done: Int, card: EnsembleCard, to output: ByteOutput) throws {
    try output.write(head(card, done: done))
    for (place, node) in series(table) {
      let values = UnsafeBufferPointer(rebasing: table.draws(node: node, output: place)[..<done])
      try output.write(Array(UnsafeRawBufferPointer(values)))
    }
  }

  /// Draws in a file; nil where it is of another ensemble.
  static func done(_ descriptor: Int32, size: Int, card: EnsembleCard) -> Int? {
    var bytes = head(card, done: 0)
    guard size >= bytes.count, bytes.withUnsafeMutableBytes({ readAll($0, from: descriptor, at: 0) }) else {
      return nil
    }
    var reader = ByteReader(Array(bytes.suffix(8)))
    guard let done = reader.integer(), bytes == head(card, done: done) else { return nil }
    return done
  }

  /// Reads a file into a table; the number of draws, 0 where the file does not fit it.
  static func read(_ descriptor: Int32, size: Int, card: EnsembleCard, into table: OutcomeTable) -> Int {
    let (start, all) = (head(card, done: 0).count, series(table))
    guard let done = done(descriptor, size: size, card: card), done > 0, done < table.draws,
      size == start + all.count * done * 8
    else { return 0 }
    let values = UnsafeMutableBufferPointer<Double>.allocate(capacity: done)
    defer { values.deallocate() }
    // Parents add up what comes: values that cannot all be read are forgotten.
    for (number, one) in all.enumerated() {
      guard readAll(UnsafeMutableRawBufferPointer(values), from: descriptor, at: start + number * done * 8)
      else {
        table.clear()
        return 0
      }
      table.place(UnsafeBufferPointer(values), node: one.node, output: one.output, first: 0, step: 1)
    }
    return done
  }

  private static func series(_ table: OutcomeTable) -> [(output: Int, node: Int)] {
    table.outputs.indices.flatMap { output in
      table.nodes.names.indices.filter { table.has(node: $0, output: output) }.map { (output, $0) }
    }
  }
}

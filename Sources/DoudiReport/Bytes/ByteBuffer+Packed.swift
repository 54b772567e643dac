/// Numbers and texts for programs: whole numbers and doubles as eight bytes, the least first; texts and lists
/// behind their length.
extension ByteBuffer {
  mutating func pack(_ value: Int) {
    let bits = UInt64(bitPattern: Int64(value))
    append((0..<8).map { UInt8(truncatingIfNeeded: bits >> UInt64(8 * $0)) })
  }

  mutating func pack(_ value: Double) { pack(Int(truncatingIfNeeded: value.bitPattern)) }

  mutating func pack(_ text: String) {
    pack(text.utf8.count)
    append(text)
  }

  mutating func pack(_ values: [Double]) {
    pack(values.count)
    for value in values { pack(value) }
  }

  mutating func pack<Item>(list: [Item], _ write: (Item, inout ByteBuffer) -> Void) {
    pack(list.count)
    for item in list { write(item, &self) }
  }
}

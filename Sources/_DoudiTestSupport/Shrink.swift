/// Simpler whole numbers than `value`: zero, the opposite of a negative one, then ever
/// closer ones.
public func smallerWholes<Whole: SignedInteger & FixedWidthInteger>(_ value: Whole) -> [Whole] {
  guard value != 0 else { return [] }
  var result: [Whole] = value < 0 && value != .min ? [-value] : []
  var step = value
  while step != 0 {
    result.append(value - step)
    step /= 2
  }
  return result
}

/// Simpler lists than `list`: halves, then without one element, then with one element simpler.
public func smallerLists<Element>(
  _ list: [Element], _ shrink: (Element) -> [Element] = { _ in [] }
) -> [[Element]] {
  guard !list.isEmpty else { return [] }
  var result: [[Element]] = []
  if list.count > 3 {
    result = [Array(list.prefix(list.count / 2)), Array(list.suffix(list.count / 2))]
  }
  for position in list.indices {
    result.append(Array(list[..<position] + list[(position + 1)...]))
  }
  for position in list.indices {
    for simpler in shrink(list[position]) {
      var copy = list
      copy[position] = simpler
      result.append(copy)
    }
  }
  return result
}

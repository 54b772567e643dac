/// The candidate nearest to a misspelt name: "did you mean...?".
///
/// Distance is the number of scalars inserted, deleted, replaced or swapped with
/// their neighbour (optimal string alignment); names are compared
/// in lower case. Of equally near candidates the first in byte order wins.
/// - Parameters:
///   - name: what was written.
///   - candidates: what could have been meant.
/// - Returns: nil where no candidate is within a third of the longer name's length.
public func nearestName(to name: String, among candidates: some Sequence<String>) -> String? {
  let wanted = Array(name.lowercased().unicodeScalars)
  guard !wanted.isEmpty, wanted.count <= 200 else { return nil }
  var best: (distance: Int, name: String)?
  for candidate in candidates {
    let letters = Array(candidate.lowercased().unicodeScalars)
    let allowed = max(wanted.count, letters.count) / 3
    guard !letters.isEmpty, abs(letters.count - wanted.count) <= allowed else { continue }
    let distance = editDistance(wanted, letters)
    guard distance <= allowed, distance < max(wanted.count, letters.count) else { continue }
    if let found = best, (found.distance, found.name) <= (distance, candidate) { continue }
    best = (distance, candidate)
  }
  return best?.name
}

/// True where `name` is so close to `candidate` that it must be a slip of the pen: one letter in six, at
/// least one. Much narrower than ``nearestName(to:among:)``, which only offers.
public func isSlip(_ name: String, for candidate: String) -> Bool {
  let (a, b) = (Array(name.lowercased().unicodeScalars), Array(candidate.lowercased().unicodeScalars))
  let allowed = max(1, max(a.count, b.count) / 6)
  guard a.count <= 200, b.count <= 200, abs(a.count - b.count) <= allowed else { return false }
  return editDistance(a, b) <= allowed
}

/// Optimal string alignment distance, O(a x b) with three rows.
func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var before: [Int] = []
  var previous = Array(0...b.count)
  for i in a.indices {
    var current = [i + 1]
    current.reserveCapacity(b.count + 1)
    for j in b.indices {
      var cost = previous[j] + (a[i] == b[j] ? 0 : 1)
      cost = min(cost, previous[j + 1] + 1, current[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
      current.append(cost)
    }
    (before, previous) = (previous, current)
  }
  return previous[b.count]
}

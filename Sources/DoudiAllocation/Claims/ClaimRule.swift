/// How a pot smaller than the claims on it is rationed.
///
///     proportional  x_i = level x claim_i
///     cea           x_i = min(level, claim_i)                                  equal awards
///     cel           x_i = max(0, claim_i - level)                              equal losses
///     talmud        cea of half claims up to half of their sum, beyond it what cel leaves of the other halves
///     max_min       the largest least coverage x_i / (claim_i x priority_i), then the next, within bounds
public enum ClaimRule: String, CaseIterable, Hashable, Sendable {
  case proportional
  case constrainedEqualAwards = "cea"
  case constrainedEqualLosses = "cel"
  case talmud
  case maxMinCoverage = "max_min"
}

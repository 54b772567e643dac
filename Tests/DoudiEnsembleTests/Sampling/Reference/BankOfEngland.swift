/// What the Bank of England published with its Inflation Reports of May 2009 and February 2011
/// (parameters of the CPI projections at a constant rate of 0.5 %): mode, uncertainty of a split normal distribution, and its median and mean, in per cent, rounded to 0.01.
enum BankOfEngland {
  struct Row {
    let mode, median, mean, uncertainty, skew: Double
  }

  static let may2009 = [
    Row(mode: 1.91, median: 2.09, mean: 2.14, uncertainty: 0.4354, skew: 0.23),
    Row(mode: 0.73, median: 0.99, mean: 1.06, uncertainty: 0.6278, skew: 0.33),
    Row(mode: 0.35, median: 0.68, mean: 0.77, uncertainty: 0.7902, skew: 0.41),
    Row(mode: 0.76, median: 1.14, mean: 1.23, uncertainty: 0.9081, skew: 0.48),
    Row(mode: 0.74, median: 1.14, mean: 1.24, uncertainty: 0.9558, skew: 0.5),
    Row(mode: 1.06, median: 1.36, mean: 1.44, uncertainty: 1.0142, skew: 0.37),
    Row(mode: 1.33, median: 1.51, mean: 1.56, uncertainty: 1.0786, skew: 0.23),
    Row(mode: 1.39, median: 1.45, mean: 1.47, uncertainty: 1.1463, skew: 0.08),
    Row(mode: 1.71, median: 1.71, mean: 1.71, uncertainty: 1.1825, skew: 0),
  ]

  static let february2011 = [
    Row(mode: 4.08, median: 4.12, mean: 4.13, uncertainty: 0.6095, skew: 0.0455),
    Row(mode: 4.37, median: 4.42, mean: 4.43, uncertainty: 0.879, skew: 0.0657),
    Row(mode: 4.45, median: 4.52, mean: 4.54, uncertainty: 1.1063, skew: 0.0827),
    Row(mode: 4.13, median: 4.21, mean: 4.23, uncertainty: 1.2713, skew: 0.095),
    Row(mode: 2.76, median: 2.84, mean: 2.86, uncertainty: 1.3382, skew: 0.1),
    Row(mode: 2.4, median: 2.54, mean: 2.58, uncertainty: 1.3662, skew: 0.1763),
    Row(mode: 2.21, median: 2.42, mean: 2.47, uncertainty: 1.3942, skew: 0.2631),
    Row(mode: 2.1, median: 2.38, mean: 2.46, uncertainty: 1.4221, skew: 0.354),
    Row(mode: 2.08, median: 2.4, mean: 2.48, uncertainty: 1.4781, skew: 0.4),
  ]
}

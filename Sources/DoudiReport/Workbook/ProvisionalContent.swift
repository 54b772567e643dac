import DoudiInputs

struct UncertaintyContent { var tables: [Table] }
struct Provenance {
  var runID: String
  var program: String
  var scenario: String
  var inputs: [(path: String, sha256: String)]
  var lines: [Bilingual]
}
struct ExportContent {
  var report: RunReport
  var unit: MoneyUnit
  var printing: Printing
  var uncertainty: UncertaintyContent?
  var comparison: Comparison?
  var allocation: AllocationReport?
  var provenance: Provenance?
}

import DoudiInputs
import DoudiModel
import DoudiUnits

/// Sums over the lines of a run, asked by the rows of an expected.csv.
struct LedgerSums {
  private let projection: Projection
  private let model: Model
  private let rules: [String]
  private let programmes: [String]
  private let areas: [Area]

  init(_ projection: Projection) {
    (self.projection, model) = (projection, projection.model)
    rules = model.payments.map(\.header.id)
    programmes = model.programmes.map(\.id)
    areas = model.space.cells.map(\.area)
  }

  /// Fen of the row's programme, fund, tier or of everything; nil where the run knows no such name.
  func fen(_ row: ExpectedRow) -> Int64? {
    switch row.kind {
    case .fund:
      model.funds.firstIndex { $0.id == row.id }.map { fund in
        sum(row) { model.fundOfProgramme[projection.programme(of: $0)] == fund }
      }
    case .tier: Tier(id: row.id).map { share(of: $0, row) }
    case .total: sum(row) { _ in true }
    default: programme(row)
    }
  }

  /// The id is a programme, or a programme and a line type; a payment's rules narrow it further.
  private func programme(_ row: ExpectedRow) -> Int64? {
    let parts = row.id.split(separator: ".").map(String.init)
    guard let programme = programmes.firstIndex(of: parts[0]) else { return nil }
    let type = LineType.allCases.first { parts.count > 1 && $0.id == parts[1] }
    guard parts.count == 1 || type != nil else { return nil }
    let named = row.kind == .payment ? Set(row.rules.compactMap { rules.firstIndex(of: $0) }) : []
    let area = Area(id: row.area)
    return sum(row) { line in
      projection.programme(of: line) == programme && (type == nil || line.type == type)
        && (named.isEmpty || named.contains(Int(line.rule)))
        && (row.area == "all" || areas[Int(line.cell)] == area)
    }
  }

  private func sum(_ row: ExpectedRow, where counts: (LedgerLine) -> Bool) -> Int64 {
    var fen: Int64 = 0
    for line in projection.lines where isPaid(line, row) && counts(line) { fen += line.fen }
    return fen
  }

  private func share(of tier: Tier, _ row: ExpectedRow) -> Int64 {
    var fen: Int64 = 0
    for (index, line) in projection.lines.enumerated() where isPaid(line, row) {
      fen += projection.share(ofLine: index, tier: tier).fen
    }
    return fen
  }

  private func isPaid(_ line: LedgerLine, _ row: ExpectedRow) -> Bool {
    switch row.period {
    case .month(let asked): line.paid == asked
    case .year(let year): line.paid.year == year
    }
  }
}

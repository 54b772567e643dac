import DoudiEnsemble
import Foundation
import Testing

@testable import DoudiReport

@Suite("A draw replayed")
struct ReplayReportTests {
  private func object(_ draw: Int) throws -> [String: Any] {
    let ensemble = SmallEnsemble()
    let only = try #require(ShareOfDraws(ensemble.source, only: draw))
    let parameters = ["p", "q"].map {
      ReplayReport.Parameter(name: $0, effect: "replace", place: "", unit: "%")
    }
    let report = try ReplayReport(ensemble.run(only), card: ensemble.card, parameters: parameters)
    let bytes = try ByteOutput.collect { try report.writeJSON(to: $0) }
    return try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  @Test func itsFiguresAreThoseOfDrawsCSV() throws {
    let ensemble = SmallEnsemble()
    let rows = try ensemble.files(ensemble.run())[0].split(separator: "\n")
    for draw in [0, 4, 17, 299] {
      let object = try object(draw)
      let figures = try #require(object["figures"] as? [[String: Any]])
      #expect(object["draw"] as? String == "\(draw)")
      for row in rows.dropFirst() where row.hasPrefix("\(draw),") {
        let cells = row.split(separator: ",", omittingEmptySubsequences: false)
        let own = figures.first {
          $0["region"] as? String == String(cells[1]) && $0["output"] as? String == String(cells[3])
        }
        if cells[5] == "ok" {
          // The reader of JSON here is off by the last bit now and then; the text is not.
          let (read, kept) = (own?["value"] as? Double ?? .nan, Double(cells[4]) ?? .infinity)
          #expect(abs(read - kept) <= 4 * kept.ulp)
        } else {
          #expect(own?["status"] as? String == "failed")
        }
      }
    }
  }

  @Test func itsParametersAreThoseOfTheSource() throws {
    let inputs = try #require(try object(17)["inputs"] as? [[String: Any]])
    var block = [0.0, 0.0]
    block.withUnsafeMutableBufferPointer { SmallEnsemble().source.fill(draws: 17..<18, into: $0) }
    let read = inputs.compactMap { $0["value"] as? Double }
    #expect(read.count == 2)
    #expect(zip(read, block).allSatisfy { abs($0 - $1) <= 4 * $1.ulp })
    #expect(inputs.compactMap { $0["parameter"] as? String } == ["p", "q"])
  }
}

import DoudiInputs
import DoudiModel
import DoudiUnits

/// Reads `batches: [{name, envelope | up_to, date, takeback}]`.
struct AllocationBatchReader {
  let figures: PolicyFigureReader
  let bag: DiagnosticBag

  func read(_ top: MappingReader) -> [BatchRule] {
    var seen: Set<String> = []
    return top.list("batches").compactMap { node in
      guard let one = batch(node) else { return nil }
      if !seen.insert(one.name).inserted {
        bag.error(
          .allocationTwice, at: one.span,
          Bilingual(zh: "批次“\(one.name)”重复", en: "two batches are named \"\(one.name)\""))
      }
      return one
    }
  }

  private func batch(_ node: YAMLNode) -> BatchRule? {
    guard let one = MappingReader(node, Bilingual(zh: "批次", en: "a batch"), bag: bag) else { return nil }
    one.allow(["name", "envelope", "up_to", "date", "takeback", "note"])
    guard let name = one.text("name") else { return nil }
    let path = "batches.\(name)."
    let pot = one.node("envelope").flatMap {
      figures.read($0, path + "envelope", .money, mayBeNegative: true)
    }
    if let pot, !PotCheck.isPot(pot, bag, mayBeNegative: true) { return nil }
    let upTo = figures.read(one, "up_to", .share, path: path)
    guard (one.node("envelope") == nil) != (one.node("up_to") == nil) else {
      bag.error(
        .allocationBatch, at: one.span,
        Bilingual(zh: "批次应写envelope或up_to之一", en: "a batch has either an envelope or up_to"))
      return nil
    }
    if let upTo, upTo.value > .one {
      bag.error(.allocationBatch, at: upTo.span, Bilingual(zh: "至多100 %", en: "at most 100 %"))
    }
    return BatchRule(
      name: name, envelope: pot, upTo: upTo, date: one.date("date", isRequired: false),
      takeback: takeback(one),
      span: one.span("name"))
  }

  private func takeback(_ one: MappingReader) -> BatchRule.Takeback {
    switch one.optionalText("takeback") {
    case nil, "none": .none
    case "all": .all
    case .some(let column): .column(column, one.span("takeback"))
    }
  }
}

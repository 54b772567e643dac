import DoudiInputs
public import DoudiModel

/// Explanations for machines.
public enum ExplainJSON {
  /// Writes `{schema_version, run_id, scenario, program, figures: [{figure, composition, traces}]}`.
  public static func write(
    _ explanations: [Explanation], of model: Model, to output: ByteOutput
  ) throws {
    output.buffer.append("{\"schema_version\":\(ProgramVersion.schema),\"run_id\":")
    output.buffer.append(jsonString: RunIdentifier.text(of: model))
    output.buffer.append(",\"scenario\":")
    output.buffer.append(jsonString: model.scenario.id)
    output.buffer.append(",\"program\":")
    output.buffer.append(jsonString: ProgramVersion.text)
    output.buffer.append(",\n\"figures\":[")
    for (position, one) in explanations.enumerated() {
      output.buffer.append(position > 0 ? ",\n{\"figure\":" : "\n{\"figure\":")
      output.buffer.append(jsonString: one.figure)
      write("title", one.title, to: output)
      output.buffer.append(",\"composition\":{")
      for (place, table) in one.tables.enumerated() {
        if place > 0 { output.buffer.append(UInt8(ascii: ",")) }
        output.buffer.append(jsonKey: table.id)
        try JSONRows.write(table, to: output)
      }
      output.buffer.append("},\"traces\":[")
      for (place, trace) in one.traces.enumerated() {
        output.buffer.append(place > 0 ? ",\n{\"place\":" : "\n{\"place\":")
        write(trace.place, to: output)
        output.buffer.append(",\"trace\":")
        write(trace.node, to: output)
        output.buffer.append(UInt8(ascii: "}"))
      }
      output.buffer.append("]}")
    }
    output.buffer.append("\n]}\n")
    try output.finish()
  }

  private static func write(_ node: TraceNode, to output: ByteOutput) {
    output.buffer.append("{\"title\":")
    write(node.title, to: output)
    let texts: [(String, String?)] = [
      ("value", node.value), ("unit", node.unit), ("status", node.status.id),
      ("formula", node.formula.isEmpty ? nil : node.formula), ("source", node.source),
    ]
    for (key, text) in texts {
      guard let text else { continue }
      output.buffer.append(",\"\(key)\":")
      output.buffer.append(jsonString: text)
    }
    if let why = node.why { write("why", why, to: output) }
    if let citation = node.citation { write(citation, to: output) }
    if let span = node.span {
      output.buffer.append(",\"file\":")
      output.buffer.append(jsonString: span.file)
      output.buffer.append(",\"line\":\(span.start.line),\"column\":\(span.start.column)")
    }
    output.buffer.append(",\"inputs\":[")
    for (position, child) in node.children.enumerated() {
      if position > 0 { output.buffer.append(UInt8(ascii: ",")) }
      write(child, to: output)
    }
    output.buffer.append("]}")
  }

  private static func write(_ citation: Citation, to output: ByteOutput) {
    let texts = [
      ("document", citation.document.title), ("number", citation.document.number),
      ("clause", citation.clause),
      ("quote", citation.quote), ("sense", citation.sense),
    ]
    for (key, text) in texts {
      output.buffer.append(",\"\(key)\":")
      output.buffer.append(jsonString: text)
    }
  }

  private static func write(_ key: String, _ words: Bilingual, to output: ByteOutput) {
    output.buffer.append(",\"\(key)\":")
    write(words, to: output)
  }

  private static func write(_ words: Bilingual, to output: ByteOutput) {
    output.buffer.append("{\"zh\":")
    output.buffer.append(jsonString: words.zh)
    output.buffer.append(",\"en\":")
    output.buffer.append(jsonString: words.en)
    output.buffer.append("}")
  }
}

public import DoudiInputs

/// Pictures of specifications, made by vl-convert in one process of Python.
///
/// Nothing depends on it but the pictures: without Python or without vl-convert there are none, and the reason
/// says how to get them.
public struct FigureRenderer {
  /// A figure as a picture.
  public struct Picture: Sendable {
    /// For pages.
    public let svg: [UInt8]
    /// For everything else, two pixels a unit.
    public let png: [UInt8]
  }

  /// Pictures by the identifier of their figure; empty where there are none.
  public private(set) var pictures: [String: Picture] = [:]
  /// Why there are none; nil where all is well.
  public private(set) var reason: Bilingual?

  /// Variable that names a Python.
  public static let variable = "DOUDI_PYTHON"
  private static let secondsEach = 20
  private static let secondsToStart = 60

  /// Draws all figures that have a specification.
  /// - Parameters:
  ///   - charts: the figures.
  ///   - python: the Python to be used; nil: python3 of the PATH.
  ///   - source: what is written into every picture: where its figures come from.
  public init(_ charts: [Chart], python: String?, source: String = "") {
    let drawn = charts.compactMap { chart in chart.spec.map { (chart.id, $0) } }
    guard !drawn.isEmpty else { return }
    let named = python.flatMap { $0.isEmpty ? nil : $0 }
    let process = ChildProcess(
      named ?? "python3", ["-c", Self.program], input: Self.job(drawn.map(\.1), source),
      seconds: Self.secondsToStart + Self.secondsEach * drawn.count)
    reason = Self.reason(process, named ?? "python3")
    guard reason == nil else { return }
    let parts = Self.parts(process.output)
    guard parts.count == drawn.count * 2 else {
      reason = Labels.noPictures(Labels.picturesIncomplete)
      return
    }
    for (place, (id, _)) in drawn.enumerated() {
      pictures[id] = Picture(svg: parts[place * 2], png: parts[place * 2 + 1])
    }
  }

  private static func job(_ specs: [JSONTree], _ source: String) -> [UInt8] {
    let job: JSONTree = ["source": .text(source), "specs": .list(specs)]
    return job.bytes
  }

  private static func reason(_ process: ChildProcess, _ python: String) -> Bilingual? {
    let said = String(decoding: process.messages.suffix(2_000), as: UTF8.self)
    let last = said.split(separator: "\n").last.map(String.init) ?? ""
    switch process.end {
    case .exited(0): return nil
    case .exited(missing): return Labels.noConverter(python)
    case .notStarted: return Labels.noPython(python)
    case .tooSlow: return Labels.noPictures(Labels.picturesTooSlow)
    case .exited(let status): return Labels.noPictures(Labels.pictureProgramEnded(status, last))
    case .signalled(let signal): return Labels.noPictures(Labels.pictureProgramEnded(signal, last))
    }
  }

  /// Pieces of output: the number of bytes on a line, then the bytes.
  static func parts(_ output: [UInt8]) -> [[UInt8]] {
    var found: [[UInt8]] = []
    var place = 0
    while let end = output[place...].firstIndex(of: 0x0A),
      let count = Int(String(decoding: output[place..<end], as: UTF8.self)), count >= 0,
      output.count - end - 1 >= count
    {
      found.append(Array(output[(end + 1)..<(end + 1 + count)]))
      place = end + 1 + count
    }
    return place == output.count ? found : []
  }

  /// Status with which the program says that vl-convert is not there.
  private static let missing: Int32 = 3

  /// No module of the current folder is taken for the library, and no address is asked for anything.
  private static let program = """
    import sys
    sys.path[:] = [p for p in sys.path if p not in ("", ".")]
    import html
    import json
    import zlib
    try:
        import vl_convert as vlc
    except ImportError:
        sys.exit(\(missing))
    out = sys.stdout.buffer
    job = json.load(sys.stdin.buffer)
    text = b"iTXtSource\\0\\0\\0\\0\\0" + job["source"].encode("utf-8")
    chunk = (len(text) - 4).to_bytes(4, "big") + text + zlib.crc32(text).to_bytes(4, "big")
    note = "<metadata>" + html.escape(job["source"]) + "</metadata>"
    for spec in job["specs"]:
        svg = vlc.vegalite_to_svg(spec, allowed_base_urls=[])
        svg = svg.replace(">", ">" + note, 1).encode("utf-8")
        png = vlc.vegalite_to_png(spec, scale=2, allowed_base_urls=[])
        png = png[:33] + chunk + png[33:]
        for data in (svg, png):
            out.write(b"%d\\n" % len(data))
            out.write(data)
    """
}

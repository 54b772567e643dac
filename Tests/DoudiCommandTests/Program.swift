import Foundation

/// The built program, run as a process from the repository's root.
enum Program {
  /// How a run ended.
  struct Result {
    let code: Int32
    let out: Data
    let err: String
    var text: String { String(decoding: out, as: UTF8.self) }

    /// Standard output as a JSON object.
    func object() throws -> [String: Any] {
      try JSONSerialization.jsonObject(with: out) as? [String: Any] ?? [:]
    }
  }

  /// The repository.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// The program, which lies beside the test bundle.
  static let path: String = {
    let beside = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    let candidates = [
      beside.appendingPathComponent("doudi").path,
      URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent(
        "doudi"
      ).path,
      root + "/.build/debug/doudi",
    ]
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0) } ?? candidates[2]
  }()

  /// Runs the program.
  static func run(_ arguments: String..., environment: [String: String] = ["LANG": "zh_CN.UTF-8"]) throws
    -> Result
  {
    try run(arguments, environment: environment)
  }

  /// Runs the program with a list of arguments.
  static func run(_ arguments: [String], environment: [String: String] = ["LANG": "zh_CN.UTF-8"]) throws
    -> Result
  {
    try launch(path, arguments, environment)
  }

  /// Runs a shell command in which $DOUDI is the program.
  static func shell(_ command: String) throws -> Result {
    try launch("/bin/bash", ["-c", command], ["DOUDI": path, "LANG": "zh_CN.UTF-8"])
  }

  private static func launch(_ program: String, _ arguments: [String], _ environment: [String: String]) throws
    -> Result
  {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: root)
    process.environment = environment.merging(["PATH": "/usr/bin:/bin"]) { own, _ in own }
    let files = ["out", "err"].map { folder + "/" + $0 }
    for file in files { FileManager.default.createFile(atPath: file, contents: nil) }
    process.standardOutput = FileHandle(forWritingAtPath: files[0])
    process.standardError = FileHandle(forWritingAtPath: files[1])
    try process.run()
    process.waitUntilExit()
    let read = try files.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
    return Result(
      code: process.terminationStatus, out: read[0], err: String(decoding: read[1], as: UTF8.self))
  }

  /// A new folder of its own.
  static func temporaryFolder() throws -> String {
    let path = FileManager.default.temporaryDirectory.path + "/doudi-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }
}

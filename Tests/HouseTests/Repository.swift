import Foundation

/// The files of this repository.
struct Repository {
  let root: URL

  /// Paths from the root, sorted: what git tracks, or every file where there is no git folder
  /// (an unpacked archive).
  let files: [String]

  init(testFile: String = #filePath) throws {
    var folder = URL(fileURLWithPath: testFile).deletingLastPathComponent()
    while !FileManager.default.fileExists(atPath: folder.appendingPathComponent("Package.swift").path) {
      let parent = folder.deletingLastPathComponent()
      if parent.path == folder.path { throw Problem(message: "no Package.swift above \(testFile)") }
      folder = parent
    }
    root = folder
    let hasGit = FileManager.default.fileExists(atPath: folder.appendingPathComponent(".git").path)
    files = try (hasGit ? Self.tracked(in: folder) : Self.everything(in: folder)).sorted()
    if files.isEmpty { throw Problem(message: "no files under \(folder.path)") }
  }

  /// Swift files below a folder of the root.
  func swiftFiles(under folder: String) -> [String] {
    files.filter { $0.hasPrefix(folder + "/") && $0.hasSuffix(".swift") }
  }

  /// A file's text; nil where it is gone or is not UTF-8.
  func text(_ path: String) -> String? {
    try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  struct Problem: Error { let message: String }

  /// Tracked files, and new ones that no rule ignores, so that a fault shows before the commit.
  private static func tracked(in folder: URL) throws -> [String] {
    let git = Process()
    git.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    git.arguments = [
      "git", "-c", "safe.directory=*", "-C", folder.path, "ls-files", "-z", "--cached", "--others",
      "--exclude-standard",
    ]
    let pipe = Pipe()
    git.standardOutput = pipe
    try git.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    git.waitUntilExit()
    guard git.terminationStatus == 0 else { throw Problem(message: "git ls-files failed") }
    let paths = String(decoding: data, as: UTF8.self).split(separator: "\0").map(String.init)
    return Array(Set(paths)).filter {
      FileManager.default.fileExists(atPath: folder.appendingPathComponent($0).path)
    }
  }

  private static func everything(in folder: URL) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { path in
      let first = path.split(separator: "/").first ?? ""
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(
        atPath: folder.appendingPathComponent(path).path, isDirectory: &isFolder)
      return exists && !isFolder.boolValue && !first.hasPrefix(".build") && first != "out"
        && path != "Package.resolved"
    }
  }
}

import Foundation
import Testing
import _DoudiTestSupport

@testable import DoudiReport

@Suite("Parts of killed exports")
struct LeftOverTests {
  /// A number of a process that has ended and been waited for.
  private func gone() throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/true")
    try process.run()
    process.waitUntilExit()
    return process.processIdentifier
  }

  private func names(_ folder: TemporaryFolder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test func onlyPartsOfTheNameWhoseProcessIsGoneAreRemoved() throws {
    let folder = try TemporaryFolder()
    let (dead, own) = (try gone(), ProcessInfo.processInfo.processIdentifier)
    let kept = [
      ".a.xlsx.1.part", ".a.xlsx.\(own).part", ".a.xlsx.0\(dead).part", ".a.xlsx.-\(dead).part",
      ".a.xlsx.part",
      ".a.xlsx..part", ".a.xlsx.\(dead).part.old", ".b.xlsx.\(dead).part", "a.xlsx.\(dead).part", "a.xlsx",
      ".a.xlsx.99999999999.part",
    ]
    for name in kept { try folder.write("x", to: name) }
    try folder.write("x", to: ".a.xlsx.\(dead).part")
    LeftOver.remove(of: "a.xlsx", in: folder.path)
    #expect(try names(folder) == kept.sorted())
  }

  @Test func aFolderIsRemovedWithAllInItAndLinksAreNotFollowed() throws {
    let folder = try TemporaryFolder()
    let part = LeftOver.part(of: "set", process: try gone())
    try folder.write("x", to: part + "/data/a.csv")
    try folder.write("mine", to: "other/letter.txt")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/" + part + "/link", withDestinationPath: folder.path + "/other")
    LeftOver.remove(of: "set", in: folder.path)
    #expect(try names(folder) == ["other"])
    #expect(try names(folder).count == 1)
    #expect(FileManager.default.fileExists(atPath: folder.path + "/other/letter.txt"))
  }

  @Test func theNextExportToThePlaceRemovesThem() throws {
    let folder = try TemporaryFolder()
    let dead = try gone()
    try folder.write("x", to: ".set.\(dead).part/provenance.json")
    try folder.write("x", to: ".a.json.\(dead).part")
    let swap = try FolderSwap(folder.path + "/set")
    try swap.write("provenance.json") { $0.buffer.append("{}") }
    try swap.commit()
    try OneFile.write(folder.path + "/a.json") { $0.buffer.append("{}") }
    #expect(try names(folder) == ["a.json", "set"])
  }
}

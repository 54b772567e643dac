import Foundation
import Testing
import _DoudiTestSupport

@testable import DoudiReport

@Suite("The data package")
struct PackageExportTests {
  private func object(_ path: String) throws -> [String: Any] {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test func theDescriptorIsThatOfTheFiles() throws {
    let folder = try ExportedPlace.package()
    let path = folder.path + "/package"
    let package = try object(path + "/datapackage.json")
    #expect(package["profile"] as? String == "tabular-data-package")
    let resources = try #require(package["resources"] as? [[String: Any]])
    for one in resources {
      let file = path + "/" + (one["path"] as? String ?? "")
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
      #expect(!bytes.starts(with: [0xEF, 0xBB, 0xBF]))
      #expect(one["bytes"] as? Int == bytes.count)
      #expect(one["hash"] as? String == "sha256:" + Digest.sha256(bytes))
      let schema = try #require(one["schema"] as? [String: Any])
      let names = try #require(schema["fields"] as? [[String: Any]]).compactMap { $0["name"] as? String }
      let header = String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
      #expect(header == names.joined(separator: ","))
    }
    let ledger = try #require(resources.first { $0["name"] as? String == "ledger" })
    let schema = try #require(ledger["schema"] as? [String: Any])
    #expect((schema["primaryKey"] as? [String])?.contains("region") == true)
    #expect((schema["foreignKeys"] as? [[String: Any]])?.isEmpty == false)
    let region = try #require((schema["fields"] as? [[String: Any]])?.first)
    #expect(region["type"] as? String == "string")
  }

  @Test func theSameInputGivesTheSameBytes() throws {
    let (one, other) = (try ExportedPlace.package(), try ExportedPlace.package())
    let names = try FileManager.default.subpathsOfDirectory(atPath: one.path + "/package")
    #expect(names.count > 20)
    for name in names where name.contains(".") {
      let bytes = [one, other].map { FileManager.default.contents(atPath: $0.path + "/package/" + name) }
      #expect(bytes[0] == bytes[1], "\(name)")
    }
  }

  @Test func licenceAndAuthorsAreWrittenWhereTheyAreSaid() throws {
    let folder = try TemporaryFolder()
    let terms = PackageTerms(licence: "CC-BY-4.0", authors: ["A \"B\""])
    try PackageExport.write(try ExportedPlace.content(), terms: terms, to: folder.path + "/p")
    let package = try object(folder.path + "/p/datapackage.json")
    #expect((package["licenses"] as? [[String: Any]])?.first?["name"] as? String == "CC-BY-4.0")
    let citation = try String(contentsOfFile: folder.path + "/p/CITATION.cff", encoding: .utf8)
    #expect(citation.contains("license: \"CC-BY-4.0\"\n"))
    #expect(citation.contains("  - name: \"A \\\"B\\\"\"\n"))
    try PackageExport.write(try ExportedPlace.content(), to: folder.path + "/silent")
    let silent = try object(folder.path + "/silent/datapackage.json")
    #expect((silent["licenses"] as? [[String: Any]])?.first?["name"] as? String == "notspecified")
  }

  /// The sample of the repository has the loaders and notebooks that the program writes.
  @Test func theSampleHasTheProgramsOwnFiles() throws {
    let sample = Repository.root + "/notebooks-data/sample/"
    for (name, bytes) in [
      ("doudi_data.py", PackageResources.doudi_data_py), ("doudi_data.R", PackageResources.doudi_data_R),
      ("notebooks/money-and-limits.ipynb", PackageResources.money_and_limits_ipynb),
      ("notebooks/standards-and-uncertainty.ipynb", PackageResources.standards_and_uncertainty_ipynb),
    ] {
      #expect(FileManager.default.contents(atPath: sample + name).map { [UInt8]($0) } == bytes, "\(name)")
    }
  }

  @Test func theSampleVerifies() throws {
    let found = try Verification(Repository.root + "/notebooks-data/sample")
    #expect(found.isSound, "\(found.text(.en))")
  }

  @Test func notebooksHoldNoOutputs() throws {
    for bytes in [PackageResources.money_and_limits_ipynb, PackageResources.standards_and_uncertainty_ipynb] {
      let notebook = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
      #expect(notebook["nbformat"] as? Int == 4)
      for cell in try #require(notebook["cells"] as? [[String: Any]])
      where cell["cell_type"] as? String == "code" {
        #expect((cell["outputs"] as? [Any])?.isEmpty == true)
        #expect(cell["execution_count"] is NSNull)
      }
    }
  }
}

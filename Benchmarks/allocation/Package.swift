// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that a benchmark builds in seconds and the program has no product for it. The sources
// are links to those of the program.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "allocation-benchmark",
  targets: [
    .systemLibrary(name: "CClp"),
    .target(name: "DoudiUnits", exclude: ["README.md"], swiftSettings: strict),
    .target(
      name: "DoudiAllocation", dependencies: ["DoudiUnits", "CClp"], exclude: ["README.md"],
      swiftSettings: strict),
    .executableTarget(
      name: "allocation-bench", dependencies: ["DoudiUnits", "DoudiAllocation"], swiftSettings: strict),
  ]
)

// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that a benchmark builds in seconds and the program has no product for it. The sources
// of the matrices are links to those of the program.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "matrix-benchmark",
  targets: [
    .target(
      name: "COpenBLAS", exclude: ["README.md"],
      linkerSettings: [.linkedLibrary("openblas"), .linkedLibrary("dl"), .linkedLibrary("pthread")]),
    .systemLibrary(name: "CLAPACKE"),
    .target(
      name: "DoudiMatrix", dependencies: ["COpenBLAS", "CLAPACKE"], exclude: ["README.md"],
      swiftSettings: strict, linkerSettings: [.linkedLibrary("m")]),
    .target(name: "CPeak"),
    .executableTarget(name: "matrix-bench", dependencies: ["DoudiMatrix", "CPeak"], swiftSettings: strict),
  ]
)

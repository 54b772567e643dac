// swift-tools-version: 6.2
import PackageDescription

// Every target is compiled in language mode 6: strict concurrency is on, and an
// import that is not declared here is an error (see README: the build flag is
// part of the two commands).
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

// The modules behind the umbrella. Whoever imports the umbrella names them, too: its own module
// file does not change with them, and an incremental build would keep code made for an older
// layout of their types.
let umbrella: [Target.Dependency] = [
  "Doudi", "DoudiUnits", "DoudiInputs", "DoudiModel", "DoudiEnsemble", "DoudiAnalysis", "DoudiReport",
]

let package = Package(
  name: "doudi",
  products: [
    .library(name: "Doudi", targets: ["Doudi"]),
    .library(name: "DoudiInputs", targets: ["DoudiInputs"]),
    .library(name: "DoudiTape", targets: ["DoudiTape"]),
    .executable(name: "doudi", targets: ["DoudiCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CMessageDigest", providers: [.apt(["libmd-dev"])]),
    .target(
      name: "CVectorMath", exclude: ["README.md", "make-tables"], linkerSettings: [.linkedLibrary("m")]),
    .target(
      name: "DoudiTape", dependencies: ["CVectorMath"], exclude: ["README.md"], swiftSettings: strict),
    .target(
      name: "COpenBLAS", exclude: ["README.md"],
      linkerSettings: [.linkedLibrary("openblas"), .linkedLibrary("dl"), .linkedLibrary("pthread")]),
    .systemLibrary(name: "CLAPACKE", providers: [.apt(["liblapacke-dev"])]),
    .target(
      name: "DoudiMatrix", dependencies: ["COpenBLAS", "CLAPACKE"], exclude: ["README.md"],
      swiftSettings: strict, linkerSettings: [.linkedLibrary("m")]),
    .target(name: "DoudiUnits", exclude: ["README.md"], swiftSettings: strict),
    .systemLibrary(name: "CClp", providers: [.apt(["coinor-libclp-dev"])]),
    .systemLibrary(name: "CXlsxWriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CZip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(
      name: "DoudiAllocation", dependencies: ["DoudiUnits", "CClp"], exclude: ["README.md"],
      swiftSettings: strict),
    .target(
      name: "DoudiInputs",
      dependencies: ["DoudiUnits", .product(name: "Yams", package: "Yams")],
      exclude: ["README.md"], swiftSettings: strict),
    .target(
      name: "DoudiModel", dependencies: ["DoudiUnits", "DoudiInputs", "DoudiTape"], exclude: ["README.md"],
      swiftSettings: strict),
    .target(
      name: "DoudiAnalysis",
      dependencies: ["DoudiUnits", "DoudiInputs", "DoudiModel", "DoudiEnsemble", "DoudiAllocation"],
      exclude: ["README.md"], swiftSettings: strict),
    .target(
      name: "DoudiEnsemble",
      dependencies: ["DoudiUnits", "DoudiInputs", "DoudiModel", "DoudiMatrix", "DoudiTape"],
      exclude: ["README.md", "Sampling/Sobol/LICENSE-joe-kuo.txt"],
      swiftSettings: strict),
    .target(
      name: "DoudiReport",
      dependencies: [
        "DoudiUnits", "DoudiInputs", "DoudiTape", "DoudiModel", "DoudiEnsemble", "DoudiAllocation",
        "DoudiAnalysis", "CMessageDigest", "CXlsxWriter", "CZip", "CXML2",
      ],
      exclude: ["README.md"],
      // In the program itself: a resource bundle would be looked for where it was built.
      resources: [.embedInCode("Package/Resources")], swiftSettings: strict),
    .target(
      name: "Doudi",
      dependencies: [
        "DoudiUnits", "DoudiInputs", "DoudiModel", "DoudiEnsemble", "DoudiAnalysis", "DoudiReport",
      ],
      exclude: ["README.md"],
      swiftSettings: strict),
    .executableTarget(
      name: "DoudiCommand",
      dependencies: [
        .product(name: "ArgumentParser", package: "swift-argument-parser")
      ] + umbrella,
      exclude: ["README.md"], swiftSettings: strict),
    .target(
      name: "_DoudiTestSupport", dependencies: ["DoudiUnits", "DoudiInputs", "DoudiModel"],
      exclude: ["README.md"],
      swiftSettings: strict),
    .testTarget(
      name: "DoudiUnitsTests", dependencies: ["DoudiUnits", "_DoudiTestSupport"],
      exclude: ["Reference"], swiftSettings: strict),
    .testTarget(
      name: "DoudiMatrixTests", dependencies: ["DoudiMatrix", "COpenBLAS"], exclude: ["Reference"],
      swiftSettings: strict),
    .testTarget(
      name: "DoudiAllocationTests", dependencies: ["DoudiUnits", "DoudiAllocation", "_DoudiTestSupport"],
      exclude: ["Reference"], swiftSettings: strict),
    .testTarget(
      name: "DoudiInputsTests", dependencies: ["DoudiInputs", "_DoudiTestSupport"],
      exclude: ["bad"],
      swiftSettings: strict),
    .testTarget(
      name: "DoudiTapeTests", dependencies: ["DoudiTape", "CVectorMath", "DoudiUnits", "_DoudiTestSupport"],
      exclude: ["Reference"], swiftSettings: strict),
    .testTarget(
      name: "DoudiModelTests",
      dependencies: ["DoudiUnits", "DoudiInputs", "DoudiTape", "DoudiModel", "_DoudiTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "DoudiAnalysisTests",
      dependencies: [
        "DoudiUnits", "DoudiInputs", "DoudiModel", "DoudiEnsemble", "DoudiAllocation", "DoudiAnalysis",
        "DoudiReport", "_DoudiTestSupport",
      ],
      exclude: ["bad", "Allocate/bad", "Reference"],
      swiftSettings: strict),
    .testTarget(
      name: "DoudiEnsembleTests",
      dependencies: [
        "DoudiUnits", "DoudiInputs", "DoudiMatrix", "DoudiTape", "DoudiModel", "DoudiEnsemble",
        "DoudiReport", "_DoudiTestSupport",
      ],
      exclude: ["bad", "Sampling/Reference/make-reference.py"], swiftSettings: strict),
    .testTarget(
      name: "DoudiReportTests",
      dependencies: [
        "DoudiUnits", "DoudiInputs", "DoudiModel", "DoudiTape", "DoudiEnsemble", "DoudiReport",
        "_DoudiTestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "DoudiCommandTests", dependencies: ["DoudiCommand", "_DoudiTestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "WorkedTests",
      dependencies: ["DoudiUnits", "DoudiInputs", "DoudiModel", "_DoudiTestSupport"],
      exclude: ["equivalent.csv"],
      swiftSettings: strict),
    .testTarget(name: "DocsTests", dependencies: umbrella, swiftSettings: strict),
    .testTarget(name: "HouseTests", swiftSettings: strict),
  ]
)

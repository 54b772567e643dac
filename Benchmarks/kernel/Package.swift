// swift-tools-version: 6.2
import PackageDescription

// A package of its own: nothing here is part of the program.
let package = Package(
  name: "kernel",
  dependencies: [.package(name: "doudi", path: "../..")],
  targets: [
    .target(name: "CHandKernel", linkerSettings: [.linkedLibrary("mvec"), .linkedLibrary("m")]),
    .executableTarget(
      name: "KernelBenchmark",
      dependencies: ["CHandKernel", .product(name: "DoudiTape", package: "doudi")],
      swiftSettings: [.swiftLanguageMode(.v6)]),
  ])

// swift-tools-version: 6.2
import PackageDescription

// Not part of the product: a libFuzzer binary over the readers. See scripts/fuzz.
let package = Package(
  name: "doudi-fuzz",
  dependencies: [.package(name: "doudi", path: "..")],
  targets: [
    .executableTarget(
      name: "FuzzInputs",
      dependencies: [.product(name: "DoudiInputs", package: "doudi")],
      swiftSettings: [.swiftLanguageMode(.v6)])
  ]
)

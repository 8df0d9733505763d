// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [.unsafeFlags(["-warnings-as-errors"])]

let package = Package(
  name: "convtui",
  products: [
    .executable(name: "convtui", targets: ["ConvTUI"]),
    // What Benchmarks measures.
    .library(name: "Model", targets: ["Model"]),
    .library(name: "Formats", targets: ["Formats"]),
    .library(name: "CNCurses", targets: ["CNCurses"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(name: "CNCurses"),
    .systemLibrary(name: "CPNG"),
    .systemLibrary(name: "CTurboJPEG"),
    .target(name: "Model", swiftSettings: strict),
    .target(name: "Formats", dependencies: ["Model", "CPNG", "CTurboJPEG"], swiftSettings: strict),
    .executableTarget(
      name: "ConvTUI",
      dependencies: [
        "CNCurses", "Formats", "Model",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ModelTests", dependencies: ["Model"], resources: [.copy("Reference")],
      swiftSettings: strict),
    .testTarget(
      name: "FormatsTests", dependencies: ["Formats", "Model"], resources: [.copy("Files")],
      swiftSettings: strict),
    .testTarget(
      name: "ConvTUITests", dependencies: ["ConvTUI", "Formats", "Model"],
      exclude: ["Goldens"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)

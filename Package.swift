// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.unsafeFlags(["-warnings-as-errors"])]
// Also in a debug build: without it numbers would take a hundred times as long.
let optimized = strict + [.unsafeFlags(["-O"])]

// The loops of the hot paths are built once for every processor and once, from the same files, for
// those with AVX2 and fused multiply-add; the program picks when it starts.
#if arch(x86_64)
  let builds: [Target] = [
    .target(
      name: "LoopsAVX2", dependencies: ["Loops"],
      swiftSettings: optimized + [
        .unsafeFlags(["-Xcc", "-mavx2", "-Xcc", "-mfma"]), .define("FUSED_MULTIPLY_ADD"),
      ])
  ]
#else
  let builds: [Target] = []
#endif

let package = Package(
  name: "convtui",
  products: [
    .executable(name: "convtui", targets: ["Launch"]),
    // What Benchmarks measures.
    .library(name: "Model", targets: ["Model"]),
    .library(name: "Formats", targets: ["Formats"]),
    .library(name: "Drawing", targets: ["Drawing"]),
    .library(name: "Terminal", targets: ["Terminal"]),
    .library(name: "ConvTUI", targets: ["ConvTUI"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(name: "CNCurses"),
    .systemLibrary(name: "CPNG"),
    .systemLibrary(name: "CJPEG"),
    .systemLibrary(name: "CZlib"),
    .systemLibrary(name: "CYAML"),
    .systemLibrary(name: "CProcessor"),
    .target(name: "Loops", swiftSettings: strict),
    .target(name: "LoopsPlain", dependencies: ["Loops"], swiftSettings: optimized),
    .target(
      name: "Model",
      dependencies: ["CProcessor", "Loops", "LoopsPlain"]
        + builds.map { .byName(name: $0.name) },
      swiftSettings: optimized),
    .target(
      name: "Formats",
      dependencies: ["Model", "CPNG", "CJPEG", "CProcessor", "CYAML", "CZlib"],
      swiftSettings: strict),
    .target(name: "Drawing", dependencies: ["Formats", "Model"], swiftSettings: strict),
    // The only target that depends on ncurses.
    .target(name: "Terminal", dependencies: ["CNCurses", "Drawing"], swiftSettings: strict),
    .target(
      name: "ConvTUI",
      dependencies: [
        "Drawing", "Formats", "Model", "Terminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      resources: [.embedInCode("Lessons/BuiltIn")],
      swiftSettings: strict),
    .executableTarget(name: "Launch", dependencies: ["ConvTUI"], swiftSettings: strict),
    // What the tests of several targets read frames and terminals with.
    .target(
      name: "TestSupport", dependencies: ["Drawing", "Terminal"], path: "Tests/TestSupport",
      swiftSettings: strict),
    .testTarget(
      name: "ModelTests", dependencies: ["Formats", "Model"], resources: [.copy("Reference")],
      swiftSettings: strict),
    .testTarget(
      name: "FormatsTests", dependencies: ["Formats", "Model", "TestSupport"],
      resources: [.copy("Files")],
      swiftSettings: strict),
    .testTarget(
      name: "DrawingTests", dependencies: ["Drawing", "Formats", "Model", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "TerminalTests",
      dependencies: ["CNCurses", "Drawing", "Model", "Terminal", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ConvTUITests",
      dependencies: ["ConvTUI", "Drawing", "Formats", "Model", "Terminal", "TestSupport"],
      exclude: ["Goldens"],
      swiftSettings: strict),
  ] + builds,
  swiftLanguageModes: [.v6]
)

// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "Benchmarks",
  dependencies: [
    .package(name: "convtui", path: ".."),
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "Speed",
      dependencies: [
        .product(name: "Benchmark", package: "benchmark"),
        .product(name: "ConvTUI", package: "convtui"),
        .product(name: "Formats", package: "convtui"),
        .product(name: "Model", package: "convtui"),
      ],
      path: "Benchmarks/Speed",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    .executableTarget(
      name: "Frames",
      dependencies: [
        .product(name: "Benchmark", package: "benchmark"),
        .product(name: "ConvTUI", package: "convtui"),
        .product(name: "Drawing", package: "convtui"),
        .product(name: "Terminal", package: "convtui"),
      ],
      path: "Benchmarks/Frames",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
  ],
  swiftLanguageModes: [.v6]
)

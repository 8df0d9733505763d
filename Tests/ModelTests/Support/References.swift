import Foundation
import Model

/// The numbers in `Reference`, made with PyTorch, NumPy and OpenCV in double precision.
enum References {
  static let correlations = load(Correlations.self, from: "conv2d").cases
  static let trainings = load(Trainings.self, from: "learn").traces
  static let optimizers = load(Optimizers.self, from: "optimizers").cases
  static let stacks = load(Stacks.self, from: "receptive_field").stacks

  static let layerStacks = load(LayerStacks.self, from: "stacks").cases
  static let kernels = load(Kernels.self, from: "kernels")

  static let operators = load(OperatorReferences.self, from: "operators")
  static let networks = load(NetworkReferences.self, from: "networks")

  private struct Correlations: Decodable { let cases: [CorrelationReference] }
  private struct Trainings: Decodable { let traces: [TrainingReference] }
  private struct Optimizers: Decodable { let cases: [OptimizerReference] }
  private struct LayerStacks: Decodable { let cases: [BoundGraphReference] }
  struct Kernels: Decodable {
    let kernels: [KernelReference]
    let matrices: [MatrixReference]
  }
  private struct Stacks: Decodable { let stacks: [StackReference] }

  private static func load<Value: Decodable>(_ type: Value.Type, from name: String) -> Value {
    do {
      guard
        let file = Bundle.module.url(
          forResource: name, withExtension: "json", subdirectory: "Reference")
      else { preconditionFailure("no \(name).json in Reference") }
      let decoder = JSONDecoder()
      decoder.keyDecodingStrategy = .convertFromSnakeCase
      return try decoder.decode(type, from: Data(contentsOf: file))
    } catch {
      preconditionFailure("\(name).json: \(error)")
    }
  }
}

/// One call of `conv2d` and its gradients.
struct CorrelationReference: Decodable, Sendable, CustomStringConvertible {
  let inputShape: [Int]
  let input: [Float]
  let kernelShape: [Int]
  let kernel: [Float]
  let bias: [Float]?
  let stride: [Int]
  let padding: [Int]
  let dilation: [Int]
  let groups: Int
  let paddingMode: String
  let outputShape: [Int]
  let output: [Double]
  let gradOutput: [Float]
  let gradInput: [Double]
  let gradKernel: [Double]
  let gradBias: [Double]?

  var options: CorrelationOptions {
    guard let mode = PaddingMode(rawValue: paddingMode) else {
      preconditionFailure("padding mode \(paddingMode)")
    }
    return CorrelationOptions(
      stride: PerAxis(stride), padding: PerAxis(padding), mode: mode, dilation: PerAxis(dilation),
      groups: groups)
  }

  var description: String {
    "\(Shape(inputShape)) ⋆ \(Shape(kernelShape)) stride \(stride) padding \(padding) "
      + "\(paddingMode) dilation \(dilation) groups \(groups)\(bias == nil ? "" : " bias")"
  }
}

/// One training of a kernel; entry i of the trace stands before update i, the last after all.
struct TrainingReference: Decodable, Sendable, CustomStringConvertible {
  struct Options: Decodable, Sendable {
    let lr: Float
    let momentum: Float?
  }
  struct Entry: Decodable, Sendable {
    let loss: Double
    let weight: [Double]
    /// Missing in the last entry.
    let grad: [Double]?
  }

  let name: String
  let imageShape: [Int]
  let image: [Float]
  let targetKernelShape: [Int]
  let targetKernel: [Float]
  let initialWeight: [Float]
  let optimizer: String
  let options: Options
  let reduction: String
  let steps: Int
  let trace: [Entry]

  var description: String {
    "\(name): \(optimizer) \(options.lr)\(options.momentum.map { " momentum \($0)" } ?? "")"
      + " \(reduction) on \(Shape(imageShape))"
  }
}

/// Layers along one axis, and the inputs with a non-zero derivative of some units.
struct StackReference: Decodable, Sendable, CustomStringConvertible {
  struct Layer: Decodable, Sendable {
    let type: String
    let kernel: Int
    let stride: Int
    let padding: Int
    let dilation: Int
  }
  struct Reach: Decodable, Sendable {
    let unit: Int
    let inputs: [Int]
  }

  let input: Int
  let layers: [Layer]
  let output: Int
  let reach: [Reach]

  var description: String {
    ([String(input)]
      + layers.map { "\($0.type)\($0.kernel):s\($0.stride):p\($0.padding):d\($0.dilation)" })
      .joined(separator: " ")
  }
}

/// A named kernel by OpenCV or by its definition, and its rank.
struct KernelReference: Decodable, Sendable, CustomStringConvertible {
  let name: String
  let rows: Int
  let elements: [Double]
  let rank: Int

  var description: String { name }
}

/// A matrix and the number of its singular values that are not 0.
struct MatrixReference: Decodable, Sendable, CustomStringConvertible {
  let rows: Int
  let columns: Int
  let elements: [Float]
  let rank: Int

  var matrix: Tensor { Tensor(Shape(rows, columns), elements) }
  var description: String { "\(rows)×\(columns) of rank \(rank)" }
}

extension PerAxis<Int> {
  /// Reads [rows, columns].
  init(_ pair: [Int]) { self.init(rows: pair[0], columns: pair[1]) }
}

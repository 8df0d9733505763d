import Foundation

/// The numbers that PyTorch computed, read from the source tree.
enum References {
  static let correlations = load(Correlations.self, "conv2d").cases
  static let trainings = load(Trainings.self, "learn").traces
  static let stacks = load(Stacks.self, "receptive_field").stacks

  private struct Correlations: Decodable { let cases: [CorrelationReference] }
  private struct Trainings: Decodable { let traces: [TrainingReference] }
  private struct Stacks: Decodable { let stacks: [StackReference] }

  private static func load<Value: Decodable>(_ type: Value.Type, _ name: String) -> Value {
    do {
      let path = "\(repository)/Tests/ModelTests/Reference/\(name).json"
      let decoder = JSONDecoder()
      decoder.keyDecodingStrategy = .convertFromSnakeCase
      return try decoder.decode(type, from: Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      preconditionFailure("\(name).json: \(error)")
    }
  }
}

/// One call of `conv2d`.
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

  var description: String {
    "\(inputShape) ⋆ \(kernelShape) \(stride) \(padding) \(paddingMode) \(dilation) \(groups)"
  }
}

/// One training; entry i of the trace stands before update i, the last after all.
struct TrainingReference: Decodable, Sendable, CustomStringConvertible {
  struct Options: Decodable, Sendable {
    let lr: Float
    let momentum: Float?
  }
  struct Entry: Decodable, Sendable {
    let loss: Double
    let weight: [Double]
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

  var description: String { name }
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

  /// The layers as the command line takes them.
  var description: String {
    layers.map { "\($0.type)\($0.kernel):s\($0.stride):p\($0.padding):d\($0.dilation)" }
      .joined(separator: ",")
  }
}

import Model
import Testing

/// One stack of stacks.json.
struct LayerStackReference: Decodable, Sendable, CustomStringConvertible {
  let shape: [Int]
  let image: [Float]
  let layers: [Layer]
  let maps: [Map]

  struct Map: Decodable, Sendable {
    let shape: [Int]
    let values: [Double]
  }

  struct Layer: Decodable, Sendable {
    let kind: String
    let weight, bias, mean, variance: [Float]?
    let weightShape, stride, padding, dilation, size: [Int]?
    let groups: Int?
    let mode: String?
  }

  var description: String { layers.map(\.kind).joined(separator: ", ") }

  func stack() throws -> LayerStack {
    try LayerStack(input: Shape(shape), layers: try layers.map { try $0.layer() })
  }
}

extension LayerStackReference.Layer {
  fileprivate func layer() throws -> StackLayer {
    func pair(_ values: [Int]?) -> PerAxis<Int> {
      values.map { PerAxis(rows: $0[0], columns: $0[1]) } ?? PerAxis(1)
    }
    switch kind {
    case "conv":
      return .convolution(
        try Convolution(
          weight: Tensor(Shape(weightShape ?? []), weight ?? []), bias: bias,
          options: CorrelationOptions(
            stride: pair(stride), padding: pair(padding),
            mode: try #require(PaddingMode(rawValue: mode ?? "")), dilation: pair(dilation),
            groups: groups ?? 1)))
    case "maxpool", "avgpool":
      let window = LayerKind.Window(
        size: pair(size), stride: pair(stride), padding: pair(padding))
      return kind == "maxpool" ? .maxPooling(window) : .averagePooling(window)
    case "norm":
      return .normalization(
        mean: mean ?? [], variance: variance ?? [], weight: weight ?? [], bias: bias ?? [])
    case "leakyrelu": return .activation(.leakyReLU(slope: 0.01))
    case "tanh": return .activation(.tanh)
    case "sigmoid": return .activation(.sigmoid)
    default: return .activation(.relu)
    }
  }
}

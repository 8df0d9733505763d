import Model
import Testing

/// One stack of stacks.json.
struct BoundGraphReference: Decodable, Sendable, CustomStringConvertible {
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

  func graph() throws -> BoundGraph {
    try BoundGraph(.sequential(try layers.map { try $0.layer() }), input: Shape(shape))
  }
}

extension BoundGraphReference.Layer {
  fileprivate func layer() throws -> any Operator {
    func pair<Pair: RowsAndColumns>(_ values: [Int]?) -> Pair {
      values.map { Pair($0[0], $0[1]) } ?? Pair(1, 1)
    }
    switch kind {
    case "conv":
      return ConvolutionLayer(
        try Convolution(
          weight: Tensor(Shape(weightShape ?? []), weight ?? []), bias: bias,
          options: CorrelationOptions(
            stride: pair(stride), padding: pair(padding),
            mode: try #require(PaddingMode(rawValue: mode ?? "")), dilation: pair(dilation),
            groups: groups ?? 1)))
    case "maxpool", "avgpool":
      let window = PoolingWindow(
        size: pair(size), stride: pair(stride), padding: pair(padding))
      return Pooling(kind == "maxpool" ? .max : .average, window)
    case "norm":
      return BatchNormalization(
        .init(mean: mean ?? [], variance: variance ?? [], weight: weight ?? [], bias: bias ?? []))
    case "leakyrelu": return LeakyReLU()
    case "tanh": return Tanh()
    case "sigmoid": return Sigmoid()
    default: return ReLU()
    }
  }
}

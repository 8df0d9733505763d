import Formats
import Model

extension Operator {
  /// The notation of a layer where there is little room.
  var shortName: String {
    switch self {
    case let layer as ConvolutionLayer:
      switch layer.kernels {
      case .open: "conv"
      case .count(let count): "conv\(count)"
      case .given(let weights): "conv\(weights.weight.shape.batch)"
      }
    case let layer as Linear: "lin\(layer.outputs)"
    case let layer as Pooling:
      switch layer.kind {
      case .max: "max"
      case .average: "avg"
      case .open: "pool"
      }
    case is TransposedConvolution: "convt"
    case is AdaptiveAveragePooling: "avg"
    case is BatchNormalization: "norm"
    case is Dropout: "drop"
    case is Flatten: "flat"
    case is LeakyReLU: "leaky"
    case is Sigmoid: "sigm"
    case is Concatenation: "cat"
    default: GraphNotation.text(of: self)
    }
  }
}

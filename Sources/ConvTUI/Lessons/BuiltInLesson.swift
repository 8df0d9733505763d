/// The lessons that come with the program, in the order in which they build on each other.
enum BuiltInLesson: String, CaseIterable, Sendable {
  case crossCorrelation = "cross-correlation"
  case layer
  case edges
  case learning
  case convolution
  case receptiveField = "receptive-field"
  case exercises
  case paddingStride = "padding-stride"
  case channels
  case pooling
  case network
  case transposed

  /// The lesson's file.
  var bytes: [UInt8] {
    switch self {
    case .crossCorrelation: PackageResources.cross_correlation_yaml
    case .layer: PackageResources.layer_yaml
    case .edges: PackageResources.edges_yaml
    case .learning: PackageResources.learning_yaml
    case .convolution: PackageResources.convolution_yaml
    case .receptiveField: PackageResources.receptive_field_yaml
    case .exercises: PackageResources.exercises_yaml
    case .paddingStride: PackageResources.padding_stride_yaml
    case .channels: PackageResources.channels_yaml
    case .pooling: PackageResources.pooling_yaml
    case .network: PackageResources.network_yaml
    case .transposed: PackageResources.transposed_yaml
    }
  }
}

/// What a scene shows of what it is about.
enum SceneView: String, CaseIterable, Sendable {
  /// The planes, the weights and the curves; a training's curves beside a sample.
  case run
  /// The loss over the weights, and the run's path on it.
  case surface
  /// How the gradient of one step is computed.
  case backward
  /// A sample goes through a network.
  case maps
  /// The layers of a network in numbers, and one of them in pictures.
  case layers
  /// Which classes are taken for which.
  case classes
  /// The windows of an input as the rows of a matrix.
  case matrix
  /// The explanation of one number.
  case apart
  /// The scalars of trainings as curves.
  case scalars
  /// Their tensors as tiles.
  case kernels
  /// Their images, and tensors that are feature maps.
  case images
  /// How the numbers of their tensors lie over time.
  case histograms
  case texts = "text"
  /// What their runs were made with.
  case parameters = "hparams"
  /// What has gone wrong in them.
  case alarms
}

extension SceneView {
  /// The views of whole planes, not of one number.
  static let wide = Set(allCases).subtracting([.apart])
}

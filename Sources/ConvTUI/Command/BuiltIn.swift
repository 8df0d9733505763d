import Formats
import Model

/// The scenes on their built-in examples.
enum BuiltIn {
  static func scenes() throws -> [any Scene] {
    [
      try SlideScene(SlideScene.Settings(input: Chapter.input, kernel: Chapter.kernel)),
      try EdgesScene(image: Chapter.bar, kernel: Chapter.edge),
      LearnScene(
        try LearnScene.Task(image: Chapter.bar, targetKernel: Chapter.edge),
        LearnScene.Settings(initialWeight: Chapter.initialWeight)),
      try FlipScene(input: Chapter.input, kernel: Chapter.kernel),
      FieldScene(
        try SpatialGraph(try GraphNotation.graph("conv2,conv2"), input: PerAxis(3))),
      TrainScene(try training()),
      try MapsScene(picture, try MapsScene.kernels(MapsScene.usualKernels)),
    ]
  }

  /// A digit of those that draw themselves.
  static var picture: Picture { Picture(Glyphs.images(count: 9, seed: 5)[8]) }

  /// LeNet on digits that draw themselves.
  private static func training() throws -> TrainingPlan {
    let images = TrainingImages.drawn(count: TrainingImages.usual, seed: 0)
    let network = try Network(
      LeNet.graph(), input: images.shape, classes: images.classNames.count)
    return TrainingPlan(
      trainer: NetworkTrainer(
        network,
        optimizer: Optimizer(
          TrainingPlan.usualMethod, learningRate: TrainingPlan.usualRate),
        batchSize: TrainingPlan.usualBatch, seed: 0),
      images: images)
  }
}

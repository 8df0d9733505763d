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
        try FieldStack(
          input: PerAxis(3), layers: try LayerNotation.parse("conv2,conv2"))),
    ]
  }
}

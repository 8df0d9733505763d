import Formats
import Model

extension PoolScene: SceneWithTensors {
  var tensors: [(name: String, tensor: Tensor)] {
    [
      ("X", settings.input), ("max", pooled.maximum.matrix), ("mean", pooled.mean.matrix),
    ]
  }
}

extension PoolScene: SceneWithSnippet {
  func snippet() throws(FigureError) -> Snippet {
    let shape = Shape([1, settings.input.shape.rows, settings.input.shape.columns])
    func call(_ kind: Pooling.Kind) -> String {
      TorchLayer(Pooling(kind, settings.window), input: shape).call(["X[None, None]"]) + "[0, 0]"
    }
    return Snippet(
      title: "The pooling of convtui pool.", given: [("X", settings.input)],
      body: "maximum = \(call(.max))\nmean = \(call(.average))\nprint(maximum)\nprint(mean)",
      shown: [("shown_maximum", pooled.maximum.matrix), ("shown_mean", pooled.mean.matrix)],
      checks: [("maximum", "shown_maximum"), ("mean", "shown_mean")])
  }
}

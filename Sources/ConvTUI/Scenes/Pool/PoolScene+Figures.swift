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

extension PoolScene: SceneWithSession {
  func save(to session: inout Session) {
    session.set("input", settings.input)
    session.set("window", GraphNotation.text(of: Pooling(.open, settings.window)))
    session.set("shift", settings.shift?.rawValue ?? PoolScene.noShift)
  }

  private static let noShift = "none"

  init(_ fields: SessionFields) throws {
    let window = try GraphNotation.layer(try fields.text("window"))
    guard let pooling = window as? Pooling else {
      throw SessionError.wrong("window", needed: .layers)
    }
    let shift = try fields.text("shift")
    guard shift == PoolScene.noShift || Shift(rawValue: shift) != nil else {
      throw SessionError.wrong(
        "shift", needed: .oneOf([PoolScene.noShift] + Shift.allCases.map(\.rawValue)))
    }
    try self.init(
      Settings(
        input: try fields.matrix("input"), window: pooling.window, shift: Shift(rawValue: shift)))
  }
}

import Model

/// A scene that asks for the results that it hides.
protocol SceneWithRiddles: Scene {
  /// What is hidden of the present step, in the order in which it is asked for.
  var riddles: [Question.Kind] { get }
  /// Whether a step is over once all of that is found.
  var goesOnWhenFound: Bool { get }
}

extension SceneWithRiddles {
  var goesOnWhenFound: Bool { true }
}

extension SlideScene: SceneWithRiddles {
  var riddles: [Question.Kind] {
    timeline.step > 0 ? [.cell(CellName("Y", current.window.at))] : []
  }
}

extension EdgesScene: SceneWithRiddles {
  var riddles: [Question.Kind] {
    guard let front, front.timeline.step > 0 else { return [] }
    let name = act == .image ? "Y" : results[2].name
    return [.cell(CellName(name, front.current.window.at))]
  }
}

extension FlipScene: SceneWithRiddles {
  var riddles: [Question.Kind] {
    windowsDone > 0 ? ["X ⋆ K", "X ∗ K"].map { .cell(CellName($0, window)) } : []
  }
}

extension PoolScene: SceneWithRiddles {
  var riddles: [Question.Kind] {
    timeline.step > 0 ? ["max", "mean"].map { .cell(CellName($0, unit)) } : []
  }
}

extension LearnScene: SceneWithRiddles {
  /// The output where Y is brightest: it can be worked out by heart from X and K.
  var riddles: [Question.Kind] {
    guard view == .run, !isBusy else { return [] }
    let brightest = task.target.elements.enumerated().max { $0.element < $1.element }
    let at = Position(brightest?.offset ?? 0, inRowsOf: task.target.shape.columns)
    return [.cell(CellName("Ŷ", at))]
  }
}

extension FieldScene: SceneWithRiddles {
  var riddles: [Question.Kind] { map > 0 ? [.field(ofLayer: map)] : [] }
}

extension StackScene: SceneWithRiddles, SceneWithQuantities {
  var riddles: [Question.Kind] { map > 0 ? [.quantity(StackScene.chosen)] : [] }
  var goesOnWhenFound: Bool { false }
  var quantities: [(name: String, value: Float)] { [(StackScene.chosen, value)] }
  private static let chosen = "chosen"
}

import Drawing
import Model

extension LearnScene {
  func about(_ words: Words) -> [String] {
    let image = task.image.shape
    let kernel = task.targetKernel.shape
    return words.aboutLearn(
      view, image: image, kernel: kernel, loss: now.loss, rate: now.learningRate,
      step: now.step)
  }
}

extension Words {
  fileprivate func aboutLearn(
    _ view: SceneView, image: Shape, kernel: Shape, loss: Float, rate: Float, step: Int
  ) -> [String] {
    let task =
      "X is an image of \(image) pixels, and Y is what a hidden kernel makes of it. The kernel K of "
      + "\(kernel) weights has to find out that hidden kernel."
    let descent =
      "The gradient says how the loss changes with each weight. One step moves the weights against "
      + "it, by the learning rate \(NumberText.short(rate)) times the gradient."
    switch view {
    case .surface:
      return [
        task,
        "Each point of this map is a choice of the weights; its colour is the loss there.",
        "A contour joins points of equal loss. The lowest point is the hidden kernel.",
        "The line is the path of the run so far: \(count(step, "step")).", descent,
      ]
    case .backward:
      return [
        task, "This view computes one gradient, number by number: from the error back to K and X.",
        "The error is Ŷ − Y. Each weight's gradient adds the error times the input that the weight "
          + "was multiplied by.",
        "The gradient of X spreads the error back through K.", descent,
      ]
    default:
      return [
        task, "Ŷ is what K gives now. The error Ŷ − Y is 0 everywhere once K is the hidden kernel.",
        "The loss is made of the squared errors: \(NumberText.short(loss)) after "
          + "\(count(step, "step")).",
        descent, "→ takes one step, space plays, g goes to a step.",
      ]
    }
  }
}

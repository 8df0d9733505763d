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
      say(
        "X is an image of \(image) pixels, and Y is what a hidden kernel makes of it. The kernel K of "
          + "\(kernel) weights has to find out that hidden kernel.",
        "X 是 \(image) 像素的图像，Y 是一个隐藏的卷积核由它得出的输出。有 \(kernel) 个权重的卷积核 K 要找出那个隐藏的核。")
    let descent =
      say(
        "The gradient says how the loss changes with each weight. One step moves the weights against "
          + "it, by the learning rate \(NumberText.short(rate)) times the gradient.",
        "梯度说明损失怎样随每个权重变化。每一步让权重沿负梯度移动，移动的量是学习率 \(NumberText.short(rate)) 乘以梯度。")
    switch view {
    case .surface:
      return [
        task,
        say(
          "Each point of this map is a choice of the weights; its colour is the loss there.",
          "图上每个点是一组权重；颜色表示那里的损失。"),
        say(
          "A contour joins points of equal loss. The lowest point is the hidden kernel.",
          "等高线连接损失相等的点。最低点就是隐藏的卷积核。"),
        say(
          "The line is the path of the run so far: \(count(step, "step")).", "线是至今走过的路径：\(step) 步。"),
        descent,
      ]
    case .backward:
      return [
        task,
        say(
          "This view computes one gradient, number by number: from the error back to K and X.",
          "这个视图逐个数地计算一次梯度：从误差回到 K 和 X。"),
        say(
          "The error is Ŷ − Y. Each weight's gradient adds the error times the input that the weight "
            + "was multiplied by.", "误差是 Ŷ − Y。每个权重的梯度，是误差乘以该权重所乘的输入，再求和。"),
        say("The gradient of X spreads the error back through K.", "X 的梯度让误差经过 K 传回去。"), descent,
      ]
    default:
      return [
        task,
        say(
          "Ŷ is what K gives now. The error Ŷ − Y is 0 everywhere once K is the hidden kernel.",
          "Ŷ 是 K 现在给出的输出。K 成为隐藏的核时，误差 Ŷ − Y 处处为 0。"),
        say(
          "The loss is made of the squared errors: \(NumberText.short(loss)) after "
            + "\(count(step, "step")).", "损失由误差的平方得出：\(step) 步之后是 \(NumberText.short(loss))。"),
        descent, say("→ takes one step, g goes to a step.", "→ 走一步，g 跳到某一步。"),
      ]
    }
  }
}

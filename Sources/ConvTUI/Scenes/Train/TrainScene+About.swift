import Model

extension TrainScene {
  func chapter(_ words: Words) -> String? { timeline.rowBegun.map(words.epoch) }

  func about(_ words: Words) -> [String] {
    words.aboutTrain(
      layers: network.graph.nodes.count, weights: network.parameterCount,
      classes: plan.images.classNames.count, batch: trainer.batchSize,
      perEpoch: plan.batchesPerEpoch) + (view == .layers ? [words.layerNumbers] : [])
  }
}

extension Words {
  fileprivate func aboutTrain(
    layers: Int, weights: Int, classes: Int, batch: Int, perEpoch: Int
  ) -> [String] {
    [
      say(
        "A network of \(count(layers, "layer")) and \(count(weights, "weight")) learns to tell "
          + "\(count(classes, "class", "classes")) of images apart.",
        "有 \(layers) 层和 \(weights) 个权重的网络学习区分 \(classes) 类图像。"),
      say(
        "One step takes a batch of \(count(batch, "image")), computes the loss, and moves every weight "
          + "a little against its gradient.", "每一步取一批 \(batch) 幅图像，计算损失，让每个权重沿负梯度移动一点。"),
      say(
        "An epoch is \(count(perEpoch, "batch", "batches")): every training image once.",
        "一轮是 \(perEpoch) 批：每幅训练图像用一次。"),
      say(
        "Accuracy is the share of images that get the right class. Validation images are never trained "
          + "on.", "准确率是分对类别的图像所占的比例。验证图像从不用于训练。"),
      say(
        "e draws an image by hand, and the network says what it sees in it.", "e 手画一幅图像，网络说出它看到了什么。"
      ),
    ]
  }
}

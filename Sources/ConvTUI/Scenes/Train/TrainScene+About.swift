import Model

extension TrainScene {
  func chapter(_ words: Words) -> String? { timeline.rowBegun.map(words.epoch) }

  func about(_ words: Words) -> [String] {
    words.aboutTrain(
      layers: network.graph.nodes.count, weights: network.parameterCount,
      classes: plan.images.classNames.count, batch: trainer.batchSize,
      perEpoch: plan.batchesPerEpoch)
  }
}

extension Words {
  fileprivate func aboutTrain(
    layers: Int, weights: Int, classes: Int, batch: Int, perEpoch: Int
  ) -> [String] {
    [
      "A network of \(count(layers, "layer")) and \(count(weights, "weight")) learns to tell "
        + "\(count(classes, "class", "classes")) of images apart.",
      "One step takes a batch of \(count(batch, "image")), computes the loss, and moves every weight "
        + "a little against its gradient.",
      "An epoch is \(count(perEpoch, "batch", "batches")): every training image once.",
      "Accuracy is the share of images that get the right class. Validation images are never trained "
        + "on.",
      "e draws an image by hand, and the network says what it sees in it.",
    ]
  }
}

extension Network {
  /// The images that go through the network side by side: bounds the memory.
  static let imagesAtOnce = 128

  /// Goes forward and back over a batch, in parts where no layer looks at the whole of it.
  ///
  /// - Parameters:
  ///   - gradient: Becomes ∂L/∂parameters.
  ///   - running: Takes in what the batch norms see.
  /// - Returns: The score of the batch under the given parameters.
  func differentiate(
    _ data: LabelledImages, _ batch: [Int], _ setting: PassSetting, into gradient: inout [Float],
    running: inout [Int: RunningStatistics], on pool: inout some LanePool
  ) -> BatchScore {
    gradient.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
    return batch.parts(barriers.isEmpty ? Network.imagesAtOnce : batch.count).reduce(
      into: BatchScore()
    ) { score, part in
      score += differentiate(data, part, setting, addingTo: &gradient, running: &running, on: &pool)
    }
  }

  /// Chunks go side by side up to a layer that looks at the whole batch, wait there for one another,
  /// and go on.
  private func differentiate(
    _ data: LabelledImages, _ images: ArraySlice<Int>, _ setting: PassSetting,
    addingTo gradient: inout [Float], running: inout [Int: RunningStatistics],
    on pool: inout some LanePool
  ) -> BatchScore {
    let count = BatchLanes.count(images: images.count)
    var setting = setting
    var start = 0
    for (phase, barrier) in barriers.enumerated() {
      pool.forEach(count) { [setting, start] index, chunk in
        if phase == 0 { chunk.load(data, images, part: index) }
        chunk.forward(start..<barrier, setting)
      }
      let moments = moments(before: barrier, count, setting, on: &pool)
      running[barrier]?.add(moments)
      setting.statistics[barrier] = Moments.normalizing(moments)
      start = barrier
    }

    pool.forEach(count) { [setting, start, barriers, layers] index, chunk in
      if barriers.isEmpty { chunk.load(data, images, part: index) }
      chunk.forward(start..<layers.count, setting)
      chunk.score(setting)
      chunk.backward((barriers.last.map { $0 + 1 } ?? 0)..<layers.count, setting)
    }

    for (index, barrier) in barriers.enumerated().reversed() {
      setting.gradientStatistics[barrier] = gradientMeans(at: barrier, count, setting, on: &pool)
      let start = index > 0 ? barriers[index - 1] + 1 : 0
      pool.forEach(count) { [setting] _, chunk in chunk.backward(start..<barrier + 1, setting) }
    }
    return collect(count, addingTo: &gradient, on: &pool)
  }

  /// Scores images without training.
  ///
  /// - Parameter visit: Is given each image's place among the indices and its scores by class.
  func evaluate(
    _ data: LabelledImages, _ indices: [Int], _ setting: PassSetting, on pool: inout some LanePool,
    visit: (_ image: Int, _ scores: [Float]) -> Void = { _, _ in }
  ) -> Evaluation {
    var result = Evaluation(classes: classes)
    let cutting = graph.nodes.indices.filter { graph.nodes[$0].operator is ReLU }
    var alive = cutting.map { [Bool](repeating: false, count: outputs[$0].channels) }
    for part in indices.parts(Network.imagesAtOnce) {
      let count = BatchLanes.count(images: part.count)
      pool.forEach(count) { [layers] index, chunk in
        chunk.load(data, part, part: index)
        chunk.forward(0..<layers.count, setting)
        chunk.score(setting)
      }
      pool.inOrder(count) { index, chunk in
        result.score += chunk.score
        for image in 0..<chunk.score.images {
          let scores = chunk.output(layer: layers.count - 1, image: image).elements
          result.add(label: chunk.labels[image], scores: scores)
          visit(part.startIndex + index * 16 + image, scores)
        }
        for (place, layer) in cutting.enumerated() {
          chunk.noteActive(layer: layer, in: &alive[place])
        }
      }
    }
    for (layer, units) in zip(cutting, alive) {
      result.units[layer] = .init(count: units.count, dead: units.count { !$0 })
    }
    return result
  }

  /// What every layer gives for one image: tensors of the shapes in `outputs`.
  func activations(
    of image: Tensor, _ setting: PassSetting, on pool: inout some LanePool
  ) -> [Tensor] {
    let data = LabelledImages(
      shape: input, classNames: [""], labels: [0], pixels: image.elements)
    var outputs: [Tensor] = []
    pool.inOrder(1) { [layers] _, chunk in
      chunk.load(data, [0], part: 0)
      chunk.forward(0..<layers.count, setting)
      outputs = layers.indices.map { chunk.output(layer: $0, image: 0) }
    }
    return outputs
  }

  private func moments(
    before layer: Int, _ count: Int, _ setting: PassSetting, on pool: inout some LanePool
  ) -> [Moments] {
    var sums = [Moments](repeating: Moments(), count: layers[layer].output.channels)
    pool.inOrder(count) { _, chunk in
      for (c, moments) in chunk.moments(layer: layer, setting).enumerated() { sums[c].add(moments) }
    }
    return sums
  }

  private func gradientMeans(
    at layer: Int, _ count: Int, _ setting: PassSetting, on pool: inout some LanePool
  ) -> [Float] {
    let input = layers[layer].output
    var sums = [Double](repeating: 0, count: 2 * input.channels)
    pool.inOrder(count) { _, chunk in
      for (c, parts) in chunk.gradientSums(layer: layer, setting).enumerated() {
        sums[c] += parts.gradient
        sums[input.channels + c] += parts.gradientTimesInput
      }
    }
    return sums.map { Float($0 / Double(setting.images * input.area)) }
  }

  private func collect(
    _ count: Int, addingTo gradient: inout [Float], on pool: inout some LanePool
  ) -> BatchScore {
    var score = BatchScore()
    gradient.withUnsafeMutableBufferPointer { gradient in
      pool.inOrder(count) { _, chunk in
        score += chunk.score
        chunk.gradient.withUnsafeBufferPointer { part in
          for p in gradient.indices { gradient[p] += part[p] }
        }
      }
    }
    return score
  }
}

extension Array {
  /// The elements in order, in parts of equal size; the last part may be smaller.
  fileprivate func parts(_ size: Int) -> [ArraySlice<Element>] {
    stride(from: 0, to: count, by: Swift.max(1, size)).map {
      self[$0..<Swift.min(count, $0 + size)]
    }
  }
}

import Model

extension SceneKind {
  static let train = SceneKind(
    name: "train", title: \.trainTitle, purpose: \.trainPurpose,
    views: [.run, .maps, .layers, .classes],
    bindings: .all(
      .cursor,
      [
        Binding([.enter], .pick, withCursor: true, footer: true),
        Binding([.backspace, .delete], .erase, withCursor: true, footer: true),
        Binding([.escape], .leave, withCursor: true, footer: true),
      ], .play,
      [
        Binding(["v"], .view, footer: true),
        Binding([.pageUp], .previousRow),
        Binding([.pageDown], .nextRow, footer: true),
        Binding([.enter], .enlarge, views: [.maps], footer: true),
        Binding(["z"], .zoomIn, views: [.maps]),
        Binding(["Z"], .zoomOut, views: [.maps]),
        Binding([.escape], .zoomReset, views: [.maps]),
      ], .units,
      [
        Binding([.up], .previousUnit, views: [.maps], footer: true),
        Binding([.down], .nextUnit, views: [.maps], footer: true),
      ], .ends,
      [
        Binding(["e"], .edit, footer: true),
        Binding(["n"], .nextItem, footer: true),
        Binding(["N"], .previousItem, footer: true),
        Binding([], .branch),
        Binding([], .seed),
        Binding([], .restart),
        Binding([.tab], .nextPanel, views: [.maps, .layers], footer: true, rank: 2),
        Binding([.tab], .nextPanel, views: [.run]),
        Binding([.backTab], .previousPanel, views: [.run, .maps, .layers]),
      ]),
    words: Words.trainAction, hasRecording: false, command: TrainCommand.self,
    example: { TrainScene(try TrainingPlan.example()) })
}

extension TrainingPlan {
  /// LeNet on digits that draw themselves.
  fileprivate static func example() throws -> TrainingPlan {
    let images = TrainingImages.drawn(count: TrainingImages.usual, seed: 0)
    let network = try Network(
      LeNet.graph(), input: images.shape, classes: images.classNames.count)
    return TrainingPlan(
      trainer: NetworkTrainer(
        network,
        optimizer: Optimizer(
          TrainingPlan.usualMethod,
          learningRate: TrainingPlan.usualRate(of: TrainingPlan.usualMethod)),
        batchSize: TrainingPlan.usualBatch, seed: 0),
      images: images)
  }
}

import Model

extension SceneKind {
  /// One kernel after the other over a picture, or, as `StackScene`, layer after layer.
  static let maps = SceneKind(
    name: "maps", title: \.mapsTitle, purpose: \.mapsPurpose, step: \.mapNoun,
    views: [.run, .layers, .apart],
    bindings: .all(
      .stack, .cursor.within(own), Array(steps.dropFirst()),
      [
        Binding([.tab], .nextPanel, views: [.run], footer: true, rank: 0),
        Binding([.enter], .pick, views: [.run], withCursor: true, footer: true),
      ], apart, looking, Array(steps.prefix(1)), .ends),
    words: Words.mapsAction, viewWords: [.layers: Words.stackAction], command: MapsCommand.self,
    example: {
      try MapsScene(Picture.example, try MapsScene.kernels(MapsScene.usualKernels))
    },
    restore: { fields, picture in
      if fields.has("layers") { return try StackScene(fields, picture) }
      return try MapsScene(fields, picture)
    })

  /// The views without a stack's keys.
  private static let own: Set<SceneView> = [.run, .apart]

  /// Playing, and the steps, which matter more here.
  private static let steps: [Binding] = [Binding].play.within(own).map {
    $0.action == .play ? $0.ranked(2) : $0
  }

  /// While the scene explains a number.
  private static let apart: [Binding] = .all(
    [
      Binding([.escape, .enter], .leave, views: [.apart], footer: true),
      Binding([.up], .previousUnit, views: [.apart], footer: true),
      Binding([.down], .nextUnit, views: [.apart], footer: true),
    ], .pan(in: [.apart]))

  private static let looking: [Binding] = .all(
    [
      Binding([.pageDown, .down], .nextRow, views: [.run]),
      Binding([.pageUp, .up], .previousRow, views: [.run]),
      Binding([.enter], .enlarge, views: [.run], footer: true, rank: 0),
      Binding([.escape], .leave, views: [.run]),
    ], [Binding].zoom(in: [.run, .layers]).map { $0.isInFooter ? $0.ranked(0) : $0 },
    [
      Binding(["k"], .kernel, views: [.run], footer: true)
    ])
}

extension Picture {
  /// A digit of those that draw themselves, one that stands in the middle.
  static var example: Picture { Picture(SyntheticDigits.images(count: 9, seed: 20)[8]) }
}

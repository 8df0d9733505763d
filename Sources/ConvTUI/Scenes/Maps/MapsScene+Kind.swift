import Model

extension SceneKind {
  /// One kernel after the other over a picture, or, as `StackScene`, layer after layer.
  static let maps = SceneKind(
    name: "maps", title: \.mapsTitle, purpose: \.mapsPurpose, step: \.mapNoun,
    views: [.run, .layers, .apart],
    bindings: .all(
      .cursor,
      [
        Binding([.enter], .pick, views: [.run], withCursor: true, footer: true)
      ], apart, .play, .units, looking, .ends, .settings, .sliding,
      [
        Binding(["b"], .bias, views: SceneView.wide),
        Binding(["*"], .operation, views: SceneView.wide),
        Binding(["G"], .groups, views: SceneView.wide),
        Binding([.tab], .nextPanel, views: SceneView.wide, footer: true),
      ]),
    words: Words.mapsAction, command: MapsCommand.self,
    example: {
      try MapsScene(Picture.example, try MapsScene.kernels(MapsScene.usualKernels))
    },
    restore: { fields, picture in
      if fields.has("layers") { return try StackScene(fields, picture) }
      return try MapsScene(fields, picture)
    })

  /// While the scene explains a number.
  private static let apart: [Binding] = .all(
    [
      Binding([.enter, .escape], .back, views: [.apart], footer: true),
      Binding([.up, "k"], .previousUnit, views: [.apart], footer: true),
      Binding([.down, "j"], .nextUnit, views: [.apart], footer: true),
    ], .pan(in: [.apart]))

  private static let looking: [Binding] = .all(
    [
      Binding([.pageDown, .down], .nextRow, views: [.run]),
      Binding([.pageUp, .up], .previousRow, views: [.run]),
      Binding([.enter], .enlarge, views: [.run], footer: true),
      Binding([.enter], .pick, views: [.layers], footer: true),
      Binding([.escape], .leave, views: SceneView.wide),
    ], .zoom(in: [.run, .layers]),
    [
      Binding(["c"], .contrast, views: [.run], footer: true),
      Binding(["k"], .kernel, views: [.run], footer: true),
    ])
}

extension Picture {
  /// A digit of those that draw themselves.
  static var example: Picture { Picture(SyntheticDigits.images(count: 9, seed: 5)[8]) }
}

extension SceneKind {
  static let watch = SceneKind(
    name: "watch", title: \.watchTitle, purpose: \.watchPurpose,
    views: [.scalars, .kernels, .images, .histograms, .texts, .parameters, .alarms],
    bindings: .all(
      [
        Binding([.left], .move(.left), views: [.kernels], withCursor: true),
        Binding([.right], .move(.right), views: [.kernels], withCursor: true),
        Binding([.up], .move(.up), views: [.kernels, .texts], withCursor: true),
        Binding([.down], .move(.down), views: [.kernels, .texts], withCursor: true),
        Binding([.enter], .pick, views: [.kernels], withCursor: true, footer: true),
        Binding([.escape], .leave, views: [.kernels, .texts], withCursor: true, footer: true),
      ], .wholeSteps,
      [
        Binding([.pageUp], .previousRow, footer: true, rank: 3),
        Binding([.pageDown], .nextRow, footer: true),
        Binding(["g"], .goTo),
        Binding([.home], .first),
        Binding([.end], .last, footer: true),
        Binding(["+", "="], .faster),
        Binding(["-", "_"], .slower),
        Binding(["v"], .view, footer: true),
        Binding(["a"], .alarms),
        Binding([.enter], .pick, views: [.alarms], footer: true),
        Binding([.tab, .down], .nextPanel, footer: true),
        Binding([.backTab, .up], .previousPanel),
        Binding([.enter], .enlarge, views: enlarging, footer: true),
        Binding(["p"], .pin, views: [.scalars, .kernels], footer: true),
        Binding(["n"], .nextItem),
        Binding(["N"], .previousItem),
        Binding([.escape], .zoomReset, views: enlarging),
      ]),
    words: Words.watchAction, viewWords: [.alarms: Words.alarmsAction], hasRecording: false,
    command: WatchCommand.self,
    example: { WatchScene([]) })

  /// The views in which one thing can have the room of all.
  private static let enlarging: Set<SceneView> = [
    .scalars, .kernels, .images, .histograms, .texts,
  ]
}

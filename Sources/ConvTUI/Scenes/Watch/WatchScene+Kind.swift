extension SceneKind {
  static let watch = SceneKind(
    name: "watch", title: \.watchTitle, purpose: \.watchPurpose,
    views: [.scalars, .kernels, .alarms],
    bindings: .all(
      .play,
      [
        Binding([.pageUp], .previousRow, footer: true),
        Binding([.pageDown], .nextRow, footer: true),
        Binding([.home], .first),
        Binding([.end], .last, footer: true),
        Binding(["+", "="], .faster),
        Binding(["-", "_"], .slower),
        Binding(["v"], .view, footer: true),
        Binding([.tab, .down], .nextPanel, footer: true),
        Binding([.backTab, .up], .previousPanel),
        Binding([.enter], .enlarge, views: [.scalars, .kernels], footer: true),
        Binding(["n"], .nextItem),
        Binding(["N"], .previousItem),
        Binding([.escape], .zoomReset, views: [.scalars, .kernels]),
      ]),
    words: Words.watchAction, hasRecording: false, command: WatchCommand.self,
    example: { WatchScene([]) })
}

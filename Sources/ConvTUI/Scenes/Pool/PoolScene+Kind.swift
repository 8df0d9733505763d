import Model

extension SceneKind {
  static let pool = SceneKind(
    name: "pool", title: "Pool", purpose: "the maximum and the mean of each window",
    bindings: .all(
      .play, .rows, .ends,
      [
        Binding(["w"], .own("size+"), footer: true),
        Binding(["W"], .own("size-")),
        Binding(["s"], .moreStride, footer: true),
        Binding(["S"], .lessStride),
        Binding(["p"], .morePadding, footer: true),
        Binding(["P"], .lessPadding),
        Binding(["c"], .own("ceil"), footer: true),
        Binding(["x"], .own("shift"), footer: true),
        Binding(["e"], .own("window"), footer: true),
      ]),
    words: words, command: PoolCommand.self,
    example: { try PoolScene(.example) },
    restore: { fields, _ in try PoolScene(fields) })

  @Sendable private static func words(_ action: Action) -> ActionWords? {
    switch action {
    case .own("size+"), .own("size-"): ActionWords(label: "size", help: "window larger, smaller")
    case .own("ceil"): ActionWords(label: "ceil", help: "ceil: hang over the end")
    case .own("shift"): ActionWords(label: "shift", help: "shift X by one pixel")
    case .own("window"): ActionWords(label: "window", help: "type the window")
    default: nil
    }
  }
}

extension PoolScene.Settings {
  /// The chapter's bar under the window that is usual.
  static let example = PoolScene.Settings(
    input: CourseExample.bar, window: PoolingWindow(size: PlaneSize(2)))
}

import Terminal

/// Keys that several scenes have.
extension [Binding] {
  static func all(_ parts: [Binding]...) -> [Binding] { parts.flatMap(\.self) }

  /// A cursor in a panel.
  static var cursor: [Binding] {
    [
      Binding([.left, "h"], .move(.left), withCursor: true),
      Binding([.right, "l"], .move(.right), withCursor: true),
      Binding([.up, "k"], .move(.up), views: SceneView.wide, withCursor: true),
      Binding([.down, "j"], .move(.down), views: SceneView.wide, withCursor: true),
    ]
  }

  static var play: [Binding] {
    [
      Binding([" "], .play, footer: true),
      Binding([.left], .previous, footer: true),
      Binding([.right], .next, footer: true),
    ]
  }

  /// Rows of an output.
  static var rows: [Binding] {
    [Binding([.pageDown, .down], .nextRow), Binding([.pageUp, .up], .previousRow)]
  }

  /// Units or channels of a layer.
  static var units: [Binding] {
    [
      Binding([.up], .previousUnit, views: [.layers], footer: true),
      Binding([.down], .nextUnit, views: [.layers], footer: true),
    ]
  }

  /// The ends of the timeline, and how fast it plays.
  static var ends: [Binding] {
    [
      Binding([.home], .first),
      Binding([.end], .last),
      Binding(["g"], .goTo, footer: true),
      Binding(["+", "="], .faster),
      Binding(["-", "_"], .slower),
    ]
  }

  static func zoom(in views: Set<SceneView>) -> [Binding] {
    [
      Binding(["z"], .zoomIn, views: views, footer: true),
      Binding(["Z"], .zoomOut, views: views, footer: true),
    ] + .pan(in: views) + [Binding(["w"], .wholeSurface, views: views)]
  }

  static func pan(in views: Set<SceneView>) -> [Binding] {
    [
      Binding(["H"], .pan(.left), views: views, footer: true),
      Binding(["J"], .pan(.down), views: views, footer: true),
      Binding(["K"], .pan(.up), views: views, footer: true),
      Binding(["L"], .pan(.right), views: views, footer: true),
    ]
  }

  /// Which kernel slides.
  static var kernels: [Binding] {
    [
      Binding(["k"], .kernel, footer: true),
      Binding(["n"], .nextKernel),
      Binding(["N"], .previousKernel),
    ]
  }

  static var settings: [Binding] { [Binding(["s"], .settings, footer: true)] }

  /// What can be set, and taking it back.
  static var undoable: [Binding] {
    settings + [Binding(["u"], .undo), Binding(["U"], .redo)]
  }

  /// How a kernel slides.
  static var sliding: [Binding] {
    [
      Binding([], .moreStride, views: SceneView.wide),
      Binding([], .lessStride, views: SceneView.wide),
      Binding(["p"], .morePadding, views: SceneView.wide),
      Binding(["P"], .lessPadding, views: SceneView.wide),
      Binding(["d"], .moreDilation, views: SceneView.wide),
      Binding(["D"], .lessDilation, views: SceneView.wide),
      Binding(["m"], .paddingMode, views: SceneView.wide),
    ]
  }

  /// How fast something learns.
  static var rate: [Binding] {
    [
      Binding(["l"], .learningRate, footer: true),
      Binding(["]"], .raiseRate),
      Binding(["["], .lowerRate),
    ]
  }

  /// The whole program's.
  static var general: [Binding] {
    [
      Binding(["/"], .commands, footer: true),
      Binding(["t"], .theme),
      Binding(["f"], .figure),
      Binding(["F"], .session),
      Binding(["?"], .help, footer: true),
      Binding(["q"], .quit, footer: true),
    ]
  }

  /// A digit for each scene.
  static var scenes: [Binding] {
    SceneKind.allCases.indices.prefix(9).map {
      Binding([.character(Character("\($0 + 1)"))], .scene($0))
    }
  }
}

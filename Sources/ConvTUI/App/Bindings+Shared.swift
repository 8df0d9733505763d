import Model
import Terminal

/// Keys that several scenes have.
extension [Binding] {
  /// The same in some views alone.
  func within(_ views: Set<SceneView>) -> [Binding] { map { $0.within(views) } }

  static func all(_ parts: [Binding]...) -> [Binding] { parts.flatMap(\.self) }

  /// A cursor in a panel.
  static var cursor: [Binding] {
    [
      Binding([.left], .move(.left), withCursor: true),
      Binding([.right], .move(.right), withCursor: true),
      Binding([.up], .move(.up), views: SceneView.wide, withCursor: true),
      Binding([.down], .move(.down), views: SceneView.wide, withCursor: true),
    ]
  }

  static var play: [Binding] { steps() }

  /// Where a step has no parts, the keys for those are for steps too.
  static var wholeSteps: [Binding] { steps(back: [","], on: ["."]) }

  private static func steps(back: [Key] = [], on: [Key] = []) -> [Binding] {
    [
      Binding([" "], .play, footer: true),
      Binding([.left] + back, .previous, footer: true),
      Binding([.right] + on, .next, footer: true),
    ]
  }

  /// Rows of an output.
  static var rows: [Binding] {
    [
      Binding([.pageDown, .down], .nextRow, footer: true), Binding([.pageUp, .up], .previousRow),
    ]
  }

  /// Windows taken apart product by product, with a cursor in their planes.
  static var windows: [Binding] {
    .cursor
      + [
        Binding([.enter], .pick, withCursor: true, footer: true),
        Binding([.escape], .leave, withCursor: true, footer: true),
      ] + .play
      + [
        Binding([","], .previousPart, footer: true),
        Binding(["."], .nextPart, footer: true),
      ]
  }

  /// Editing numbers, and the panels that they stand in.
  static var editing: [Binding] {
    [
      Binding(["e"], .edit, footer: true),
      Binding([.tab], .nextPanel, footer: true),
      Binding([.backTab], .previousPanel),
    ] + KernelEdit.bindings
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
    ] + .pan(in: views) + [Binding([], .zoomReset, views: views)]
  }

  static func pan(in views: Set<SceneView>) -> [Binding] {
    Direction.allCases.map { Binding([.shift($0.arrow)], .pan($0), views: views) }
  }

  /// Which kernel slides.
  static var kernels: [Binding] { [Binding(["k"], .kernel, footer: true)] + items }

  /// What a scene has a row of.
  static var items: [Binding] {
    [
      Binding(["n"], .nextItem, footer: true), Binding(["N"], .previousItem, footer: true),
    ]
  }

  static var undoable: [Binding] { [Binding(["u"], .undo), Binding(["U"], .redo)] }

  /// The whole program's.
  static var general: [Binding] {
    [
      Binding(["s"], .settings, footer: true),
      Binding(["/"], .commands, footer: true),
      Binding(["h"], .hide, footer: true),
      Binding(["o"], .open, footer: true),
      Binding(["r"], .reset),
      Binding(["R"], .resetAll),
      Binding(["f"], .figure),
      Binding(["F"], .session),
      Binding(["t"], .theme),
      Binding(["b"], .large),
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

extension Direction {
  var arrow: Key.Arrow {
    switch self {
    case .up: .up
    case .down: .down
    case .left: .left
    case .right: .right
    }
  }
}

extension KernelEdit {
  /// What can be done with K; no key does it, the list of commands does.
  fileprivate static let bindings: [Binding] =
    [
      Binding([], .paint, atKernel: true),
      Binding([], .pen, atKernel: true),
    ]
    + [
      .negate, .transpose, .turn, .rotate(clockwise: true), .rotate(clockwise: false), .normalize,
      .clear, .rings(1), .rings(-1), .columns(1), .columns(-1), .rows(1), .rows(-1),
    ].map { (edit: KernelEdit) in Binding([], .change(edit)) }
}

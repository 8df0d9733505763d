/// The scenes, in the order of their tabs.
enum SceneName: String, CaseIterable, Sendable {
  case slide, edges, learn, flip, field, train

  static let correlating: Set<SceneName> = [.slide, .edges, .flip]
  static let withCursor: Set<SceneName> = [.slide, .learn, .field, .train]
  static let learning: Set<SceneName> = [.learn, .train]
}

/// A key and what it does: read by the dispatch, the footer, the help and the manual.
struct Binding: Sendable {
  /// The first is the one shown.
  let keys: [Key]
  let action: Action
  let scenes: Set<SceneName>
  /// In which views of a scene.
  let views: Set<SceneView>
  /// Only while a cursor stands in a panel; such a binding comes before one without.
  let needsCursor: Bool
  /// Whether the footer names it.
  let isInFooter: Bool

  init(
    _ keys: [Key], _ action: Action, in scenes: Set<SceneName> = Set(SceneName.allCases),
    views: Set<SceneView> = Set(SceneView.allCases), withCursor: Bool = false,
    footer: Bool = false
  ) {
    self.keys = keys
    self.action = action
    self.scenes = scenes
    self.views = views
    needsCursor = withCursor
    isInFooter = footer
  }
}

enum Bindings {
  /// All bindings; of several for a key the first that applies counts.
  static let table: [Binding] = moving + transport + settings + general

  /// The binding that a key has in a scene and its view.
  static func binding(
    for key: Key, in scene: SceneName, view: SceneView = .run, hasCursor: Bool
  ) -> Binding? {
    table.first {
      $0.keys.contains(key) && $0.scenes.contains(scene) && $0.views.contains(view)
        && (hasCursor || !$0.needsCursor)
    }
  }

  /// The bindings of a scene that some key reaches, with the keys that do.
  static func reachable(in scene: SceneName) -> [(binding: Binding, keys: [Key])] {
    // In a field a cursor always stands.
    let cursors = scene == .field ? [true] : [false, true]
    let views = scene.views
    return table.filter { $0.scenes.contains(scene) }.compactMap { binding in
      let keys = binding.keys.filter { key in
        views.contains { view in
          cursors.contains {
            Bindings.binding(for: key, in: scene, view: view, hasCursor: $0)?.action
              == binding.action
          }
        }
      }
      return keys.isEmpty ? nil : (binding, keys)
    }
  }

  private static let moving: [Binding] = [
    Binding([.left, "h"], .move(.left), in: SceneName.withCursor, withCursor: true),
    Binding([.right, "l"], .move(.right), in: SceneName.withCursor, withCursor: true),
    Binding([.up, "k"], .move(.up), in: SceneName.withCursor, withCursor: true),
    Binding([.down, "j"], .move(.down), in: SceneName.withCursor, withCursor: true),
    Binding([.enter], .pick, in: [.slide, .learn], withCursor: true),
    Binding([.escape], .leave, in: [.slide, .learn], withCursor: true),
    Binding([.enter], .pick, in: [.train], withCursor: true, footer: true),
    Binding(["x", .backspace], .erase, in: [.train], withCursor: true, footer: true),
    Binding([.escape], .leave, in: [.train], withCursor: true, footer: true),
  ]

  private static let transport: [Binding] = [
    Binding([" "], .play, footer: true),
    Binding([.right], .next, footer: true),
    Binding([.left], .previous, footer: true),
    Binding(["."], .next, in: [.field], footer: true),
    Binding([","], .previous, in: [.field], footer: true),
    Binding(["."], .nextPart, in: [.slide], footer: true),
    Binding([","], .previousPart, in: [.slide], footer: true),
    Binding(["v"], .view, in: SceneName.learning, footer: true),
    Binding([.pageDown], .nextRow, in: [.train], footer: true),
    Binding([.pageUp], .previousRow, in: [.train], footer: true),
    Binding([.down], .nextUnit, in: [.train], views: [.layers], footer: true),
    Binding([.up], .previousUnit, in: [.train], views: [.layers], footer: true),
    Binding(["."], .backward(1), in: [.learn], views: [.backward], footer: true),
    Binding([","], .backward(-1), in: [.learn], views: [.backward], footer: true),
    Binding([.pageDown], .nextStage, in: [.learn], views: [.backward], footer: true),
    Binding([.pageUp], .previousStage, in: [.learn], views: [.backward], footer: true),
    Binding(["Z"], .zoomOut, in: [.learn], views: [.surface], footer: true),
    Binding(["z"], .zoomIn, in: [.learn], views: [.surface], footer: true),
    Binding(["L"], .pan(.right), in: [.learn], views: [.surface], footer: true),
    Binding(["K"], .pan(.up), in: [.learn], views: [.surface], footer: true),
    Binding(["J"], .pan(.down), in: [.learn], views: [.surface], footer: true),
    Binding(["H"], .pan(.left), in: [.learn], views: [.surface], footer: true),
    Binding(["w"], .wholeSurface, in: [.learn], views: [.surface]),
    Binding([.pageDown, .down], .nextRow, in: SceneName.correlating),
    Binding([.pageUp, .up], .previousRow, in: SceneName.correlating),
    Binding([.home], .first),
    Binding([.end], .last),
    Binding(["g"], .goTo, footer: true),
    Binding(["+", "="], .faster),
    Binding(["-", "_"], .slower),
  ]

  private static let settings: [Binding] = [
    Binding(["e"], .edit, in: [.slide], footer: true),
    Binding(["u"], .undo, in: [.slide]),
    Binding(["U"], .redo, in: [.slide]),
    Binding(["k"], .kernel, in: SceneName.correlating, footer: true),
    Binding(["n"], .nextKernel, in: SceneName.correlating),
    Binding(["N"], .previousKernel, in: SceneName.correlating),
    Binding(["s"], .moreStride, in: [.slide], footer: true),
    Binding(["S"], .lessStride, in: [.slide]),
    Binding(["p"], .morePadding, in: [.slide], footer: true),
    Binding(["P"], .lessPadding, in: [.slide]),
    Binding(["d"], .moreDilation, in: [.slide], footer: true),
    Binding(["D"], .lessDilation, in: [.slide]),
    Binding(["m"], .paddingMode, in: [.slide]),
    Binding(["e"], .drawSample, in: [.train], footer: true),
    Binding(["n"], .nextSample, in: [.train], footer: true),
    Binding(["N"], .previousSample, in: [.train], footer: true),
    Binding(["l"], .learningRate, in: SceneName.learning, footer: true),
    Binding(["]"], .raiseRate, in: SceneName.learning),
    Binding(["["], .lowerRate, in: SceneName.learning),
    Binding(["c"], .chart, in: [.learn], footer: true),
    Binding(["c"], .chart, in: [.train]),
    Binding(["b"], .branch, in: SceneName.learning, footer: true),
    Binding(["o"], .optimizer, in: SceneName.learning, footer: true),
    Binding(["y"], .schedule, in: [.learn], footer: true),
    Binding(["m"], .reduction, in: [.learn]),
    Binding(["r"], .restart, in: SceneName.learning, footer: true),
    Binding(["s"], .seed, in: SceneName.learning, footer: true),
    Binding(["e"], .edit, in: [.learn], footer: true),
    Binding(["w"], .smoothing, in: [.train]),
    Binding(["y"], .logarithmic, in: [.train]),
    Binding(["a"], .layers, in: [.field], footer: true),
    Binding(["i"], .inputSize, in: [.field], footer: true),
  ]

  private static let general: [Binding] =
    [
      Binding([.tab], .nextPanel, in: [.slide, .learn, .field, .train], footer: true),
      Binding([.backTab], .previousPanel, in: [.slide, .field, .train]),
      Binding(["t"], .theme),
      Binding(["f"], .figure),
      Binding(["F"], .session),
      Binding(["?"], .help, footer: true),
      Binding(["q"], .quit, footer: true),
    ]
    + SceneName.allCases.indices.map { Binding([.character(Character("\($0 + 1)"))], .scene($0)) }
}

extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
  init(extendedGraphemeClusterLiteral value: Character) { self = .character(value) }
}

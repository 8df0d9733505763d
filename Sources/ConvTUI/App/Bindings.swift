import Terminal

/// The scenes, in the order of their tabs.
enum SceneName: String, CaseIterable, Sendable {
  case slide, edges, learn, flip, field, train, maps

  static let correlating: Set<SceneName> = [.slide, .edges, .flip]
  static let withCursor: Set<SceneName> = [.slide, .learn, .field, .train, .maps]
  static let sliding = correlating.union([.maps])
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
  /// Only while that cursor stands in a kernel.
  let needsKernel: Bool
  /// Whether the footer names it.
  let isInFooter: Bool

  init(
    _ keys: [Key], _ action: Action, in scenes: Set<SceneName> = Set(SceneName.allCases),
    views: Set<SceneView> = Set(SceneView.allCases), withCursor: Bool = false,
    atKernel: Bool = false, footer: Bool = false
  ) {
    self.keys = keys
    self.action = action
    self.scenes = scenes
    self.views = views
    needsCursor = withCursor || atKernel
    needsKernel = atKernel
    isInFooter = footer
  }
}

enum Bindings {
  /// All bindings; of several for a key the first that applies counts.
  static let table: [Binding] = kernelEditing + moving + apart + transport + settings + general

  /// The binding that a key has in a scene and its view.
  static func binding(
    for key: Key, in scene: SceneName, view: SceneView = .run, hasCursor: Bool,
    isAtKernel: Bool = false
  ) -> Binding? {
    table.first {
      $0.keys.contains(key) && $0.scenes.contains(scene) && $0.views.contains(view)
        && (hasCursor || !$0.needsCursor) && (isAtKernel || !$0.needsKernel)
    }
  }

  /// The bindings of a scene that some key reaches in some of its views, with the keys that do.
  static func reachable(
    in scene: SceneName, views: [SceneView]? = nil
  ) -> [(binding: Binding, keys: [Key])] {
    // In a field a cursor always stands.
    let cursors = scene == .field ? [true] : [false, true]
    let views = views ?? scene.views
    return table.filter { $0.scenes.contains(scene) }.compactMap { binding in
      let keys = binding.keys.filter { key in
        views.contains { view in
          binding.views.contains(view)
            && cursors.contains {
              Bindings.binding(
                for: key, in: scene, view: view, hasCursor: $0, isAtKernel: binding.needsKernel)?
                .action == binding.action
            }
        }
      }
      return keys.isEmpty ? nil : (binding, keys)
    }
  }

  /// While the cursor stands in K.
  private static let kernelEditing: [Binding] = [
    Binding(["x"], .paint, in: [.slide], atKernel: true, footer: true),
    Binding(["X"], .pen, in: [.slide], atKernel: true, footer: true),
    Binding(["i"], .change(.negate), in: [.slide], atKernel: true, footer: true),
    Binding(["T"], .change(.transpose), in: [.slide], atKernel: true, footer: true),
    Binding(["F"], .change(.turn), in: [.slide], atKernel: true, footer: true),
    Binding(["r"], .change(.rotate(clockwise: true)), in: [.slide], atKernel: true, footer: true),
    Binding(["R"], .change(.rotate(clockwise: false)), in: [.slide], atKernel: true),
    Binding(["/"], .change(.normalize), in: [.slide], atKernel: true, footer: true),
    Binding(["c"], .change(.clear), in: [.slide], atKernel: true, footer: true),
    Binding([">"], .change(.rings(1)), in: [.slide], atKernel: true, footer: true),
    Binding(["<"], .change(.rings(-1)), in: [.slide], atKernel: true, footer: true),
    Binding(["]"], .change(.columns(1)), in: [.slide], atKernel: true),
    Binding(["["], .change(.columns(-1)), in: [.slide], atKernel: true),
    Binding(["}"], .change(.rows(1)), in: [.slide], atKernel: true),
    Binding(["{"], .change(.rows(-1)), in: [.slide], atKernel: true),
  ]

  private static let moving: [Binding] = [
    Binding([.left, "h"], .move(.left), in: SceneName.withCursor, withCursor: true),
    Binding([.right, "l"], .move(.right), in: SceneName.withCursor, withCursor: true),
    Binding(
      [.up, "k"], .move(.up), in: SceneName.withCursor, views: SceneView.wide, withCursor: true),
    Binding(
      [.down, "j"], .move(.down), in: SceneName.withCursor, views: SceneView.wide,
      withCursor: true),
    Binding([.enter], .pick, in: [.slide, .learn], withCursor: true),
    Binding([.escape], .leave, in: [.slide, .learn], withCursor: true),
    Binding([.enter], .pick, in: [.train], withCursor: true, footer: true),
    Binding([.enter], .pick, in: [.maps], views: [.run], withCursor: true, footer: true),
    Binding(["x", .backspace], .erase, in: [.train], withCursor: true, footer: true),
    Binding([.escape], .leave, in: [.train], withCursor: true, footer: true),
  ]

  /// While a number is taken apart.
  private static let apart: [Binding] = [
    Binding([.enter, .escape], .back, in: [.maps], views: [.apart], footer: true),
    Binding([.up, "k"], .previousUnit, in: [.maps], views: [.apart], footer: true),
    Binding([.down, "j"], .nextUnit, in: [.maps], views: [.apart], footer: true),
    Binding(["H"], .pan(.left), in: [.maps], views: [.apart], footer: true),
    Binding(["J"], .pan(.down), in: [.maps], views: [.apart], footer: true),
    Binding(["K"], .pan(.up), in: [.maps], views: [.apart], footer: true),
    Binding(["L"], .pan(.right), in: [.maps], views: [.apart], footer: true),
  ]

  private static let transport: [Binding] = [
    Binding([" "], .play, footer: true),
    Binding([.left], .previous, footer: true),
    Binding([.right], .next, footer: true),
    Binding([","], .previous, in: [.field], footer: true),
    Binding(["."], .next, in: [.field], footer: true),
    Binding([","], .previousPart, in: [.slide], footer: true),
    Binding(["."], .nextPart, in: [.slide], footer: true),
    Binding(["v"], .view, in: SceneName.learning.union([.slide]), footer: true),
    Binding([.pageUp], .previousRow, in: [.train], footer: true),
    Binding([.pageDown], .nextRow, in: [.train], footer: true),
    Binding([.up], .previousUnit, in: [.train, .maps], views: [.layers], footer: true),
    Binding([.down], .nextUnit, in: [.train, .maps], views: [.layers], footer: true),
    Binding([","], .backward(-1), in: [.learn], views: [.backward], footer: true),
    Binding(["."], .backward(1), in: [.learn], views: [.backward], footer: true),
    Binding([.pageUp], .previousStage, in: [.learn], views: [.backward], footer: true),
    Binding([.pageDown], .nextStage, in: [.learn], views: [.backward], footer: true),
    Binding(["z"], .zoomIn, in: [.learn], views: [.surface], footer: true),
    Binding(["Z"], .zoomOut, in: [.learn], views: [.surface], footer: true),
    Binding(["H"], .pan(.left), in: [.learn], views: [.surface], footer: true),
    Binding(["J"], .pan(.down), in: [.learn], views: [.surface], footer: true),
    Binding(["K"], .pan(.up), in: [.learn], views: [.surface], footer: true),
    Binding(["L"], .pan(.right), in: [.learn], views: [.surface], footer: true),
    Binding(["w"], .wholeSurface, in: [.learn], views: [.surface]),
    Binding([.pageDown, .down], .nextRow, in: SceneName.correlating),
    Binding([.pageUp, .up], .previousRow, in: SceneName.correlating),
    Binding([.pageDown, .down], .nextRow, in: [.maps], views: [.run]),
    Binding([.pageUp, .up], .previousRow, in: [.maps], views: [.run]),
    Binding([.enter], .enlarge, in: [.maps], views: [.run], footer: true),
    Binding([.enter], .pick, in: [.maps], views: [.layers], footer: true),
    Binding([.escape], .leave, in: [.maps], views: SceneView.wide),
    Binding(["z"], .zoomIn, in: [.maps], views: [.run, .layers], footer: true),
    Binding(["Z"], .zoomOut, in: [.maps], views: [.run, .layers], footer: true),
    Binding(["H"], .pan(.left), in: [.maps], views: [.run, .layers], footer: true),
    Binding(["J"], .pan(.down), in: [.maps], views: [.run, .layers], footer: true),
    Binding(["K"], .pan(.up), in: [.maps], views: [.run, .layers], footer: true),
    Binding(["L"], .pan(.right), in: [.maps], views: [.run, .layers], footer: true),
    Binding(["w"], .wholeSurface, in: [.maps], views: [.run, .layers]),
    Binding(["c"], .contrast, in: [.maps], views: [.run], footer: true),
    Binding(["k"], .kernel, in: [.maps], views: [.run], footer: true),
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
    Binding(["s"], .moreStride, in: SceneName.sliding, views: SceneView.wide, footer: true),
    Binding(["S"], .lessStride, in: SceneName.sliding, views: SceneView.wide),
    Binding(["p"], .morePadding, in: SceneName.sliding, views: SceneView.wide, footer: true),
    Binding(["P"], .lessPadding, in: SceneName.sliding, views: SceneView.wide),
    Binding(["d"], .moreDilation, in: SceneName.sliding, views: SceneView.wide, footer: true),
    Binding(["D"], .lessDilation, in: SceneName.sliding, views: SceneView.wide),
    Binding(["m"], .paddingMode, in: SceneName.sliding, views: SceneView.wide),
    Binding(["b"], .bias, in: SceneName.correlating, footer: true),
    Binding(["b"], .bias, in: [.maps], views: SceneView.wide, footer: true),
    Binding(["*"], .operation, in: [.slide, .edges], footer: true),
    Binding(["*"], .operation, in: [.maps], views: SceneView.wide, footer: true),
    Binding(["G"], .groups, in: [.maps], views: SceneView.wide),
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
      Binding(
        [.tab], .nextPanel, in: [.slide, .learn, .field, .train, .maps], views: SceneView.wide,
        footer: true),
      Binding([.backTab], .previousPanel, in: [.slide, .field, .train]),
      Binding(["t"], .theme),
      Binding(["f"], .figure),
      Binding(["F"], .session),
      Binding(["?"], .help, footer: true),
      Binding(["q"], .quit, footer: true),
    ]
    + SceneName.allCases.indices.map { Binding([.character(Character("\($0 + 1)"))], .scene($0)) }
}

import Terminal

/// A key and what it does: read by the dispatch, the footer, the help and the manual.
struct Binding: Sendable {
  /// The first is the one shown.
  let keys: [Key]
  let action: Action
  /// In which views of a scene.
  let views: Set<SceneView>
  /// Only while a cursor stands in a panel; such a binding comes before one without.
  let needsCursor: Bool
  /// Only while that cursor stands in a kernel.
  let needsKernel: Bool
  /// Whether the footer names it.
  let isInFooter: Bool
  /// How soon it leaves the footer where room is short, where that is not as in other scenes; the largest go
  /// first.
  private(set) var rank: Int?

  init(
    _ keys: [Key], _ action: Action, views: Set<SceneView> = Set(SceneView.allCases),
    withCursor: Bool = false, atKernel: Bool = false, footer: Bool = false, rank: Int? = nil
  ) {
    self.keys = keys
    self.action = action
    self.views = views
    needsCursor = withCursor || atKernel
    needsKernel = atKernel
    isInFooter = footer
    self.rank = rank
  }
}

extension Binding {
  /// The same in some of its views alone.
  func within(_ views: Set<SceneView>) -> Binding {
    Binding(
      keys, action, views: self.views.intersection(views), withCursor: needsCursor,
      atKernel: needsKernel, footer: isInFooter, rank: rank)
  }

  /// The same, leaving the footer sooner or later.
  func ranked(_ rank: Int) -> Binding {
    var binding = self
    binding.rank = rank
    return binding
  }

  /// Whether it has a view, or some of several, to itself.
  fileprivate var isOwn: Bool { views.count < 3 }
}

enum Bindings {
  /// All keys of each kind of scene, and those of the whole program behind them; of several for a
  /// key the first that applies counts.
  private static let tables = Dictionary(
    uniqueKeysWithValues: SceneKind.known.map { ($0, $0.bindings + .general + .scenes) })

  static func table(of kind: SceneKind) -> [Binding] { tables[kind] ?? [] }

  /// The same by their keys.
  private static let byKey = tables.mapValues { table in
    table.reduce(into: [Key: [Binding]]()) { all, binding in
      for key in binding.keys { all[key, default: []].append(binding) }
    }
  }

  /// Those that the footer names, the first ones first: what plays and steps, what changes numbers, what
  /// shows something else, and what is found otherwise. In a view with keys of its own, these come before
  /// all others.
  private static let footers = Dictionary(
    uniqueKeysWithValues: SceneKind.known.map { kind in
      (kind, Dictionary(uniqueKeysWithValues: kind.views.map { ($0, footer(of: kind, in: $0)) }))
    })

  static func inFooter(of kind: SceneKind, in view: SceneView) -> [Binding] {
    footers[kind]?[view] ?? []
  }

  private static func footer(of kind: SceneKind, in view: SceneView) -> [Binding] {
    let named = table(of: kind).filter { $0.isInFooter && $0.views.contains(view) }
    let isFirst = view == kind.views.first
    let own = named.filter { !isFirst && $0.isOwn }
    func rank(_ binding: Binding) -> Int {
      if own.isEmpty { return binding.rank ?? Bindings.rank(of: binding.action) }
      return binding.isOwn ? binding.rank ?? 0 : Bindings.rankBehindOwn(of: binding.action)
    }
    return (0...5).flatMap { place in named.filter { rank($0) == place } }
  }

  private static func rank(of action: Action) -> Int {
    switch action {
    case .play, .next, .previous, .nextPart, .previousPart, .pick, .leave, .erase: 0
    case .edit, .kernel, .setting: 1
    case .nextRow, .hide: 3
    case .goTo, .nextItem, .previousItem, .open: 4
    default: 2
    }
  }

  private static func rankBehindOwn(of action: Action) -> Int {
    switch action {
    case .pick, .leave: 0
    case .view: 1
    case .nextPanel: 2
    case .next, .previous, .play: 3
    case .edit, .kernel, .setting: 4
    default: 5
    }
  }

  /// The binding that a key has in a scene and its view.
  static func binding(
    for key: Key, in kind: SceneKind, view: SceneView = .run, hasCursor: Bool,
    isAtKernel: Bool = false
  ) -> Binding? {
    byKey[kind]?[key]?.first {
      $0.views.contains(view) && (hasCursor || !$0.needsCursor) && (isAtKernel || !$0.needsKernel)
    }
  }

  /// The binding that a key has just now.
  ///
  /// - Parameter first: Those that come before the scene's own: a lesson's.
  static func binding(for key: Key, in scene: any Scene, after first: [Binding] = []) -> Binding? {
    let cursor = scene as? any SceneWithCursor
    return first.first { $0.keys.contains(key) }
      ?? binding(
        for: key, in: scene.kind, view: scene.view, hasCursor: cursor?.hasCursor ?? false,
        isAtKernel: cursor?.isAtKernel ?? false)
  }

  /// The bindings of a scene that some key reaches in some of its views, with the keys that do.
  static func reachable(
    in kind: SceneKind, views: [SceneView]? = nil, after first: [Binding] = []
  ) -> [(binding: Binding, keys: [Key])] {
    let views = views ?? kind.views
    let taken = first.flatMap(\.keys)
    return first.filter { !$0.keys.isEmpty }.map { ($0, $0.keys) }
      + table(of: kind).compactMap { binding in
        let keys = binding.keys.filter { key in
          !taken.contains(key)
            && views.contains { view in
              binding.views.contains(view)
                && [false, true].contains {
                  Bindings.binding(
                    for: key, in: kind, view: view, hasCursor: $0, isAtKernel: binding.needsKernel)?
                    .action == binding.action
                }
            }
        }
        return keys.isEmpty ? nil : (binding, keys)
      }
  }
}

import Drawing
import Terminal

/// What a follower knows of the one who is followed.
struct Following: Sendable {
  /// The name of the file.
  let name: String
  /// The newest that was shared; nil while nothing has come.
  fileprivate(set) var newest: SharedView?
  /// What was shown when the follower was last up with it, as the follower's own program tells it.
  fileprivate var taken: String?
  /// Whether the follower looks at something else.
  fileprivate(set) var isAway = false

  init(_ path: String) { name = path.split(separator: "/").last.map(String.init) ?? path }

  var hidesResults: Bool { newest?.hidesResults ?? false }

  var bindings: [Binding] { isAway ? [Binding([.enter], .catchUp, footer: true)] : [] }
}

extension State {
  /// Takes what is shared: shows it, unless the follower looks around.
  mutating func follow(_ view: SharedView) {
    following?.newest = view
    if view.hidesResults { hideResults(true) }
    if following?.isAway == false { showShared() }
  }

  mutating func catchUp() {
    (overlay, prompt) = (nil, nil)
    showShared()
  }

  private mutating func showShared() {
    guard let view = following?.newest else { return }
    if let scene = view.scene, let index = scenes.firstIndex(where: { $0.kind == view.kind }) {
      visits = []
      scenes[index] = scene
      fitScenes()
      show(scene: index)
      (notice, isNoticeGood) = (nil, false)
    }
    hideResults(view.hidesResults)
    takeForGiven()
  }

  /// Remembers what the follower's own program tells of what is shared.
  private mutating func takeForGiven() {
    let taken = shared
    following?.taken = taken
    following?.isAway = false
  }

  /// Finds out whether the follower has gone another way.
  mutating func noteLookingAround(after input: Input) {
    guard let following, let taken = following.taken else { return }
    if case .resize = input, !following.isAway { return takeForGiven() }
    let isAway = prompt != nil || shared != taken
    self.following?.isAway = isAway
  }
}

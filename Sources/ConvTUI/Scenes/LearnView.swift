/// What the learn scene shows of its training.
enum LearnView: String, CaseIterable, Sendable {
  /// The planes, the weights and the curves.
  case run
  /// The loss over the weights, and the run's path on it.
  case surface
  /// How the gradient of one step comes about.
  case backward

  var next: LearnView {
    let all = LearnView.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }
}

extension WatchScene: SceneWithSettings {
  struct Settings: Hashable, Sendable {
    var smoothing: Smoothing
    var isLogarithmic: Bool
    var axis: ChartAxis
    var clipsOutliers: Bool
    var showsRanks: Bool
  }

  static let table: [Setting<Settings>] = [
    Smoothing.setting(\.smoothing),
    .flag("log-loss", \.isLogarithmic, \.logLoss, \.logLossPurpose, isMain: true),
    .choice("axis", \.axis, \.axisLabel, \.axisPurpose, isMain: true),
    .flag("ranks", \.showsRanks, \.ranksLabel, \.ranksPurpose),
    .flag("clip", \.clipsOutliers, \.clipLabel, \.clipPurpose, isMain: true),
  ]

  static let displays: [Setting<WatchScene>] = [.view(\.view, among: SceneKind.watch.views)]

  /// The others are those of charts.
  func has(setting name: String) -> Bool {
    ["view", "ranks"].contains(name) || [.scalars, .parameters].contains(view)
  }

  var settings: Settings {
    Settings(
      smoothing: smoothing, isLogarithmic: isLogarithmic, axis: axis, clipsOutliers: clipsOutliers,
      showsRanks: showsRanks)
  }

  mutating func show(_ new: Settings) throws {
    (smoothing, isLogarithmic) = (new.smoothing, new.isLogarithmic)
    (axis, clipsOutliers) = (new.axis, new.clipsOutliers)
    show(ranks: new.showsRanks)
  }
}
